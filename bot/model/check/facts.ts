import { measuresOf, numberedNamesOf } from './measures.ts';

/** What a sentence may not make up: it stands in the text that it rests on, or the sentence is dropped. */
export type Fact = {
  readonly kind: 'number' | 'measure' | 'name' | 'numbered' | 'keys' | 'link' | 'quote';
  readonly text: string;
};

const link =
  /\bhttps?:\/\/[^\s<>()]+|\bwww\.[^\s<>()]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:se|com|net|org|eu|io|nu|edu|gov|local|example|info|app|dev|ru|cn|xyz|me|co)\b(?:\/[^\s<>()]*)?/giu;
const keyName =
  '(?:ctrl|control|alt|altgr|shift|skift|cmd|command|kommando|win(?:dows)?|fn|esc|tab|enter|del(?:ete)?|⌘|⊞|⌥)';
const keys = new RegExp(
  `(?<![\\p{L}\\d])${keyName}(?:[\\s-]?(?:tangenten?|key))?(?:\\s*[+–-]\\s*[\\p{L}\\d]+)+|(?<![\\p{L}\\d])F\\d{1,2}(?!\\d)`,
  'giu',
);
const number = /\d+(?:[.,:/]\d+)*/gu;
const quote = /[”"“«»]([^”"“«»\n]{2,80})[”"“«»]/gu;
const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu;

/** "två minuter": as good as a figure. Not "en", which is an article too. */
const numberWords: Readonly<Record<string, string>> = {
  två: '2',
  tre: '3',
  fyra: '4',
  fem: '5',
  sex: '6',
  sju: '7',
  åtta: '8',
  nio: '9',
  tio: '10',
  tolv: '12',
  femton: '15',
  tjugo: '20',
  trettio: '30',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
};

/** Every number, name, key sequence, link and quoted label of a sentence. `nouns`: a language that writes all nouns with a capital. */
export function factsOf(sentence: string, nouns: boolean): Fact[] {
  const links = matches(sentence, link).map(
    (text): Fact => ({ kind: 'link', text: text.replace(/[.,;:!?]+$/u, '') }),
  );
  const withoutLinks = sentence.replace(link, ' ');
  const sequences = matches(withoutLinks, keys).map((text): Fact => ({ kind: 'keys', text }));
  const rest = withoutLinks.replace(keys, ' ');
  const quotes = [...rest.matchAll(quote)].map((found): Fact => ({ kind: 'quote', text: found[1] ?? '' }));
  const numbers = [
    ...matches(rest, number),
    ...matches(rest.toLowerCase(), word).flatMap((one) => numberWords[one] ?? []),
  ];
  const names = namesOf(rest, nouns).map((text): Fact => ({ kind: 'name', text }));
  return [
    ...links,
    ...sequences,
    ...quotes,
    ...numbers.map((text): Fact => ({ kind: 'number', text })),
    ...measuresOf(rest, figureOf).map((text): Fact => ({ kind: 'measure', text })),
    ...numberedNamesOf(rest).map((text): Fact => ({ kind: 'numbered', text })),
    ...names,
  ];
}

/** Null: no number. */
function figureOf(token: string): string | null {
  return /^\d/u.test(token) ? token : (numberWords[token] ?? null);
}

/** `HDMI 1` does not stand in `HDMI 12`. */
function standsWhole(plain: string, wanted: string): boolean {
  for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + 1))
    if (!/\d/u.test(plain[at + wanted.length] ?? '')) return true;
  return false;
}

function matches(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

/**
 * Words that look like names: a capital in the middle of a sentence, several capitals, letters with figures, Latin
 * letters among another script.
 */
function namesOf(text: string, nouns: boolean): string[] {
  const foreign = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}\s]/u.test(text);
  return [...text.matchAll(word)].flatMap((found) => {
    const [one] = found;
    const before = text.slice(0, found.index).trimEnd();
    const first = before === '' || /[.!?:]$/u.test(before);
    const odd = /\p{Lu}.*\p{Lu}|\p{L}\d|\p{Ll}\p{Lu}/u.test(one);
    const capital = /^\p{Lu}/u.test(one) && !first && !nouns;
    const latin = foreign && /^\p{Script=Latin}/u.test(one);
    return one.length > 1 && (odd || capital || latin) ? [one] : [];
  });
}

/** The text that facts must stand in, read once. */
export type Source = {
  holds(fact: Fact): boolean;
  /** As written, in lower case with single spaces. */
  readonly plain: string;
};

export function createSource(text: string): Source {
  const plain = plainOf(text);
  const squeezed = squeeze(plain);
  const words = new Set(plain.match(word) ?? []);
  const numbers = new Set([
    ...matches(plain, number),
    ...[...words].flatMap((one) => numberWords[one] ?? []),
  ]);
  const measures = new Set(measuresOf(plain, figureOf));
  const links = new Set(matches(plain, link).map((one) => linkOf(one)));
  return {
    plain,
    holds({ kind, text: fact }) {
      const wanted = plainOf(fact);
      if (kind === 'number') return numbers.has(wanted);
      if (kind === 'measure') return measures.has(wanted);
      if (kind === 'link') return links.has(linkOf(wanted));
      if (kind === 'keys') return squeezed.includes(squeeze(wanted));
      // Whether the name itself stands there is another fact.
      if (kind === 'numbered') return !words.has(wanted.split(' ')[0] ?? '') || standsWhole(plain, wanted);
      if (kind === 'quote') return plain.includes(wanted.replace(/[.,;:!?]+$/u, ''));
      return [...words].some((one) => isSameName(one, wanted));
    },
  };
}

/** "Karins" is Karin, "skrivarens" no other printer. */
function isSameName(known: string, wanted: string): boolean {
  if (known === wanted) return true;
  const [short, long] = known.length < wanted.length ? [known, wanted] : [wanted, known];
  return short.length >= 3 && long.length - short.length <= 2 && long.startsWith(short);
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function squeeze(text: string): string {
  return text
    .replace(/windows?(?:[\s-]?tangenten?|[\s-]?key)?|win\b|⊞/gu, 'win')
    .replace(/control/gu, 'ctrl')
    .replace(/[\s+–-]/gu, '');
}

function linkOf(text: string): string {
  return text
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[/.,;:!?]+$/u, '');
}
