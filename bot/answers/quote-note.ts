import type { Quote } from '#bot/reply/note-quote-reply.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import { isNear } from '#bot/triage/text/near.ts';
import { createPlainAnalyser, saidOfEverything } from '#knowledge/search/analyse/analyser.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import { asksHowLong, saysWhere, tellsHowLong } from './asked-words.ts';

/** What a note says of something that was asked about it. */
export type Quoted = {
  /** In the note's order; empty: the note says nothing of it. */
  readonly quotes: readonly Quote[];
  /** 0–1: how many of the words that were asked for the note holds; 0 when none were. */
  readonly held: number;
  /** Those of them that it holds. */
  readonly words: readonly string[];
};

/** More than these are the note itself. */
const mostQuotes = 3;
/** A part that holds less of what was asked than this share of the best one's is left out. */
const nearlyAsMuch = 0.75;

const analyser = createPlainAnalyser();

/**
 * The sentences and steps of a note that hold what was asked, in the note's own words: found by stems, compounds and
 * the glossary's ideas, as the search finds notes. Nothing is made up, and nothing is read but what the view shows.
 * @param asked the words that say what is asked for (see askedWords); of a bare "var är den?" those of the matter.
 */
export function quoteNote(asked: readonly string[], question: string, note: NoteView): Quoted {
  if (asked.length === 0) return asksHowLong(question) ? durationsIn(note) : nothing;
  const wanted = [...asked.map((word) => ({ word, ...termOf(word) })), ...phrasesIn(words(question))];
  const parts = partsOf(note).map((part) => ({ ...part, terms: termsOf(part.passage) }));
  const scored = parts.map((part) => ({ ...part, score: sumOf(wanted, part.terms) }));
  const heldWords = wanted.filter((one) =>
    parts.some(({ terms }) => terms.some((term) => likeness(one, term) > 0)),
  );
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score > 0 && score >= most * nearlyAsMuch);
  const quotes = placesFirst(best, question).slice(0, mostQuotes);
  return {
    quotes: quotes.map(({ passage, step }) => ({ passage, step })),
    held: heldWords.length / wanted.length,
    words: heldWords.map(({ word }) => word),
  };
}

const nothing: Quoted = { quotes: [], held: 0, words: [] };

/** "Hur länge?": the passages that tell how long something takes or holds. */
function durationsIn(note: NoteView): Quoted {
  const quotes = partsOf(note).filter(({ passage }) => tellsHowLong(passage));
  return quotes.length === 0 ? nothing : { quotes: quotes.slice(0, mostQuotes), held: 1, words: [] };
}

/** Sentence by sentence, then step by step. */
function partsOf(note: NoteView): Quote[] {
  const prose = [note.warning ?? '', note.introduction, note.asset ?? ''].flatMap(sentencesOf);
  return [
    ...prose.map((passage): Quote => ({ passage, step: null })),
    ...note.steps.map((passage, index): Quote => ({ passage, step: index + 1 })),
  ];
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}\d])/u)
    .map((sentence) => sentence.replace(/^\s*(?:[-*•]|#{1,6})\s+/u, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Asked where, what says where comes before what only names the thing. */
function placesFirst<Found extends Quote>(found: readonly Found[], question: string): readonly Found[] {
  if (asksHowLong(question)) {
    const lengths = found.filter(({ passage }) => tellsHowLong(passage));
    return lengths.length > 0 ? lengths : found;
  }
  if (!saysWhere.asked(question)) return found;
  const places = found.filter(({ passage }) => saysWhere.told(passage));
  return places.length > 0 ? places : found;
}

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

type Term = {
  /** As a Swedish word. */
  readonly stem: string;
  readonly stems: readonly string[];
  readonly ideas: readonly string[];
};

const telephoneNumber = /(?:\d[\s-]?){6}/;

function termsOf(passage: string): readonly Term[] {
  const tokens = words(passage);
  const implied = telephoneNumber.test(passage) ? ['nummer', 'ringa'].map(termOf) : [];
  return [...tokens.map(termOf), ...phrasesIn(tokens), ...implied];
}

/** Ideas that take more than one word: `slå på`. */
function phrasesIn(tokens: readonly string[]): (Term & { readonly word: string })[] {
  const both = (['sv', 'en'] as const).flatMap((language) => analyser.read(tokens, language).phrases);
  return [...new Set(both)]
    .filter((idea) => !loose.has(idea))
    .map((idea) => ({ word: idea, stem: idea, stems: [], ideas: [idea] }));
}

/** Forms that share no stem. */
const irregular = new Map([
  ['numret', 'nummer'],
  ['numren', 'nummer'],
]);

/** As Swedish and as English: notes and questions are in either. */
function termOf(written: string): Term {
  const word = irregular.get(written) ?? written;
  const swedish = analyser.word(word, 'sv');
  const both = [swedish, analyser.word(word, 'en')];
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

function sumOf(wanted: readonly Term[], terms: readonly Term[]): number {
  return wanted.reduce((sum, one) => sum + Math.max(0, ...terms.map((term) => likeness(one, term))), 0);
}

function likeness(a: Term, b: Term): number {
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
