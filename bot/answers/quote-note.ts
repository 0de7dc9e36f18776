import type { Quote } from '#bot/reply/note-quote-reply.ts';
import type { NoteView } from '#bot/reply/reply.ts';
import { likeness, phrasesIn, type Term, termOf } from '#bot/triage/text/same-thing.ts';
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

const telephoneNumber = /(?:\d[\s-]?){6}/;

function termsOf(passage: string): readonly Term[] {
  const tokens = words(passage);
  const implied = telephoneNumber.test(passage) ? ['nummer', 'ringa'].map(termOf) : [];
  return [...tokens.map(termOf), ...phrasesIn(tokens), ...implied];
}

function sumOf(wanted: readonly Term[], terms: readonly Term[]): number {
  return wanted.reduce((sum, one) => sum + Math.max(0, ...terms.map((term) => likeness(one, term))), 0);
}
