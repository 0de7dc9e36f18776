import type { Category } from '#bot/desk/category.ts';
import type { Person } from '#bot/desk/person.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { isOpen, type ReportedBy } from '#bot/handoff/case.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { ReportAnswer } from '#bot/reply/beyond-chat.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState, Report } from '../conversation-state.ts';
import { handOffReport } from '../hand-off-report.ts';
import type { IncomingMessage } from '../incoming-message.ts';
import { prepareTurn } from '../prepare-turn.ts';
import { startReport } from '../reports.ts';
import type { Stores } from '../stores.ts';
import { forwardToCase } from '../talk-about-case.ts';
import { type Outcome, type Turn, triageReport } from '../turn.ts';
import { caseOfMessage, endAlready } from './known-case.ts';
import type { BeyondPorts, FormSubmission } from './ports.ts';
import { tellBoth } from './tell-both.ts';
import { printOf, type Ticket } from './tickets.ts';

export type CaseWish = {
  readonly submission: FormSubmission;
  readonly ticket: Ticket;
  readonly author: Person;
  readonly presser: Person;
  readonly loaded: LoadedDesk;
  /** Chosen in the form; null: as the words and the author's home site have it. */
  readonly siteId: string | null;
  readonly category: Category | null;
  /** The presser's. */
  readonly language: ReplyLanguage;
};

/** As in the spine: two writers at once are rare, and more than this says that something is wrong. */
const mostTries = 5;

class Overtaken extends Error {}

/**
 * A turn of the author's talk, as if they had told Vaktis: the same masking, rules, incidents and routing. All that
 * it changes is stored together with what both are told; a second sending finds the case that the first one made.
 */
export async function makeCase(ports: BeyondPorts, wish: CaseWish): Promise<ReportAnswer> {
  const { storage } = ports;
  const { author, ticket, submission, loaded } = wish;
  await ports.prepare?.(submission.text, author, loaded);
  for (let attempt = 1; ; attempt += 1) {
    const known = await caseOfMessage(storage.stores, author, ticket.messageId, submission.at);
    if (known !== null)
      return endAlready(known, { person: author, presser: wish.presser, language: wish.language });
    const contact = await storage.stores.contacts.get(author.upn);
    const isReachable = contact?.reachable === true && contact.conversationType === 'personal';
    const address = isReachable ? addressOf(contact) : noChatOf(submission.address);
    const message = messageOf(wish, address);
    const turn = await prepareTurn(ports, { message, person: author, loaded });
    const stored = await store(ports, wish, turn, isReachable);
    if (stored !== 'overtaken') {
      await ports.deliver(stored.deliveryIds);
      return stored.answer;
    }
    if (attempt === mostTries) throw new Error('the message was overtaken too many times');
  }
}

type Stored = { readonly answer: ReportAnswer; readonly deliveryIds: readonly string[] };

async function store(
  ports: BeyondPorts,
  wish: CaseWish,
  turn: Turn,
  isReachable: boolean,
): Promise<Stored | 'overtaken'> {
  try {
    return await ports.storage.transaction((stores) => storeTurn(wish, turn, stores, isReachable));
  } catch (error) {
    if (error instanceof Overtaken) return 'overtaken';
    throw error;
  }
}

async function storeTurn(wish: CaseWish, turn: Turn, stores: Stores, isReachable: boolean): Promise<Stored> {
  const { ticket, submission, author } = wish;
  const place = { channel: submission.address.channel, conversationId: ticket.conversationId };
  const activityId = `case-of:${ticket.messageId}`;
  // Waits for whoever sends the same at the same time; then the case is there to be found.
  const isNew = await stores.conversations.remember({ ...place, activityId, at: turn.at });
  if (!isNew) {
    const known = await caseOfMessage(stores, author, ticket.messageId, turn.at);
    if (known === null) throw new Overtaken();
    return {
      answer: endAlready(known, { person: author, presser: wish.presser, language: wish.language }),
      deliveryIds: [],
    };
  }
  const outcome = await decide(wish, turn, stores);
  if (isReachable && !(await stores.conversations.save(stateAfter(outcome)))) throw new Overtaken();
  return tellBoth(wish, turn, stores, outcome, isReachable);
}

/** The author's open case about the same, else a case of its own, or a known incident. */
async function decide(wish: CaseWish, turn: Turn, stores: Stores): Promise<Outcome> {
  const report = reportOf(wish, turn);
  const triage = mostUrgent(triageReport(turn, report));
  const open = turn.cases.find(
    (item) =>
      isOpen(item.state) &&
      item.requesterUpn === turn.person.upn &&
      item.category === triage.category.id &&
      item.siteId === triage.site.id,
  );
  if (open !== undefined)
    return forwardToCase(turn, stores, open, {
      messageId: wish.ticket.messageId,
      by: report.reportedBy ?? null,
    });
  return handOffReport(turn, stores, turn.state, report, triage);
}

/** A message with several problems becomes one case, as urgent as the worst of them. */
function mostUrgent(triage: Triage): Triage {
  const rank = ({ priority }: Triage) => priorityLevels.indexOf(priority.level);
  const [worst = triage] = [triage, ...triage.more].sort((a, b) => rank(a) - rank(b));
  const hazard = [triage, ...triage.more].some(({ priority }) => priority.hazard);
  return { ...triage, priority: { ...worst.priority, hazard }, more: [] };
}

function reportOf(wish: CaseWish, turn: Turn): Report {
  const { ticket, presser, author } = wish;
  const rewritten = printOf(turn.text) !== ticket.print;
  const isOwn = presser.upn === author.upn;
  const reportedBy: ReportedBy = { upn: presser.upn, name: presser.name, rewritten };
  const line = {
    at: turn.at,
    who: 'requester',
    // Nobody is made to have said what they did not.
    name: rewritten ? presser.name : author.name,
    text: turn.text,
    messageId: ticket.messageId,
  } as const;
  const start = { id: turn.newId(), at: turn.at, words: turn.text, dialogue: [line] };
  const report = startReport({ ...start, attachments: [], masked: turn.masked });
  return {
    ...report,
    siteId: wish.siteId,
    category: wish.category,
    ...(isOwn ? {} : { reportedBy }),
  };
}

function stateAfter(outcome: Outcome): ConversationState {
  const { state, caseId, language } = outcome;
  return { ...state, introduced: true, language, lastCaseId: caseId ?? state.lastCaseId };
}

function messageOf({ author, submission, ticket }: CaseWish, address: ConversationAddress): IncomingMessage {
  return {
    id: `case-of:${ticket.conversationId}:${ticket.messageId}`,
    address,
    from: { aadObjectId: author.aadObjectId, name: author.name },
    at: submission.at,
    text: submission.text,
    locale: null,
    attachments: [],
    press: null,
    installed: false,
  };
}

function addressOf(contact: ConversationAddress): ConversationAddress {
  const { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId } = contact;
  return { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId };
}

/** Nowhere: the chat where it was written is not Vaktis's to write in, and the author is found by who they are. */
function noChatOf(address: ConversationAddress): ConversationAddress {
  return { ...address, conversationId: '', conversationType: 'personal', userId: '' };
}
