import { isOpen } from '#bot/handoff/case.ts';
import { advanceReport } from './advance-report.ts';
import type { Report } from './conversation-state.ts';
import type { Revision } from './incoming-message.ts';
import { dropReport, replaceReport } from './reports.ts';
import type { Stores } from './stores.ts';
import { correctCase } from './talk-about-case.ts';
import { type Outcome, outcomeOf, type Turn, triageReport } from './turn.ts';

/**
 * A message that was changed or taken back. In a matter that is still talked about the words are changed or
 * forgotten; in a case somebody may have read them already, so the change is added. Anything else is let be.
 */
export async function onRevision(turn: Turn, stores: Stores, revision: Revision): Promise<Outcome> {
  const said = (lines: Report['dialogue']) => lines.some(({ messageId }) => messageId === revision.messageId);
  const report = turn.state.reports.findLast((known) => said(known.dialogue));
  const gone = revision.how === 'deleted' || turn.text.trim() === '';
  if (report !== undefined) {
    return gone ? forget(turn, report, revision) : change(turn, stores, report, revision);
  }
  const about = turn.cases.find((known) => isOpen(known.state) && said(known.packet.dialogue));
  if (about === undefined || gone) return nothingSaid(turn);
  const latest = about.packet.dialogue.findLast(({ messageId }) => messageId === revision.messageId);
  if (latest?.text.endsWith(turn.text)) return nothingSaid(turn);
  return correctCase(turn, stores, about, revision.messageId);
}

function nothingSaid(turn: Turn, state = turn.state): Outcome {
  return outcomeOf(turn, { state, decision: null });
}

function forget(turn: Turn, report: Report, revision: Revision): Outcome {
  const { report: shorter } = rewrite(report, revision, null);
  const isEmpty = shorter.words.length === 0;
  return nothingSaid(turn, isEmpty ? dropReport(turn.state, report.id) : replaceReport(turn.state, shorter));
}

/** A typing mistake set right needs no answer; words that now mean something else do. */
async function change(turn: Turn, stores: Stores, report: Report, revision: Revision): Promise<Outcome> {
  const { report: changed, isSame } = rewrite(report, revision, turn.text);
  if (isSame) return nothingSaid(turn);
  const masked = [...new Set([...changed.masked, ...turn.masked])];
  const now = { ...changed, masked };
  if (meaning(turn, report) === meaning(turn, now)) {
    return nothingSaid(turn, replaceReport(turn.state, now));
  }
  return advanceReport(turn, stores, turn.state, { ...now, awaiting: null });
}

/** What the words come to by themselves, whatever was shown since. */
function meaning(turn: Turn, report: Report): string {
  const asNew = { ...report, shownNoteIds: [] };
  const { decision, category, site, notes, wantsPerson } = triageReport(turn, asNew);
  return JSON.stringify([decision, category.id, site.id, notes[0]?.note.id, wantsPerson]);
}

/** `text` null: without that message's words. One message may have been split into several matters' words. */
function rewrite(
  report: Report,
  { messageId }: Revision,
  text: string | null,
): { report: Report; isSame: boolean } {
  const own = report.dialogue.filter((line) => line.messageId === messageId).map((line) => line.text);
  const isOwn = (words: string) => own.some((line) => line === words || line.includes(words));
  const at = report.words.findIndex(isOwn);
  const words = report.words.filter((said) => !isOwn(said));
  if (text !== null) words.splice(at === -1 ? words.length : at, 0, text);
  const dialogue = report.dialogue.flatMap((line) => {
    if (line.messageId !== messageId) return [line];
    return text === null ? [] : [{ ...line, text }];
  });
  return { report: { ...report, words, dialogue }, isSame: own.every((line) => line === text) };
}
