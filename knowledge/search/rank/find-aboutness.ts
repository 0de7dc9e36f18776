import type { Note } from '../../note.ts';
import { type Analyser, saidOfEverything } from '../analyse/analyser.ts';
import type { SearchWeights } from '../search-weights.ts';
import { type HeldTerms, termsByField } from './held-terms.ts';
import { faintTelling, type Question, type Wanted } from './question.ts';

type Tools = { readonly analyser: Analyser; readonly weights: SearchWeights };

/**
 * 0–1: the share of the question's words that the note's own text holds, those left out that say only where. Null
 * when it says nothing else, or is in a language that only meanings are known of. `ljudet i stora salen` finds the
 * note about that room's screen by its place alone: 0.
 */
export function findAboutness(question: Question, note: Note, tools: Tools): number | null {
  if (question.language === 'other') return null;
  const matter = question.wanted.filter((wanted) => tellsWhat(wanted) && !question.where.has(wanted.word));
  if (matter.length === 0) return null;
  const held = ownTerms(note, tools);
  return matter.reduce((sum, wanted) => sum + shareHeld(wanted, held), 0) / matter.length;
}

function tellsWhat({ word, telling }: Wanted): boolean {
  return telling > faintTelling && word !== saidOfEverything;
}

/** What the note's category is called is no word of the note. */
function shareHeld({ ways }: Wanted, held: HeldTerms): number {
  const isOwn = (term: string) => [...(held.get(term) ?? [])].some((field) => field !== 'category');
  const shares = ways.map(({ terms }) =>
    terms.reduce((sum, { term, share }) => sum + (isOwn(term) ? share : 0), 0),
  );
  return Math.min(1, Math.max(0, ...shares));
}

const remembered = new WeakMap<Note, HeldTerms>();

function ownTerms(note: Note, tools: Tools): HeldTerms {
  const known = remembered.get(note);
  if (known !== undefined) return known;
  const held = termsByField(note, tools);
  remembered.set(note, held);
  return held;
}
