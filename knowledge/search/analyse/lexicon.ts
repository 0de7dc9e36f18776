import type { GlossaryRow } from '../glossary/glossary-row.ts';
import type { WordTable } from '../index/word-table.ts';
import type { Lexicon } from './split-compound.ts';
import { stemSwedish } from './stem.ts';
import { chatter, swedishStopWords } from './stop-words.ts';
import { words } from './words.ts';

export type LearnedLexicon = Lexicon & {
  all(): { readonly known: string[]; readonly stems: string[] };
};

/** The words that compounds are split by: those of the desk's own notes and those of the field. */
export function createLexicon(vocabulary: Iterable<string>, rows: readonly GlossaryRow[]): LearnedLexicon {
  const known = new Set<string>();
  const stems = new Set<string>();
  const learn = (word: string) => {
    if (word.length < 3 || swedishStopWords.has(word) || chatter.has(word) || /\d/.test(word)) return;
    known.add(word);
    stems.add(stemSwedish(word));
  };
  for (const word of vocabulary) learn(word);
  for (const row of rows) for (const word of words(row.sv)) learn(word);
  return {
    has: (word) => known.has(word) || (known.size > 0 && stems.has(word)),
    hasStem: (word) => stems.has(stemSwedish(word)),
    all: () => ({ known: [...known], stems: [...stems] }),
  };
}

/** The same from tables of what {@link LearnedLexicon.all} gave. */
export function readLexicon(known: WordTable, stems: WordTable): LearnedLexicon {
  const list = (table: WordTable) => Array.from({ length: table.size }, (_, number) => table.at(number));
  return {
    has: (word) => known.get(word) >= 0 || (known.size > 0 && stems.get(word) >= 0),
    hasStem: (word) => stems.get(stemSwedish(word)) >= 0,
    all: () => ({ known: list(known), stems: list(stems) }),
  };
}
