import type { GlossaryRow } from '../glossary/glossary-row.ts';
import type { SearchLanguage } from './guess-language.ts';
import { stemEnglish, stemSwedish } from './stem.ts';
import { words } from './words.ts';

export type IdeaFinder = {
  /** The ideas that a word stands for by itself; there may be several. */
  inWord(word: string, language: SearchLanguage): string[];
  /** The ideas that take two words or three and begin at that place: `logga in`. */
  phrasesAt(tokens: readonly string[], at: number, language: SearchLanguage): string[];
  /** Whether any of them begins with the word. */
  beginsPhrase(word: string, language: SearchLanguage): boolean;
  /** Swedish words for an idea, the commonest first, folded. */
  swedishFor(idea: string): readonly string[];
};

type Entry = {
  readonly idea: string;
  readonly root: string;
  /** `laddare`: its root alone, `laddar`, is the verb. */
  readonly isDoer?: boolean;
};
type Column = {
  /** Stems that some phrase begins with, and those that then follow: all other words are passed over at once. */
  readonly beginnings: Map<string, Set<string>>;
  readonly entries: Map<string, Entry[]>;
  readonly prefixes: Map<string, Entry[]>;
};

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
    inWord: (word, language) => ideasOfWord(columns[language], word, stemmers[language](word)),
    phrasesAt: (tokens, at, language) => phrasesAt(columns[language], tokens, at, stemmers[language]),
    beginsPhrase: (word, language) => columns[language].beginnings.has(stemmers[language](word)),
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
  const column: Column = { beginnings: new Map(), entries: new Map(), prefixes: new Map() };
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
  const [, second] = parts;
  if (second !== undefined) {
    const beginning = stem(only);
    column.beginnings.set(beginning, (column.beginnings.get(beginning) ?? new Set()).add(stem(second)));
  }
  const isDoer = parts.length === 1 && only.endsWith('are');
  push(column.entries, parts.map(stem).join(' '), { idea, root, isDoer });
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function phrasesAt(
  column: Column,
  tokens: readonly string[],
  at: number,
  stem: (word: string) => string,
): string[] {
  const seconds = column.beginnings.get(stem(tokens[at] ?? ''));
  const second = tokens[at + 1];
  if (seconds === undefined || second === undefined || !seconds.has(stem(second))) return [];
  const stems = tokens.slice(at, at + longestPhrase).map(stem);
  const met: string[] = [];
  for (let length = 2; length <= stems.length; length += 1) {
    const phrase = column.entries.get(stems.slice(0, length).join(' ')) ?? [];
    met.push(...phrase.map(({ idea }) => idea));
  }
  return met;
}

/** The stem must agree and the word begin as the entry does: `skriver` is no `skrivare` although the stems agree. */
function ideasOfWord(column: Column, word: string, stem: string): string[] {
  const whole = (column.entries.get(stem) ?? []).filter(
    ({ root, isDoer }) => word.startsWith(root) && root !== '' && !(isDoer === true && word === root),
  );
  const begun = [word, stem].flatMap((form) =>
    (column.prefixes.get(form.slice(0, prefixKey)) ?? []).filter(({ root }) => form.startsWith(root)),
  );
  return [...new Set([...whole, ...begun].map(({ idea }) => idea))];
}
