import type { Analyser } from '../analyse/analyser.ts';
import { gramCount, gramsOf } from '../analyse/grams.ts';
import type { SearchLanguage } from '../analyse/guess-language.ts';
import type { TermIds } from './term-ids.ts';

/** A word as notes have it, analysed once however many notes say it. */
export type VocabularyWord = {
  readonly text: string;
  /** Numbers of the terms that it is found by, and what each is worth. None for a word that says nothing. */
  readonly terms: readonly { readonly id: number; readonly weight: number }[];
  /** How many letter grams it has. */
  readonly grams: number;
  /** What its letters are worth: a word that says nothing must not make two notes alike. */
  readonly letters: number;
  readonly beginsPhrase: boolean;
};

/** Every word of the desk's notes by number. One per search. */
export type Vocabulary = {
  idOf(word: string, language: SearchLanguage): number;
  /** The number must have been given by `idOf`. */
  at(id: number): VocabularyWord;
  /** The word's letter grams, as {@link gramsOf} gives them; only good until the next call. */
  gramsOf(id: number): Int32Array;
};

/** The words that come first are the commonest: their grams are kept, some 10 MB. */
const keptGrams = 50_000;
const emptyWordLetters = 0.15;

/** `partWeight`: what a compound's part is worth against the whole word. */
export function createVocabulary(analyser: Analyser, ids: TermIds, partWeight: number): Vocabulary {
  const known = {
    sv: new Map<string, number>(),
    en: new Map<string, number>(),
    other: new Map<string, number>(),
  };
  const held: VocabularyWord[] = [];
  const spelled: Int32Array[] = [];
  return {
    idOf(word, language) {
      const found = known[language].get(word);
      if (found !== undefined) return found;
      known[language].set(word, held.length);
      held.push(readWord(word, language, { analyser, ids, partWeight }));
      return held.length - 1;
    },
    at: (id) => held[id] ?? nothing,
    gramsOf(id) {
      const kept = spelled[id];
      if (kept !== undefined) return kept;
      const grams = gramsOf(held[id]?.text ?? '');
      if (id < keptGrams) spelled[id] = grams.slice();
      return grams;
    },
  };
}

const nothing: VocabularyWord = { text: '', terms: [], grams: 0, letters: 0, beginsPhrase: false };

type Reading = { readonly analyser: Analyser; readonly ids: TermIds; readonly partWeight: number };

function readWord(
  text: string,
  language: SearchLanguage,
  { analyser, ids, partWeight }: Reading,
): VocabularyWord {
  const grams = gramCount(text);
  const beginsPhrase = analyser.beginsPhrase(text, language);
  if (analyser.isEmptyWord(text)) return { text, terms: [], grams, letters: emptyWordLetters, beginsPhrase };
  const { stem, parts, ideas } = analyser.word(text, language);
  const weights = new Map([[stem, 1]]);
  for (const part of parts) if (!weights.has(part)) weights.set(part, partWeight);
  for (const idea of ideas) weights.set(idea, 1);
  const terms = [...weights].map(([term, weight]) => ({ id: ids.give(term), weight }));
  return { text, terms, grams, letters: 1, beginsPhrase };
}
