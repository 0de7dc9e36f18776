import { cleanWording } from '#bot/answers/clean-wording.ts';
import { suggestSymptom } from '#bot/answers/suggest-symptom.ts';
import type { Report } from './conversation-state.ts';
import type { Stores } from './stores.ts';
import type { Turn } from './turn.ts';

/**
 * Keeps how a note served. With what was asked, when it helped or did not: questions like it find the note sooner or
 * later from then on, and words that it solved are suggested to its editor.
 */
export async function keepOutcome(
  turn: Turn,
  stores: Stores,
  kept: { noteId: string; outcome: 'shown' | 'solved' | 'not-solved'; report: Report },
): Promise<void> {
  const { noteId, outcome, report } = kept;
  const { at, loaded, person } = turn;
  const note = loaded.notes.get(noteId);
  const wording = outcome === 'shown' ? null : cleanWording(askedBefore(turn, report), note, loaded.desk);
  const byUpn = person.upn;
  await stores.knowledge.addOutcome({ noteId, at, outcome, byUpn, caseId: null, text: wording });
  if (outcome !== 'solved' || note === null || wording === null) return;
  const suggestion = suggestSymptom(note, { wording, byUpn, at });
  if (suggestion !== null) await stores.knowledge.suggestSymptom(suggestion);
}

/** What led to the note: not the words that say now that it helped or did not. */
function askedBefore(turn: Turn, { words }: Report): string {
  const before = words.filter((said, place) => place === 0 || said !== turn.text);
  return before.join('\n');
}
