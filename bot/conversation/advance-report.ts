import type { Attempt } from '#bot/handoff/case.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState, Report } from './conversation-state.ts';
import { handOffReport } from './hand-off-report.ts';
import { keepOutcome } from './keep-outcome.ts';
import { openReply } from './open-reply.ts';
import { dropReport, markLatestAttempt, replaceReport, showNote, startReport } from './reports.ts';
import type { Stores } from './stores.ts';
import {
  matterOfTriage,
  type Outcome,
  outcomeOf,
  saidByVaktis,
  saidNow,
  type Turn,
  triageReport,
} from './turn.ts';

/** At most so many questions about one matter; after them a person takes over. */
const mostQuestions = 2;

/**
 * Takes a matter one step further: asks, answers, refers, or hands it off. The same advice is never given twice.
 * Further problems of the same message follow, each as a matter of its own.
 */
export async function advanceReport(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
): Promise<Outcome> {
  const triage = triageReport(turn, report);
  const several = triage.more.length > 0;
  const own = several ? { ...report, words: [triage.text] } : report;
  const first = await take(turn, stores, state, own, triage);
  return several ? takeFurther(turn, stores, first, triage) : first;
}

function take(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
  triage: Triage,
): Promise<Outcome> {
  const tooManyQuestions =
    triage.decision === 'ask' && triage.intent === 'report' && report.questionsAsked >= mostQuestions;
  const nothingToShow =
    triage.decision === 'answer' && triage.intent === 'report' && triage.notes.length === 0;
  if (triage.decision === 'hand-off' || tooManyQuestions || nothingToShow) {
    return handOffReport(turn, stores, state, report, triage);
  }
  return say(turn, stores, state, report, triage);
}

/** Several problems in one message become several matters; after the first question the rest wait for its answer. */
async function takeFurther(turn: Turn, stores: Stores, first: Outcome, triage: Triage): Promise<Outcome> {
  let sum: Outcome = { ...first, replies: [severalProblems(triage), ...first.replies] };
  for (const further of triage.more) {
    const report = startReport({
      id: turn.newId(),
      at: turn.at,
      words: further.text,
      dialogue: [{ ...saidNow(turn), text: further.text }],
      attachments: turn.message.attachments,
      masked: turn.masked,
    });
    const next = await take(turn, stores, sum.state, report, further);
    sum = {
      ...sum,
      state: next.state,
      replies: [...sum.replies, ...next.replies],
      deliveryIds: [...sum.deliveryIds, ...next.deliveryIds],
    };
  }
  return sum;
}

function severalProblems(triage: Triage): Reply {
  return { kind: 'several-problems', titles: [triage.text, ...triage.more.map((further) => further.text)] };
}

/** A reply that leaves the matter with the person for now: an answer, a question, a referral. */
async function say(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
  triage: Triage,
): Promise<Outcome> {
  const { loaded, person, at } = turn;
  const another = report.attempts.length > 0;
  const reply = openReply(triage, { loaded, person, at, reportId: report.id, another });
  const remembered = await remember(turn, stores, report, triage, reply);
  return outcomeOf(turn, {
    state: 'reportId' in reply ? replaceReport(state, remembered) : dropReport(state, report.id),
    replies: [reply],
    decision: triage.decision,
    triage,
    matter: matterOfTriage(triage),
  });
}

/** The matter after the reply: what was shown or asked, and the line in the dialogue. */
async function remember(
  turn: Turn,
  stores: Stores,
  report: Report,
  triage: Triage,
  reply: Reply,
): Promise<Report> {
  const words = dialogueWords(turn.loaded.desk.settings.language);
  const withLine = (text: string): Report => ({
    ...report,
    dialogue: [...report.dialogue, saidByVaktis(turn, text)],
  });
  if (reply.kind === 'ask') {
    return {
      ...withLine(words.asked[reply.about]),
      awaiting: reply.about,
      questionsAsked: report.questionsAsked + 1,
    };
  }
  if (reply.kind === 'not-it') {
    const told = withLine(words.referred(reply.referral?.to ?? reply.note?.title ?? ''));
    return reply.note === null ? told : { ...told, followUps: { ...noFollowUps, referredTo: reply.note.id } };
  }
  if (reply.kind !== 'answer') return report;
  const { note } = reply;
  await keepOutcome(turn, stores, { noteId: note.id, outcome: 'shown', report });
  const shown: Attempt = {
    at: turn.at,
    noteId: note.id,
    noteTitle: note.title,
    outcome: triage.alreadyTried ? 'already-tried' : 'shown',
  };
  return showNote(withLine(words.showedNote(note.title)), shown);
}

const noFollowUps = { asked: [], quoted: [], unanswered: 0 } as const;

/**
 * The person says which note it is about. Only one that the search found for this person and matter is shown; null
 * for any other, and for one that was shown before.
 */
export async function showChosenNote(
  turn: Turn,
  stores: Stores,
  report: Report,
  noteId: string | null,
): Promise<Outcome | null> {
  const triage = triageReport(turn, report);
  const chosen = triage.notes.find(({ note }) => note.id === noteId);
  if (chosen === undefined) return null;
  return say(turn, stores, turn.state, report, { ...triage, decision: 'answer', notes: [chosen], more: [] });
}

/** The latest advice did not help: on to the next best note, or to a person. */
export async function adviceDidNotHelp(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
): Promise<Outcome> {
  const latest = report.attempts.at(-1);
  if (latest !== undefined)
    await keepOutcome(turn, stores, { noteId: latest.noteId, outcome: 'not-solved', report });
  return advanceReport(turn, stores, state, markLatestAttempt(report, 'not-solved'));
}

/** The advice helped: the matter is done, and the note gets the credit. */
export async function reportSolved(turn: Turn, stores: Stores, report: Report): Promise<Outcome> {
  const latest = report.attempts.at(-1);
  if (latest !== undefined)
    await keepOutcome(turn, stores, { noteId: latest.noteId, outcome: 'solved', report });
  return outcomeOf(turn, {
    state: dropReport(turn.state, report.id),
    replies: [{ kind: 'solved', reportId: report.id, case: null }],
    caseEffect: 'solved',
  });
}
