import type { GlossaryRow } from '../glossary/glossary-row.ts';
import type { SearchLanguage } from './guess-language.ts';
import { stemEnglish, stemSwedish } from './stem.ts';
import { words } from './words.ts';

/** An idea of the glossary met in a text: `length` words from word number `at`. */
export type MetIdea = { readonly idea: string; readonly at: number; readonly length: number };

export type IdeaFinder = {
  /** Every idea in the text; one word may stand for several. */
  find(tokens: readonly string[], language: SearchLanguage): MetIdea[];
  /** Swedish words for an idea, the commonest first, folded. */
  swedishFor(idea: string): readonly string[];
};

type Entry = { readonly idea: string; readonly root: string };
type Column = { readonly entries: Map<string, Entry[]>; readonly prefixes: Map<string, Entry[]> };

const longestPhrase = 3;
const prefixKey = 3;

/** Reads the glossary once; looking a text up costs a few look-ups a word. */
export function createIdeaFinder(rows: readonly GlossaryRow[]): IdeaFinder {
  const columns = {
    sv: readColumn(rows, (row) => row.sv, stemSwedish),
    en: readColumn(rows, (row) => row.en, stemEnglish),
    other: readColumn(
      rows,
      (row) => row.other,
      (word) => word,
    ),
  };
  const swedish = new Map(
    rows.map((row) => [row.idea, row.sv.split(',').flatMap((entry) => firstWord(entry))]),
  );
  return {
    find: (tokens, language) => findIn(columns[language], tokens, stemmers[language]),
    swedishFor: (idea) => swedish.get(idea) ?? [],
  };
}

const stemmers = { sv: stemSwedish, en: stemEnglish, other: withoutArabicArticle };

function firstWord(entry: string): string[] {
  const parts = words(entry);
  return parts.length === 1 ? parts : [];
}

/** Arabic writes `the`, `and`, `in` on to the word. */
function withoutArabicArticle(word: string): string {
  return word.replace(/^[وفب]?ال(?=.{3})/, '');
}

function readColumn(
  rows: readonly GlossaryRow[],
  pick: (row: GlossaryRow) => string,
  stem: (word: string) => string,
): Column {
  const column: Column = { entries: new Map(), prefixes: new Map() };
  for (const row of rows)
    for (const entry of pick(row).split(',')) addEntry(column, row.idea, entry.trim(), stem);
  return column;
}

function addEntry(column: Column, idea: string, entry: string, stem: (word: string) => string): void {
  const parts = words(entry);
  const only = parts[0];
  if (only === undefined) return;
  if (parts.length === 1 && entry.endsWith('*')) {
    push(column.prefixes, only.slice(0, prefixKey), { idea, root: only });
    return;
  }
  const root = parts.length === 1 ? only.replace(/[aeiou]$/, '') : '';
  push(column.entries, parts.map(stem).join(' '), { idea, root });
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function findIn(column: Column, tokens: readonly string[], stem: (word: string) => string): MetIdea[] {
  const stems = tokens.map(stem);
  const met: MetIdea[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const idea of ideasOfWord(column, token, stems[at] ?? token)) met.push({ idea, at, length: 1 });
    for (let length = 2; length <= longestPhrase && at + length <= tokens.length; length += 1) {
      const phrase = column.entries.get(stems.slice(at, at + length).join(' ')) ?? [];
      for (const { idea } of phrase) met.push({ idea, at, length });
    }
  }
  return met;
}

/** The stem must agree and the word begin as the entry does: `skriver` is no `skrivare` although the stems agree. */
function ideasOfWord(column: Column, word: string, stem: string): string[] {
  const whole = (column.entries.get(stem) ?? []).filter(({ root }) => word.startsWith(root) && root !== '');
  const begun = [word, stem].flatMap((form) =>
    (column.prefixes.get(form.slice(0, prefixKey)) ?? []).filter(({ root }) => form.startsWith(root)),
  );
  return [...new Set([...whole, ...begun].map(({ idea }) => idea))];
}
