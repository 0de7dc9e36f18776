import type { Database } from '#adapters/storage/database.ts';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { IncomingMessage, Press } from '#bot/conversation/incoming-message.ts';
import { createReceiveMessage, type ReceivePorts } from '#bot/conversation/receive-message.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { Observed } from '#bot/insights/evaluation/judge-request.ts';
import type { PlayedTurn, Spine } from '#bot/insights/evaluation/play-conversations.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { TriageMessage } from '#bot/triage/triage.ts';

/** What a person's latest message from Vaktis offers to press. */
type OnScreen = Pick<Press, 'reportId' | 'caseId' | 'noteId'>;

const nothingOnScreen: OnScreen = { reportId: null, caseId: null, noteId: null };

/**
 * The real spine over a database of its own: nothing is sent, and every conversation begins on an empty desk.
 */
export function createEvalSpine(ports: {
  readonly storage: Storage;
  readonly database: Database;
  readonly loaded: LoadedDesk;
  readonly triage: TriageMessage;
  readonly newId: () => string;
  readonly prepare?: NonNullable<ReceivePorts['prepare']>;
}): Spine {
  const receive = createReceiveMessage({
    storage: ports.storage,
    deskSource: { current: async () => ports.loaded },
    triage: ports.triage,
    chooseResponsible,
    newId: ports.newId,
    deliver: async () => undefined,
    ...(ports.prepare === undefined ? {} : { prepare: ports.prepare }),
  });
  const screens = new Map<string, OnScreen>();
  return {
    async reset() {
      screens.clear();
      await emptyTables(ports.database);
    },
    async play(turn) {
      const screen = screens.get(turn.from) ?? nothingOnScreen;
      const result = await receive(toMessage(turn, screen, ports.loaded));
      screens.set(turn.from, screenAfter(screen, result));
      return observe(result, ports.loaded, turn.at);
    },
  };
}

/** Every table of ours but the one that says which migrations were run. */
async function emptyTables(database: Database): Promise<void> {
  await database.query(`
    do $$ declare names text; begin
      select string_agg(format('%I.%I', schemaname, tablename), ', ') into names from pg_tables
      where schemaname = current_schema() and tablename not like '%migration%';
      if names is not null then execute 'truncate ' || names || ' cascade'; end if;
    end $$`);
}

function toMessage(turn: PlayedTurn, screen: OnScreen, { desk }: LoadedDesk): IncomingMessage {
  const person = desk.people.get(turn.from);
  return {
    id: turn.turnId,
    address: {
      channel: 'simulator',
      conversationId: `chat-${turn.from}`,
      conversationType: 'personal',
      tenantId: null,
      serviceUrl: 'http://127.0.0.1',
      botId: 'vaktis',
      userId: turn.from,
    },
    from: { aadObjectId: person?.aadObjectId ?? turn.from, name: person?.name ?? turn.from },
    at: turn.at,
    text: turn.say ?? '',
    locale: null,
    attachments: [],
    press:
      turn.press == null ? null : { verb: turn.press, ...screen, offerId: null, value: null, text: null },
    installed: false,
  };
}

function screenAfter(before: OnScreen, { replies, caseId }: TurnResult): OnScreen {
  const contents = replies.map(({ content }) => content);
  const about = contents.findLast((content) => 'reportId' in content && content.reportId !== null);
  const reportId = about !== undefined && 'reportId' in about ? about.reportId : before.reportId;
  const noteId = about?.kind === 'answer' ? about.note.id : null;
  return { reportId, noteId, caseId: caseId ?? before.caseId };
}

function observe(result: TurnResult, { desk }: LoadedDesk, at: Date): Observed {
  const { matter } = result;
  const envelopes: Envelope[] = [...result.replies, ...(result.pressAnswer ? [result.pressAnswer] : [])];
  const shown = envelopes.flatMap(({ content }) => (content.kind === 'answer' ? [content.note.id] : []));
  const { timezone } = desk.settings;
  return {
    decision: result.decision,
    siteId: matter?.siteId ?? null,
    category: matter?.category ?? null,
    level: matter?.level ?? null,
    responsible: matter?.responsible ?? null,
    noteIds: [...new Set([...shown, ...(matter?.noteIds ?? [])])],
    seen: envelopes.map((envelope) => renderText(envelope, { timezone, now: at })).join('\n'),
    language: envelopes[0]?.language ?? null,
    caseEffect: result.caseEffect,
  };
}
