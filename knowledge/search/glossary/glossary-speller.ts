import type { SearchLanguage } from '../analyse/guess-language.ts';
import { createSpeller, type Speller } from '../analyse/nearest-words.ts';
import { sortIntoDrawers } from '../analyse/word-drawers.ts';
import { words } from '../analyse/words.ts';
import { glossary } from './glossary.ts';
import type { GlossaryRow } from './glossary-row.ts';

const spellers: Readonly<Record<SearchLanguage, Speller>> = {
  sv: spellerOf((row) => row.sv),
  en: spellerOf((row) => row.en),
  other: spellerOf(() => ''),
};

/** Words of the field that a misspelt one may have meant, whether some note has them or not: `padadn`, `pritner`. */
export function nearestInGlossary(word: string, language: SearchLanguage): string[] {
  return spellers[language].nearest(word);
}

function spellerOf(pick: (row: GlossaryRow) => string): Speller {
  return createSpeller(() => {
    const single = glossary
      .flatMap((row) => pick(row).split(',').map(words))
      .filter((entry) => entry.length === 1);
    const known = [...new Set(single.flat())];
    return sortIntoDrawers({ numbers: known.keys(), at: (number) => known[number] ?? '' });
  });
}
