import type { Note } from '../note.ts';
import { type Analyser, createAnalyser } from './analyse/analyser.ts';
import { createLexicon, type LearnedLexicon } from './analyse/lexicon.ts';
import { words } from './analyse/words.ts';
import { glossary } from './glossary/glossary.ts';
import { createShelves, type Shelves } from './index/create-shelves.ts';
import { noteFields } from './index/note-fields.ts';
import { createTermIds, type TermIds } from './index/term-ids.ts';
import { createVocabulary, type Vocabulary } from './index/vocabulary.ts';
import type { SearchWeights } from './search-weights.ts';

/** What a search is made of, for the one that takes its place when some notes have changed. */
export type Feed = {
  readonly lexicon: LearnedLexicon;
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly vocabulary: Vocabulary;
  readonly shelves: Pick<Shelves, 'made'>;
  readonly weights: SearchWeights;
  /** As they were when all was read in. */
  readonly notes: { has(note: Note): boolean; readonly size: number };
};

/** A smaller desk is read in anew in no time; of a larger one so much may change before it is. */
export const largeDesk = 2_000;
const mostChanged = 0.05;

/** Reads the notes in; of a large desk that was read before only what changed. */
export function readIn(
  notes: readonly Note[],
  weights: SearchWeights,
  before: Feed | null,
): Feed & { readonly shelves: Shelves } {
  if (before?.weights === weights && isNearlyTheSame(notes, before)) {
    return { ...before, shelves: createShelves(notes, before, before.shelves.made) };
  }
  const lexicon = createLexicon(vocabularyOf(notes, weights), glossary);
  const analyser = createAnalyser(lexicon);
  const ids = createTermIds();
  const vocabulary = createVocabulary({ analyser, ids, partWeight: weights.part });
  const shelves = createShelves(notes, { analyser, ids, vocabulary, weights });
  return { lexicon, analyser, ids, vocabulary, shelves, weights, notes: new Set(notes) };
}

function isNearlyTheSame(notes: readonly Note[], before: Feed): boolean {
  if (notes.length < largeDesk) return false;
  const kept = notes.filter((note) => before.notes.has(note)).length;
  return Math.max(notes.length, before.notes.size) - kept <= notes.length * mostChanged;
}

/** Compounds are split by these words. Of so many notes the bodies are read too; those after them bring little new. */
const readWhole = 10_000;

function vocabularyOf(notes: readonly Note[], { fields }: SearchWeights): Set<string> {
  const vocabulary = new Set<string>();
  const learn = (text: string) => {
    for (const word of words(text)) vocabulary.add(word);
  };
  for (const [index, note] of notes.entries()) {
    if (index < readWhole) for (const field of noteFields(note, fields)) learn(field.text);
    else learn([note.title, ...note.symptoms, note.asset ?? ''].join(' '));
  }
  return vocabulary;
}
