import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';

/** The note as it is sent: steps that were added and not written are left out, and with the last step its heading. */
export function withoutBlanks(content: NoteContent): NoteContent {
  const steps = content.steps.map((step) => step.trim()).filter((step) => step !== '');
  return {
    ...content,
    title: content.title.trim(),
    steps,
    stepsTitle: steps.length === 0 ? null : content.stepsTitle,
  };
}
