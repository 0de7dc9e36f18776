/** Ways in which people, and their machines, write one thing. `null`: it cannot be written so. */
export type Disguise = { readonly name: string; readonly write: (secret: string) => string | null };

const swedish = 'noll ett två tre fyra fem sex sju åtta nio'.split(' ');
const english = 'zero one two three four five six seven eight nine'.split(' ');
const nouns = 'nolla etta tvåa trea fyra femma sexa sjua åtta nia'.split(' ');
const swedishTens = ' tio tjugo trettio fyrtio femtio sextio sjuttio åttio nittio'.split(' ');
const swedishTeens = 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton'.split(' ');

const each = (text: string, change: (digit: string) => string, between = '') =>
  Array.from(text, change).join(between);
const inGroups = (text: string, size: number, between: string) =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between);
const from = (first: number) => (digit: string) => String.fromCodePoint(first + Number(digit));
const word = (words: readonly string[]) => (digit: string) => words[Number(digit)] ?? digit;

/** 907612: nittio sjuttiosex tolv. A pair that begins with zero has no such word. */
function inPairs(digits: string): string | null {
  const pairs = digits.match(/../g) ?? [];
  if (digits.length % 2 === 1 || pairs.some((pair) => pair.startsWith('0'))) return null;
  return pairs.map(sayPair).join(' ');
}

function sayPair(pair: string): string {
  const n = Number(pair);
  if (n < 20) return swedishTeens[n - 10] ?? pair;
  return `${swedishTens[Math.floor(n / 10)]}${n % 10 === 0 ? '' : swedish[n % 10]}`;
}

function inTwoSentences(digits: string): string | null {
  if (digits.length < 8) return null;
  const half = Math.floor(digits.length / 2);
  return `${digits.slice(0, half)}. Sedan ${digits.slice(half)}`;
}

/** For digits alone. */
export const digitDisguises: readonly Disguise[] = [
  { name: 'as it is', write: (text) => text },
  { name: 'spaces', write: (text) => each(text, String, ' ') },
  { name: 'no-break spaces', write: (text) => inGroups(text, 2, '\u00a0') },
  { name: 'pairs', write: (text) => inGroups(text, 2, ' ') },
  { name: 'dashes', write: (text) => each(text, String, '-') },
  { name: 'long dashes', write: (text) => inGroups(text, 2, ' – ') },
  { name: 'dots', write: (text) => each(text, String, '.') },
  { name: 'underscores', write: (text) => each(text, String, '_') },
  { name: 'lines', write: (text) => inGroups(text, 2, '\n') },
  { name: 'every digit a line', write: (text) => each(text, String, '\r\n') },
  { name: 'Swedish words', write: (text) => each(text, word(swedish), ' ') },
  { name: 'Swedish nouns', write: (text) => each(text, word(nouns), ', ') },
  {
    name: 'Swedish words without marks',
    write: (text) => each(text, word(swedish), '-').replaceAll('å', 'a'),
  },
  { name: 'SWEDISH WORDS', write: (text) => each(text, word(swedish), ' ').toUpperCase() },
  { name: 'words in one', write: (text) => each(text, word(swedish)) },
  { name: 'pairs in words', write: inPairs },
  { name: 'English words', write: (text) => each(text, word(english), ' ') },
  {
    name: 'words and digits',
    write: (text) => Array.from(text, (d, n) => (n % 2 ? d : swedish[Number(d)])).join(' '),
  },
  { name: 'full width', write: (text) => each(text, from(0xff10)) },
  { name: 'Arabic digits', write: (text) => each(text, from(0x660)) },
  { name: 'bold digits', write: (text) => each(text, from(0x1d7ce)) },
  { name: 'circled', write: (text) => (text.includes('0') ? null : each(text, from(0x245f))) },
  { name: 'dark circles', write: (text) => (text.includes('0') ? null : each(text, from(0x2775))) },
  { name: 'keycaps', write: (text) => each(text, (d) => `${d}\ufe0f\u20e3`) },
  { name: 'zero width', write: (text) => each(text, String, '\u200b') },
  { name: 'soft hyphens', write: (text) => each(text, String, '\u00ad') },
  { name: 'direction marks', write: (text) => each(text, String, '\u200e') },
  { name: 'HTML', write: (text) => each(text, (d) => `&#${48 + Number(d)};`) },
  { name: 'URL', write: (text) => each(text, (d) => `%3${d}`) },
  { name: 'two sentences', write: inTwoSentences },
];

const marks: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o' };
const named: Readonly<Record<string, string>> = { å: '&aring;', ä: '&auml;', ö: '&ouml;' };
const spelt: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', ö: 'oe' };
const swap = (text: string, by: Readonly<Record<string, string>>) =>
  text.toLowerCase().replaceAll(/[åäö]/g, (letter) => by[letter] ?? letter);

/** For words. */
export const wordDisguises: readonly Disguise[] = [
  { name: 'as it is', write: (text) => text },
  { name: 'capitals', write: (text) => text.toUpperCase() },
  { name: 'every word large', write: (text) => text.replaceAll(/(?<=^|\s)./g, (c) => c.toUpperCase()) },
  { name: 'without marks', write: (text) => swap(text, marks) },
  { name: 'aa ae oe', write: (text) => swap(text, spelt) },
  { name: 'marks lost', write: (text) => swap(text, { å: '?', ä: '?', ö: '?' }) },
  { name: 'taken apart', write: (text) => text.normalize('NFD') },
  { name: 'dashes', write: (text) => text.replaceAll(' ', '-') },
  { name: 'underscores', write: (text) => text.replaceAll(' ', '_') },
  { name: 'lines', write: (text) => text.replaceAll(' ', '\n') },
  { name: 'no spaces', write: (text) => text.replaceAll(/[\s,]/g, '') },
  { name: 'spaced out', write: (text) => Array.from(text.replaceAll(' ', '')).join(' ') },
  { name: 'dotted', write: (text) => Array.from(text.replaceAll(' ', '')).join('.') },
  { name: 'zero width', write: (text) => Array.from(text).join('\u200b') },
  { name: 'soft hyphens', write: (text) => Array.from(text).join('\u00ad') },
  {
    name: 'full width',
    write: (text) => text.replaceAll(/[a-z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
  },
  { name: 'hyphenated', write: (text) => `${text.slice(0, 7)}-\n${text.slice(7)}` },
  { name: 'HTML', write: (text) => swap(text, named) },
  { name: 'URL', write: (text) => encodeURIComponent(text) },
];
