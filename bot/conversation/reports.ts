import type { Attempt, DialogueLine } from '#bot/handoff/case.ts';
import type { ConversationState, Report } from './conversation-state.ts';

/** A matter that was left is picked up again by itself within this time; later only when the words say so. */
const continuesFor = 2 * 60 * 60 * 1000;
/** And after this time not at all. */
const forgottenAfter = 7 * 24 * 60 * 60 * 1000;

export function startReport(start: {
  id: string;
  at: Date;
  words: string;
  dialogue: readonly DialogueLine[];
  attachments: Report['attachments'];
  masked: readonly string[];
}): Report {
  return {
    id: start.id,
    startedAt: start.at,
    words: start.words === '' ? [] : [start.words],
    siteId: null,
    category: null,
    questionsAsked: 0,
    awaiting: null,
    attempts: [],
    shownNoteIds: [],
    stepShown: 0,
    dialogue: start.dialogue,
    attachments: start.attachments,
    masked: start.masked,
  };
}

/** What the person has said about the matter, oldest first. */
export function wordsOf(report: Report): string {
  return report.words.join('\n');
}

export function addWords(
  report: Report,
  said: {
    words: string;
    line: DialogueLine;
    masked: readonly string[];
    attachments?: Report['attachments'];
  },
): Report {
  return {
    ...report,
    words: said.words === '' ? report.words : [...report.words, said.words],
    dialogue: [...report.dialogue, said.line],
    attachments: [...report.attachments, ...(said.attachments ?? [])],
    masked: [...new Set([...report.masked, ...said.masked])],
    awaiting: null,
  };
}

/** The latest advice did not help (or was tried before it was given). */
export function markLatestAttempt(report: Report, outcome: Attempt['outcome']): Report {
  const latest = report.attempts.at(-1);
  if (latest === undefined) return report;
  return { ...report, attempts: [...report.attempts.slice(0, -1), { ...latest, outcome }] };
}

export function showNote(report: Report, shown: Attempt): Report {
  const { unanswered = 0 } = report.followUps ?? {};
  return {
    ...report,
    followUps: { asked: [], quoted: [], unanswered },
    awaiting: null,
    stepShown: 0,
    attempts: [...report.attempts, shown],
    shownNoteIds: [...report.shownNoteIds, shown.noteId],
  };
}

/** The matter that the talk is about now: the latest that is still fresh, or that the words say goes on. */
export function currentReport(state: ConversationState, at: Date, saysItGoesOn: boolean): Report | null {
  const latest = state.reports.at(-1);
  if (latest === undefined) return null;
  const idle = at.getTime() - (state.lastAt ?? latest.startedAt).getTime();
  return idle <= (saysItGoesOn ? forgottenAfter : continuesFor) ? latest : null;
}

export function replaceReport(state: ConversationState, changed: Report): ConversationState {
  const others = state.reports.filter((report) => report.id !== changed.id);
  return { ...state, reports: [...others, changed].slice(-5) };
}

export function dropReport(state: ConversationState, id: string): ConversationState {
  return { ...state, reports: state.reports.filter((report) => report.id !== id) };
}
