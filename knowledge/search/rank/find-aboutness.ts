import type { Category } from '#bot/desk/category.ts';
import { type Analyser, saidOfEverything } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import { categoryWords } from '../index/note-fields.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { SearchWeights } from '../search-weights.ts';
import { faintTelling, type Question, type Wanted } from './question.ts';
import type { NoteScore } from './score-notes.ts';

type Tools = { readonly analyser: Analyser; readonly weights: SearchWeights; readonly ids: TermIds };
type Place = Pick<NoteScore, 'note' | 'shelf' | 'document'>;

/** `share` is 0–1; `held` is how many words that is: one of one is less to go by than four of six. */
export type Aboutness = { readonly share: number | null; readonly held: number | null };

const unknown: Aboutness = { share: null, held: null };

/**
 * How many of the question's words the note's own text holds, those left out that say only where. Null
 * when it says nothing else, or is in a language that only meanings are known of. `ljudet i stora salen` finds the
 * note about that room's screen by its place alone: 0.
 */
export function findAboutness(question: Question, place: Place, tools: Tools): Aboutness {
  if (question.language === 'other') return unknown;
  const matter = question.wanted.filter((wanted) => tellsWhat(wanted) && !question.where.has(wanted.word));
  if (matter.length === 0) return unknown;
  const isOwn = ownTerms(place, tools);
  const held = matter.reduce((sum, wanted) => sum + shareHeld(wanted, isOwn), 0);
  return { share: held / matter.length, held };
}

function tellsWhat({ word, telling }: Wanted): boolean {
  return telling > faintTelling && word !== saidOfEverything;
}

/** A word that only means much the same is left out: it may put a note forward, but says nothing sure of its matter. */
function shareHeld({ ways }: Wanted, isOwn: (term: string) => boolean): number {
  const shares = ways
    .filter(({ noRarerThan }) => noRarerThan === undefined)
    .map(({ terms }) => terms.reduce((sum, { term, share }) => sum + (isOwn(term) ? share : 0), 0));
  return Math.min(1, Math.max(0, ...shares));
}

/** Weights stand in the index in tenths. */
const rounding = 0.06;

/** What the note's category is called is no word of the note: a term must weigh more there than the category's words do. */
function ownTerms({ note, shelf, document }: Place, tools: Tools): (term: string) => boolean {
  const ofCategory = categoryTerms(note.category, tools);
  return (term) => {
    const id = tools.ids.get(term);
    if (id === null) return false;
    return shelf.terms.postings.weightIn(id, document) > (ofCategory.get(term) ?? 0) + rounding;
  };
}

const remembered = new WeakMap<Analyser, Map<Category, ReadonlyMap<string, number>>>();

/** What the category's words weigh in the index, by term; of a note in English they were read as English. */
function categoryTerms(category: Category, { analyser, weights }: Tools): ReadonlyMap<string, number> {
  const byCategory = remembered.get(analyser) ?? new Map<Category, ReadonlyMap<string, number>>();
  remembered.set(analyser, byCategory);
  const known = byCategory.get(category);
  if (known !== undefined) return known;
  const swedish = weighed(category, 'sv', { analyser, weights });
  const english = weighed(category, 'en', { analyser, weights });
  for (const [term, weight] of english) swedish.set(term, Math.max(weight, swedish.get(term) ?? 0));
  byCategory.set(category, swedish);
  return swedish;
}

function weighed(
  category: Category,
  language: 'sv' | 'en',
  { analyser, weights }: Pick<Tools, 'analyser' | 'weights'>,
): Map<string, number> {
  const tokens = words(categoryWords[category]);
  const found = new Map<string, number>();
  const add = (term: string, share: number) =>
    found.set(term, (found.get(term) ?? 0) + weights.fields.category * share);
  for (const phrase of analyser.read(tokens, language).phrases) add(phrase, 1);
  for (const token of new Set(tokens)) {
    const { stem, parts, ideas } = analyser.word(token, language);
    for (const term of new Set([stem, ...ideas])) add(term, 1);
    for (const part of new Set(parts)) if (part !== stem) add(part, weights.part);
  }
  return found;
}
