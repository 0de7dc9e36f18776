import { plainAnalyser, saidOfEverything } from '#knowledge/search/analyse/analyser.ts';
import { isNear } from './near.ts';

/** Ideas whose words are not the same thing where a note is read closely: a cupboard is no drawer. */
const loose = new Set([
  saidOfEverything,
  '#cabinet',
  '#tray',
  '#door',
  '#badge',
  '#display',
  '#terminal',
  '#code-lock',
]);

export type Term = {
  /** As a Swedish word. */
  readonly stem: string;
  readonly stems: readonly string[];
  readonly ideas: readonly string[];
};

/** Ideas that take more than one word: `slå på`. */
export function phrasesIn(tokens: readonly string[]): (Term & { readonly word: string })[] {
  const both = (['sv', 'en'] as const).flatMap((language) => plainAnalyser.read(tokens, language).phrases);
  return [...new Set(both)]
    .filter((idea) => !loose.has(idea))
    .map((idea) => ({ word: idea, stem: idea, stems: [], ideas: [idea] }));
}

/** Forms that share no stem, and those that have another word's: who has left is no empty cartridge. */
const irregular = new Map([
  ...['sluta', 'slutar', 'slutade', 'slutat'].map((form) => [form, 'upphora'] as const),
  ['numret', 'nummer'],
  ['numren', 'nummer'],
]);

/** A word, as Swedish and as English: notes and questions are in either. */
export function termOf(written: string): Term {
  const word = irregular.get(written) ?? written;
  const swedish = plainAnalyser.word(word, 'sv');
  const both = [swedish, plainAnalyser.word(word, 'en')];
  return {
    stem: swedish.stem,
    stems: [...new Set(both.flatMap(({ stem, parts }) => [stem, ...parts.slice(-1)]))],
    ideas: [...new Set(both.flatMap(({ ideas }) => ideas))].filter((idea) => !loose.has(idea)),
  };
}

/** The same word, a part of one, or another name for it. */
export function isSameThing(a: string, b: string): boolean {
  return likeness(termOf(a), termOf(b)) > 0;
}

/** Another word for it is worth less than the word itself. */
const byIdea = 0.7;

/** 0–1: the same word, a part of one, or another name for it. */
export function likeness(a: Term, b: Term): number {
  if (a.stems.some((stem) => b.stems.some((other) => isSameStem(stem, other)))) return 1;
  if (beginsWith(a.stem, b.stem) || beginsWith(b.stem, a.stem)) return byIdea;
  return a.ideas.some((idea) => b.ideas.includes(idea)) ? byIdea : 0;
}

/** A slip in a word as long as this leaves it that word. */
const longEnough = 7;
const shortestPart = 4;
/** `vägglucka` is a hatch, `sladd` is no `ladd`. */
const firstPart = 3;
/** `duplicate`, `duplicera`: words that two languages share begin alike. */
const shared = 6;
const ending = 3;

/** `laddar` and `laddställ`. */
function beginsWith(long: string, short: string): boolean {
  if (short.startsWith('#')) return false;
  return short.length >= shortestPart && long.length - short.length >= shortestPart && long.startsWith(short);
}

function sharesRoot(short: string, long: string): boolean {
  return (
    short.length >= shared &&
    long.length - shared <= ending &&
    short.slice(0, shared) === long.slice(0, shared)
  );
}

function isSameStem(a: string, b: string): boolean {
  if (a === b || (a.length >= longEnough && isNear(a, b, 1))) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < shortestPart) return false;
  const isHead = long.endsWith(short) && long.length - short.length >= firstPart;
  return isHead || sharesRoot(short, long);
}
