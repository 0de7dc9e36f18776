import { viewNote } from '#bot/answers/note-view.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import type { HandoffContext } from './context.ts';

/** Notes beside a case, for whoever takes it: technician-only ones are marked, [privat] parts are gone here too. */
export function viewTechnicianNotes(
  ids: readonly string[],
  { loaded: { desk, notes }, at }: HandoffContext,
): NoteView[] {
  return [...new Set(ids)]
    .map((id) => notes.get(id))
    .filter((note) => note !== null)
    .map((note) => viewNote(note, desk, at));
}
