import type { Category } from '#bot/desk/category.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Case, DialogueLine } from '#bot/handoff/case.ts';
import type { Contact } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Reply, ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { malfunctionWords } from '#bot/triage/lexicon/filler-words.ts';
import { namesDevice } from '#bot/triage/names-device.ts';
import type { ChooseResponsible } from '#bot/triage/responsible.ts';
import { toLine, wordsOf } from '#bot/triage/text/fold.ts';
import { matches } from '#bot/triage/text/patterns.ts';
import type { Decision, MaskedKind, Triage, TriageRequest } from '#bot/triage/triage-result.ts';
import type { ConversationState, Report } from './conversation-state.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { TalkIntent } from './intents.ts';
import type { CaseEffect, Matter } from './turn-result.ts';

/** Everything that a turn rests on, read before anything is changed. */
export type Turn = {
  readonly message: IncomingMessage;
  /** Set when it was said elsewhere, in company, and was moved into the person's own chat. */
  readonly saidIn?: ConversationAddress;
  readonly person: Person;
  readonly loaded: LoadedDesk;
  readonly at: Date;
  readonly newId: () => string;
  readonly state: ConversationState;
  /** What was written, secrets masked; nothing downstream sees anything else. */
  readonly text: string;
  readonly masked: readonly MaskedKind[];
  readonly intents: ReadonlySet<TalkIntent>;
  /** How the person could be reached before this message; null when there was no way. */
  readonly contact: Contact | null;
  /** The person's cases of the last weeks, newest first. */
  readonly cases: readonly Case[];
  /** It came before, and everything was done then. */
  readonly seen: boolean;
  /** Others of this conversation were kept for later, and come first. */
  readonly waits: boolean;
  readonly openCases: ReadonlyMap<string, number>;
  readonly chooseResponsible: ChooseResponsible;
  readonly triage: (request: Pick<TriageRequest, 'text'> & Partial<TriageRequest>) => Triage;
};

/** What a turn comes to, before its replies are put in their envelopes. */
export type Outcome = {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly pressAnswer: Reply | null;
  readonly language: ReplyLanguage;
  readonly decision: Decision | null;
  readonly triage: Triage | null;
  readonly matter: Matter | null;
  readonly caseEffect: CaseEffect;
  readonly caseId: string | null;
  /** Deliveries that use-cases wrote: sent right after the commit. */
  readonly deliveryIds: readonly string[];
};

/** An outcome with its defaults: nothing changed, nothing said. */
export function outcomeOf(turn: Turn, parts: Partial<Outcome>): Outcome {
  return {
    state: turn.state,
    replies: [],
    pressAnswer: null,
    language: languageOf(turn, parts.triage ?? null),
    decision: 'answer',
    triage: null,
    matter: null,
    caseEffect: 'none',
    caseId: null,
    deliveryIds: [],
    ...parts,
  };
}

/** A press on an old card, or one that means nothing any more: said, and nothing is changed. */
export function alreadyHandled(turn: Turn): Outcome {
  return outcomeOf(turn, { replies: [{ kind: 'already-handled' }], decision: null, caseEffect: 'unchanged' });
}

/**
 * The language of the reply: what was asked for, else the message's, else that of the talk so far, else the
 * client's, else the desk's.
 */
export function languageOf(turn: Turn, triage: Triage | null): ReplyLanguage {
  const { state } = turn;
  if (state.languageAsked && state.language !== null) return state.language;
  if (triage !== null && triage.language !== null) return triage.replyLanguage;
  if (state.language !== null) return state.language;
  if (turn.message.locale?.toLowerCase().startsWith('en')) return 'en';
  return turn.loaded.desk.settings.language;
}

export function matterOfTriage(triage: Triage): Matter {
  return {
    siteId: triage.site.id,
    category: triage.category.id,
    level: triage.priority.level,
    noteIds: triage.notes.map((found) => found.note.id),
    responsible: triage.responsible && { kind: triage.responsible.kind, id: triage.responsible.id },
  };
}

