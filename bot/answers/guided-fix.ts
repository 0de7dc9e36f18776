import type { NoteView, Reply } from '#bot/reply/reply.ts';

/**
 * One step of a note's guided fix, as a reply.
 * @param index from 1; what lies outside is brought to the nearest step.
 * @returns null when the note has no steps.
 */
export function guidedStep(note: NoteView, reportId: string, index: number): Reply | null {
  const total = note.steps.length;
  const wanted = Math.min(Math.max(Math.trunc(index) || 1, 1), total);
  const step = note.steps[wanted - 1];
  if (step === undefined) return null;
  return {
    kind: 'guided-step',
    reportId,
    noteId: note.id,
    noteTitle: note.title,
    step,
    index: wanted,
    total,
    ...(note.technicianOnly === true ? { technicianOnly: true } : {}),
  };
}
