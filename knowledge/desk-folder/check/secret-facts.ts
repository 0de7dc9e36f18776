import type { Site } from '#bot/desk/site.ts';
import type { Note } from '../../note.ts';
import { appliesTo } from '../../note-life.ts';
import { type Fault, faultAt, type Located } from '../fault.ts';
import { secretFaults } from '../messages-on-content.ts';
import type { CheckContext } from './context.ts';

type SecretValue = { readonly site: Site; readonly fact: string; readonly words: readonly string[] };
export type SecretIndex = {
  /** Values by their first word. */
  readonly phrases: ReadonlyMap<string, readonly SecretValue[]>;
  /** Values with a digit, without anything between their letters and digits. */
  readonly codes: ReadonlyMap<string, readonly SecretValue[]>;
};

/** Shorter codes are everywhere: a room, a port, a step. */
const shortestCode = 4;
/** Shorter ones stand in notes about other sites by chance: a year, an extension, a model. */
const shortestTellingCode = 6;
/** What people write where there is no such thing. */
const nothing =
  /^(?:saknas|finns (?:ej|inte)|inget?(?: larm| kod)?|ingen|nej|ja|okänt?|vet ej|none|n a|unknown|se .*|fråga .*)$/;
/** How many pieces a code may be written in: "4-4-7-1-0-6". */
const mostPieces = 8;

/** The value of a secret fact, however it is spaced or hyphenated, in what staff may read. */
export function checkSecretFacts(context: CheckContext): Fault[] {
  const secretFacts = context.parts.settings?.value.secretFacts ?? [];
  const sites = context.parts.sites.map(({ value }) => value);
  const index = indexSecrets(sites, secretFacts);
  if (index.phrases.size === 0) return [];
  return context.parts.notes.flatMap((note) => checkNote(note, index));
}

/** The secrets of every site, to look for in many texts: see findSecretFacts. */
export function indexSecrets(sites: Iterable<Site>, secretFacts: readonly string[]): SecretIndex {
  const phrases = new Map<string, SecretValue[]>();
  const codes = new Map<string, SecretValue[]>();
  for (const site of sites) {
    for (const fact of secretFacts) {
      const words = wordsOf(site.facts[fact] ?? '').map((word) => word.text);
      const [first] = words;
      const joined = words.join('');
      if (first === undefined || joined.length < shortestCode || nothing.test(words.join(' '))) continue;
      const secret = { site, fact, words };
      phrases.set(first, [...(phrases.get(first) ?? []), secret]);
      if (isCode(words, joined)) codes.set(joined, [...(codes.get(joined) ?? []), secret]);
    }
  }
  return { phrases, codes };
}

/** `447106`, `44 71 06`, `B-4471`; not "nyckelskåp bakom köket, krok 3". */
function isCode(words: readonly string[], joined: string): boolean {
  return /\d/.test(joined) && words.every((word) => /\d/.test(word) || word.length <= 2);
}

type Word = { readonly text: string; readonly offset: number };

function wordsOf(text: string): Word[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\d]+/gu)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
}

function checkNote(note: Located<Note>, index: SecretIndex): Fault[] {
  return readableParts(note.value).flatMap(({ path, text }) =>
    findSecrets(text, note.value, index).map(({ secret, offset }) =>
      faultAt(
        note,
        path[0] === 'body' ? ['body', offset] : path,
        secretFaults.secretFact(secret.fact, secret.site.id),
      ),
    ),
  );
}

/** Of a technician's note staff may see the warning only. */
function readableParts(note: Note): { path: readonly PropertyKey[]; text: string }[] {
  const warning = { path: ['warning'], text: note.warning ?? '' };
  if (note.audience === 'technician') return [warning];
  return [
    { path: ['title'], text: note.title },
    { path: ['asset'], text: note.asset ?? '' },
    warning,
    ...note.symptoms.map((text, index) => ({ path: ['symptoms', index], text })),
    { path: ['body'], text: note.body },
  ];
}

/** Which secrets a text gives away that stands in what staff may read of that note. */
export function findSecretFacts(
  text: string,
  note: Pick<Note, 'sites' | 'siteKinds'>,
  index: SecretIndex,
): { readonly fact: string; readonly siteId: string }[] {
  return findSecrets(text, note, index).map(({ secret }) => ({ fact: secret.fact, siteId: secret.site.id }));
}

function findSecrets(text: string, note: Pick<Note, 'sites' | 'siteKinds'>, index: SecretIndex) {
  const words = wordsOf(text);
  const found = new Map<SecretValue, number>();
  for (const [position, word] of words.entries()) {
    for (const secret of index.phrases.get(word.text) ?? []) {
      if (standsAt(words, position, secret.words) && matters(secret, note)) found.set(secret, word.offset);
    }
    for (const secret of codesAt(words, position, index.codes)) {
      if (matters(secret, note)) found.set(secret, word.offset);
    }
  }
  return [...found].map(([secret, offset]) => ({ secret, offset }));
}

function standsAt(words: readonly Word[], position: number, wanted: readonly string[]): boolean {
  return wanted.every((word, index) => words[position + index]?.text === word);
}

/** One or two ordinary words ("receptionen") or a short code are a secret only where the note is about that site. */
function matters(secret: SecretValue, note: Pick<Note, 'sites' | 'siteKinds'>): boolean {
  const digits = secret.words.join('').replace(/\D/g, '').length;
  const isTelling = secret.words.length > 2 || digits >= shortestTellingCode;
  return isTelling || appliesTo(note, secret.site);
}

function codesAt(words: readonly Word[], start: number, codes: SecretIndex['codes']): SecretValue[] {
  const found: SecretValue[] = [];
  let joined = '';
  for (const word of words.slice(start, start + mostPieces)) {
    if (!/\d/.test(word.text)) break;
    joined += word.text;
    found.push(...(codes.get(joined) ?? []));
  }
  return found;
}
