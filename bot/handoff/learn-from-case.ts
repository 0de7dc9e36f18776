import { cleanWording } from '#bot/answers/clean-wording.ts';
import { suggestSymptom } from '#bot/answers/suggest-symptom.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '#knowledge/note.ts';
import type { Case } from './case.ts';
import type { Work } from './context.ts';

/**
 * A case that its requester has said is solved, after a technician's resolution, teaches the search what was asked of
 * the notes that the technician confirmed with it. Whichever of the two comes last; each note learns once of a case.
 */
export async function learnFromCase(work: Work, item: Case): Promise<void> {
  if (item.resolution === null || item.state !== 'closed') return;
  const events = await work.stores.cases.events(item.id);
  const solvedBy = events.findLast(({ kind }) => kind === 'confirmed')?.actor;
  if (solvedBy === undefined) return;
  for (const note of await notesUsed(work, item)) await learn(work, item, note, solvedBy);
}

/** What was asked, once the case is solved: fit to be added to a note. */
export function wordingOfCase({ state, packet }: Case, desk: Desk): string | null {
  return state === 'resolved' || state === 'closed' ? cleanWording(packet.symptom, null, desk) : null;
}

/** Shown with the case and confirmed by whoever mended it, but for those that the requester had tried in vain. */
async function notesUsed(work: Work, { id, packet }: Case): Promise<Note[]> {
  const inVain = packet.attempts.filter(({ outcome }) => outcome !== 'shown').map(({ noteId }) => noteId);
  const shown = new Set([...packet.notesShown, ...packet.technicianNotes]).difference(new Set(inVain));
  const used: Note[] = [];
  for (const noteId of shown) {
    const ofCase = (await work.stores.knowledge.outcomes(noteId)).filter(({ caseId }) => caseId === id);
    const isConfirmed = ofCase.some(({ outcome }) => outcome === 'confirmed');
    const hasLearned = ofCase.some(({ outcome }) => outcome === 'solved');
    const note = work.ctx.loaded.notes.get(noteId);
    if (note !== null && isConfirmed && !hasLearned) used.push(note);
  }
  return used;
}

async function learn(work: Work, { id, packet }: Case, note: Note, byUpn: string): Promise<void> {
  const { at, loaded } = work.ctx;
  const wording = cleanWording(packet.symptom, note, loaded.desk);
  if (wording === null) return;
  const { knowledge } = work.stores;
  await knowledge.addOutcome({ noteId: note.id, at, outcome: 'solved', byUpn, caseId: id, text: wording });
  const suggestion = suggestSymptom(note, { wording, byUpn, at });
  if (suggestion !== null) await knowledge.suggestSymptom(suggestion);
}
