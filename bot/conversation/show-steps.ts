import { guidedStep } from '#bot/answers/guided-fix.ts';
import { viewNote } from '#bot/answers/note-view.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import type { Report } from './conversation-state.ts';
import type { Press } from './incoming-message.ts';
import { replaceReport } from './reports.ts';
import { type Outcome, outcomeOf, saidByVaktis, type Turn } from './turn.ts';

/** One step at a time, or all at once, as the person likes. The note is the one that the matter was answered with; null when there is none. */
export function showSteps(
  turn: Turn,
  press: Pick<Press, 'verb' | 'noteId' | 'value'>,
  report: Report,
): Outcome | null {
  const noteId = press.noteId ?? report.shownNoteIds.at(-1);
  const note =
    noteId !== undefined && report.shownNoteIds.includes(noteId) ? turn.loaded.notes.get(noteId) : null;
  if (note === null) return null;
  const { desk } = turn.loaded;
  const view = viewNote(note, desk, turn.at);
  const step = press.verb === 'step' ? guidedStep(view, report.id, Number(press.value ?? '1')) : null;
  if (step === null || step.kind !== 'guided-step') {
    const siteName = report.siteId === null ? null : (desk.sites.get(report.siteId)?.name ?? null);
    return outcomeOf(turn, {
      replies: [{ kind: 'answer', reportId: report.id, note: view, siteName, hazard: false, another: false }],
    });
  }
  const words = dialogueWords(desk.settings.language);
  const line = saidByVaktis(turn, words.showedStep(step.index, step.noteTitle));
  return outcomeOf(turn, {
    state: replaceReport(turn.state, {
      ...report,
      stepShown: step.index,
      dialogue: [...report.dialogue, line],
    }),
    replies: [step],
  });
}