export function matterOfCase(about: Case): Matter {
  return {
    siteId: about.siteId,
    category: about.category,
    level: about.priority.level,
    noteIds: about.packet.notesShown,
    responsible: about.assignee ?? about.offeredTo,
  };
}

/** What the person said in this turn, as a line of the dialogue. */
export function saidNow(turn: Turn): DialogueLine {
  return {
    at: turn.at,
    who: 'requester',
    name: turn.person.name,
    text: turn.text,
    messageId: turn.message.id,
  };
}

export function saidByVaktis(turn: Turn, text: string): DialogueLine {
  return { at: turn.at, who: 'vaktis', name: 'Vaktis', text };
}

/** The report's triage: all its words, and what is settled. Only a first message is split into several problems. */
export function triageReport(turn: Turn, report: Report): Triage {
  const text = report.words.join('\n');
  const isNew = report.words.length === 1 && report.questionsAsked === 0 && report.attempts.length === 0;
  if (isNew && report.siteId === null && report.category === null) return turn.triage({ text });
  return turn.triage({
    text,
    shownNoteIds: report.shownNoteIds,
    known: {
      questionsAsked: report.questionsAsked,
      ...(report.siteId === null ? {} : { siteId: report.siteId }),
      ...(report.category === null ? {} : { category: report.category }),
    },
  });
}

const mostPointing = 6;
const fewest = 2;
const pronoun = / (?:den|dom|dem|it|them) /;

/** "Ja nu klickade den", "hittar inte": so short, and of nothing that it names, that it goes on from what was said. */
export function pointsBack(text: string): boolean {
  const line = toLine(text);
  const count = wordsOf(line).length;
  return (count <= fewest || (count <= mostPointing && pronoun.test(line))) && !namesDevice(line);
}

const tried =
  /^ (?:nu |ok |okej |jo |ja |now )*(?:(?:i|we|ive|weve|jag|vi) (?:have |har |already |redan )*|har (?:redan )?)(?:pressed|tried|pushed|pulled|changed|restarted|unplugged|tryckte|tryckt|provade|provat|testade|testat|gjorde|gjort|drog|dragit|bytte|bytt|satte|satt i|startade om|startat om|vred|vridit) /;

/** "I pressed PC 1, nothing": what came of the advice, whatever things it names. */
function tellsOfTry(text: string): boolean {
  return tried.test(toLine(text));
}

/** It says that something is wrong, or is not so. */
export function tellsFault({ text }: Turn): boolean {
  return matches(toLine(text), malfunctionWords);
}

function asksStatus({ text, intents }: Turn): boolean {
  return intents.has('status') && !namesDevice(toLine(text));
}

/**
 * True when what was said is about something else than this category and site. Words that refer back ("samma fel
 * igen", "glömde säga") stay with the matter unless they clearly name another.
 */
export function isAnotherMatter(
  turn: Turn,
  own: Triage,
  than: { category: Category | null; siteId: string | null },
): boolean {
  if (own.more.length > 0) return true;
  if (own.intent !== 'report' || own.decision === 'ask' || own.category.id === null) return false;
  const goesOn = pointsBack(turn.text) || asksStatus(turn) || tellsOfTry(turn.text);
  if (own.site.source !== 'mention' && goesOn) return false;
  const refersBack = (['again', 'not-solved', 'addition'] as const).some((intent) =>
    turn.intents.has(intent),
  );
  // A model may have shaken the confidence; what is decided here goes by the rules' own.
  const confidence = own.reading?.rulesConfidence ?? own.category.confidence;
  const sure = confidence >= (refersBack ? 0.75 : 0.5);
  const otherCategory =
    than.category !== null && own.category.id !== than.category && own.category.id !== 'other';
  const otherSite =
    own.site.source === 'mention' &&
    own.site.id !== null &&
    than.siteId !== null &&
    own.site.id !== than.siteId;
  return (otherCategory && sure) || otherSite;
}
