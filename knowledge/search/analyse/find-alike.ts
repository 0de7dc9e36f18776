import type { AlikeRow } from '../glossary/alike-row.ts';
import type { SearchLanguage } from './guess-language.ts';
import { stemEnglish, stemSwedish } from './stem.ts';
import { words } from './words.ts';

/** What else a note may say instead of a word. */
export type Alike = {
  /** Stems, in both languages. */
  readonly terms: readonly string[];
  /** Whole words in Swedish, for the comparison by letters. */
  readonly words: readonly string[];
};

export type AlikeFinder = (stem: string, language: SearchLanguage) => Alike;

const nothing: Alike = { terms: [], words: [] };

/** Reads the rows once; a word that stands in several has the words of all. */
export function createAlikeFinder(rows: readonly AlikeRow[]): AlikeFinder {
  const swedish = new Map<string, Alike>();
  const english = new Map<string, Alike>();
  for (const row of rows) {
    const sv = readColumn(row.sv, stemSwedish);
    const en = readColumn(row.en, stemEnglish);
    const terms = [...sv.keys(), ...en.keys()];
    for (const stem of sv.keys()) put(swedish, stem, { terms, words: wordsBut(sv, stem) });
    for (const stem of en.keys()) put(english, stem, { terms, words: wordsBut(sv, stem) });
  }
  const byLanguage = { sv: swedish, en: english, other: new Map<string, Alike>() };
  return (stem, language) => byLanguage[language].get(stem) ?? nothing;
}

/** Stem → the first word that has it. */
function readColumn(column: string, stem: (word: string) => string): Map<string, string> {
  const read = new Map<string, string>();
  for (const word of words(column)) if (!read.has(stem(word))) read.set(stem(word), word);
  return read;
}

function wordsBut(column: ReadonlyMap<string, string>, stem: string): string[] {
  return [...column].flatMap(([other, word]) => (other === stem ? [] : [word]));
}

function put(map: Map<string, Alike>, stem: string, { terms, words: said }: Alike): void {
  const known = map.get(stem) ?? nothing;
  map.set(stem, {
    terms: [...new Set([...known.terms, ...terms])].filter((term) => term !== stem),
    words: [...new Set([...known.words, ...said])],
  });
}
