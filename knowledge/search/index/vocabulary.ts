import type { Analyser } from '../analyse/analyser.ts';
import { gramsOf } from '../analyse/grams.ts';
import type { SearchLanguage } from '../analyse/guess-language.ts';
import type { TermIds } from './term-ids.ts';
import { noWords, type WordTable } from './word-table.ts';

/** A word as notes have it, looked at once however many notes say it. */
export type VocabularyWord = {
  readonly text: string;
  readonly language: SearchLanguage;
  /** What its letters are worth: a word that says nothing must not make two notes alike. */
  readonly letters: number;
};

/** Numbers of the terms that a word is found by, the stem first, and what each is worth. */
export type WordTerms = readonly { readonly id: number; readonly weight: number }[];

/** Every word of the desk's notes by number. One per search. */
export type Vocabulary = {
  idOf(word: string, language: SearchLanguage): number;
  /** The number must have been given by `idOf`. */
  at(id: number): VocabularyWord;
  /** The word by itself, for those that look at very many. */
  textOf(id: number): string;
  beginsPhrase(id: number): boolean;
  /** None for a word that says nothing. */
  termsOf(id: number): WordTerms;
  /** The word's letter grams, as {@link gramsOf} gives them; only good until the next call. */
  gramsOf(id: number): Int32Array;
  /** Every word with its language before it, in the order of their numbers. */
  all(): string[];
};

/** The words that come first are the commonest: their grams are kept, some 10 MB. */
const keptGrams = 50_000;
const emptyWordLetters = 0.15;
const languages = { s: 'sv', e: 'en', o: 'other' } as const satisfies Record<string, SearchLanguage>;
const signs = { sv: 's', en: 'e', other: 'o' } as const satisfies Record<SearchLanguage, string>;

export type VocabularyTools = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  /** What a compound's part is worth against the whole word. */
  readonly partWeight: number;
  /** Words that had numbers already, as {@link Vocabulary.all} gives them. */
  readonly base?: WordTable;
};

export function createVocabulary({ analyser, ids, partWeight, base = noWords }: VocabularyTools): Vocabulary {
  const known = {
    sv: new Map<string, number>(),
    en: new Map<string, number>(),
    other: new Map<string, number>(),
  };
  // As long as they will be: an array that is filled from its end becomes a slow one.
  const held = new Array<VocabularyWord | undefined>(base.size);
  const terms = new Array<WordTerms | undefined>(base.size);
  const beginning = new Array<boolean | undefined>(base.size);
  const spelled = new Array<Int32Array | undefined>(Math.min(base.size, keptGrams));
  let size = base.size;
  const at = (id: number): VocabularyWord => {
    const found = held[id];
    if (found !== undefined) return found;
    const stored = base.at(id);
    const sign = stored[0] === 'e' || stored[0] === 'o' ? stored[0] : 's';
    const fresh = look(stored.slice(1), languages[sign], analyser);
    held[id] = fresh;
    return fresh;
  };
  return {
    idOf(word, language) {
      const found = known[language].get(word);
      if (found !== undefined) return found;
      const stored = base.get(signs[language] + word);
      const id = stored >= 0 ? stored : size;
      known[language].set(word, id);
      if (stored >= 0) return id;
      held[id] = look(word, language, analyser);
      size += 1;
      return id;
    },
    at,
    textOf: (id) => held[id]?.text ?? base.at(id).slice(1),
    beginsPhrase(id) {
      const { text, language } = at(id);
      const found = beginning[id] ?? analyser.beginsPhrase(text, language);
      beginning[id] = found;
      return found;
    },
    termsOf(id) {
      const found = terms[id] ?? readTerms(at(id), { analyser, ids, partWeight });
      terms[id] = found;
      return found;
    },
    gramsOf(id) {
      const kept = spelled[id];
      if (kept !== undefined) return kept;
      const grams = gramsOf(at(id).text);
      if (id < keptGrams) spelled[id] = grams.slice();
      return grams;
    },
    all: () => Array.from({ length: size }, (_, id) => signs[at(id).language] + at(id).text),
  };
}

function look(text: string, language: SearchLanguage, analyser: Analyser): VocabularyWord {
  return { text, language, letters: analyser.isEmptyWord(text) ? emptyWordLetters : 1 };
}

function readTerms(
  { text, language }: VocabularyWord,
  { analyser, ids, partWeight }: VocabularyTools,
): WordTerms {
  if (analyser.isEmptyWord(text)) return [];
  const { stem, parts, ideas } = analyser.word(text, language);
  const weights = new Map([[stem, 1]]);
  for (const part of parts) if (!weights.has(part)) weights.set(part, partWeight);
  for (const idea of ideas) weights.set(idea, 1);
  return [...weights].map(([term, weight]) => ({ id: ids.give(term), weight }));
}
