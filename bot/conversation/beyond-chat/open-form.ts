import type { Person } from '#bot/desk/person.ts';
import type { ReportAnswer, ReportRefusal } from '#bot/reply/beyond-chat.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { identify } from '../identify.ts';
import { fillForm } from './fill-form.ts';
import { caseOfMessage, endAlready } from './known-case.ts';
import { type BeyondPorts, type FormRequest, languageOfPresser } from './ports.ts';
import { printOf } from './tickets.ts';

/** What a form's text field holds; a card with more would be refused. */
export const longestReport = 4_000;

/**
 * A form filled in with what somebody wrote. The rules read it as the author's own words; no model does, since nobody
 * has said yet that it may be used.
 */
export async function openForm(ports: BeyondPorts, request: FormRequest): Promise<ReportAnswer> {
  const loaded = await ports.deskSource.current();
  const language = languageOfPresser(request.locale, loaded.desk.settings.language);
  const presserId = request.from.aadObjectId;
  const { author } = request.message;
  const refused = refusalOf(request);
  if (refused !== null || presserId === null || author.kind !== 'person' || author.aadObjectId === null)
    return refuse(language, refused ?? 'unknown-author');
  const presser = identify(request.from, loaded.desk);
  const person = identify(author, loaded.desk);
  const known = await caseOfMessage(ports.storage.stores, person, request.message.id, request.at);
  if (known !== null) return endAlready(known, { person, presser, language });
  const { text, masked } = maskSecrets(request.message.text.slice(0, longestReport));
  const triage = triageFor(ports, { text, person, loaded, at: request.at });
  const ticket = ports.tickets.seal({
    messageId: request.message.id,
    conversationId: request.message.conversationId,
    author: { aadObjectId: author.aadObjectId, name: author.name },
    presserId,
    print: printOf(text),
  });
  const leftOut = {
    files: request.message.hasFiles,
    secrets: masked.length > 0,
    end: request.message.text.length > longestReport,
  };
  const { id: category } = triage.category;
  return fillForm(
    {
      ticket,
      author: person,
      presser,
      text,
      siteId: triage.site.id,
      category: category === 'not-it' ? null : category,
      leftOut,
      faults: [],
    },
    { loaded, triage, at: request.at, language },
  );
}

function refusalOf({ from, message }: FormRequest): ReportRefusal | null {
  if (from.aadObjectId === null) return 'unknown-presser';
  if (message.author.kind === 'machine') return 'not-a-person';
  if (message.author.kind === 'outsider') return 'outsider';
  if (message.author.aadObjectId === null) return 'unknown-author';
  return message.text.trim() === '' ? 'no-text' : null;
}

export function refuse(language: ReplyLanguage, reason: ReportRefusal): ReportAnswer {
  return { kind: 'report-refused', language, reason, reference: null };
}

/** As the spine asks, without what was settled before. */
export function triageFor(
  ports: Pick<BeyondPorts, 'triage'>,
  { text, person, loaded, at }: { text: string; person: Person; loaded: LoadedDesk; at: Date },
): Triage {
  return ports.triage({ text, from: person, at, siteId: null, shownNoteIds: [] }, loaded, new Map());
}
