import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '#knowledge/note.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import { tellingWords, wordingKey } from '#knowledge/search/learn/telling-words.ts';

/** Nobody searches with a whole story, and the matter is said first. */
const longest = 240;
const signOff =
  /(?:^|[\s,.!])(?:mvh|m\.v\.h\.?|(?:med )?vänlig(?:a|t)? hälsning(?:ar)?|hälsningar|(?:best |kind )?regards)(?=[\s,.!]|$).*$/isu;
const introduction =
  /(?:jag heter|mitt namn är|my name is)\s+\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)?[\s,.!]*(?:här)?/giu;

/**
 * What somebody asked, fit to be kept with a note: without the names and numbers that say who asked. Names are those
 * of the desk's people, and any other that looks like one and is neither in the note nor a device or system that the
 * search knows. Null when nothing is left that says what it is about.
 */
export function cleanWording(text: string, note: Note | null, desk: Desk): string | null {
  const people = namesOf(desk);
  const known = tellingWords(
    note === null ? '' : [note.title, ...note.symptoms, note.asset, stripPrivate(note.body)].join(' '),
  );
  const lines = text
    .replace(introduction, ' ')
    .replace(signOff, ' ')
    .split(/(?<=[.!?])\s+|\n+/u);
  const kept = lines.map((line) => cleanLine(line, people, known)).filter((line) => line !== '');
  const clean = clip(kept.join(' '));
  return wordingKey(clean) === '' ? null : clean;
}

function cleanLine(line: string, names: ReadonlySet<string>, known: ReadonlySet<string>): string {
  const parts = line.trim().split(/\s+/);
  const kept = parts.filter((part, place) => {
    const word = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (word === '' || /@|:\/\/|•/u.test(part) || /\d.*\d/u.test(word)) return false;
    return !isName(word, names) && (place === 0 || !looksLikeName(word, known));
  });
  return kept.join(' ').replace(/^[\s,;:–-]+/u, '');
}

function isName(word: string, names: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase();
  return names.has(plain) || (plain.endsWith('s') && names.has(plain.slice(0, -1)));
}

/** A capital in the middle of a sentence, in a word that neither the note nor the glossary has. */
function looksLikeName(word: string, known: ReadonlySet<string>): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(word)) return false;
  const telling = [...tellingWords(word)];
  return telling.length > 0 && telling.every((stem) => !stem.startsWith('#') && !known.has(stem));
}

/** A desk may list thousands of people, and it stays the same for days. */
const namesByDesk = new WeakMap<Desk, ReadonlySet<string>>();

function namesOf(desk: Desk): ReadonlySet<string> {
  const known = namesByDesk.get(desk);
  if (known !== undefined) return known;
  const names = readNames(desk);
  namesByDesk.set(desk, names);
  return names;
}

function readNames(desk: Desk): ReadonlySet<string> {
  const parts = [...desk.people.values()].flatMap(({ name }) => name.toLowerCase().split(/[\s-]+/u));
  return new Set(parts.filter((part) => part.length > 1));
}

function clip(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trim();
}
