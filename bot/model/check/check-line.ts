import { commonWords } from '#bot/triage/language/common-words.ts';
import { detectLanguage } from '#bot/triage/language/detect-language.ts';
import type { StaffNote } from '../staff-note.ts';
import { createSource, factsOf, type Source } from './facts.ts';
import { createVocabulary, type Vocabulary } from './words-in-common.ts';

/** Why a sentence of the model is not shown. */
export type Dropped =
  | 'no-citation'
  | 'foreign-citation'
  | 'fact-not-in-note'
  | 'words-not-in-note'
  | 'quote-not-in-note'
  | 'says-the-opposite'
  | 'echoes-question'
  | 'hidden'
  | 'other-language';

export type CheckedLine =
  | { readonly sentence: string; readonly cites: readonly number[] }
  /** Null: nothing was said in the line. */
  | { readonly dropped: Dropped | null };

/** A share of the telling words below this is another matter than the note's. */
const enoughShared = 0.6;
/** How much longer another language may say it, and letters on top. */
const mostStretched = 2;
const someRoom = 20;
/** Words of a verbatim quote that a sentence in another language must be able to show. */
const shortestQuote = 2;

/** `Dra ur sladden. [1: "Dra ur strömsladden"]`: the sentence, the notes by place, and what stands there. */
const citation = /\[\s*(?:note|notis|källa|source)?\s*(\d{1,2})\s*(?::\s*[”"“«']?([^\]]*?)[”"“»']?\s*)?\]/giu;

/** `[1, 2]` */
const severalCited = /\[\s*(\d{1,2}(?:\s*,\s*\d{1,2})+)\s*\]/gu;

export type LineCheck = (line: string) => CheckedLine;

/**
 * Holds each line of a composed answer against the notes that it cites. A line is shown only when it cites notes that
 * were retrieved, and every number, name, key sequence, link and quoted label in it stands in one of those; in the
 * note's own language its words must too, in another language a quote must show what it rests on.
 * `language`: ISO 639-1 of the answer.
 */
export function createLineCheck(
  notes: readonly StaffNote[],
  { language, question }: { language: string; question: string },
): LineCheck {
  const read = notes.map((note) => readNote(note));
  const asked = createSource(question);
  return (line) => {
    const { sentence, cites, quotes } = parseLine(line);
    if (sentence === '') return { dropped: null };
    if (cites.length === 0) return { dropped: 'no-citation' };
    const cited = cites.flatMap((place) => read[place - 1] ?? []);
    if (cited.length < cites.length) return { dropped: 'foreign-citation' };
    if (echoes(sentence, asked, cited)) return { dropped: 'echoes-question' };
    const dropped = judge({ sentence, quotes, cited, language });
    if (dropped !== null) return { dropped };
    const restored = cited.reduce((text, one) => restoreFrom(one, text), sentence);
    return { sentence: restored, cites };
  };
}

function restoreFrom({ note, source }: ReadNote, sentence: string): string {
  return sentence.replace(/\{hidden-\d+\}/gu, (mark) =>
    source.plain.includes(mark) ? note.restore(mark) : mark,
  );
}

/** Shorter ones are said by chance. */
const shortestEcho = 12;

/** What the person wrote is no advice, whoever wrote it for them. */
function echoes(sentence: string, asked: Source, cited: readonly ReadNote[]): boolean {
  if (sentence.length < shortestEcho) return false;
  const said = { kind: 'quote', text: sentence } as const;
  return asked.holds(said) && !cited.some(({ source }) => source.holds(said));
}

type ReadNote = {
  readonly note: StaffNote;
  readonly source: Source;
  readonly vocabulary: Vocabulary;
  readonly language: string | null;
};

function readNote(note: StaffNote): ReadNote {
  const { language } = detectLanguage(note.text, 'sv');
  return { note, source: createSource(note.text), vocabulary: createVocabulary(note.text), language };
}

function parseLine(line: string): {
  sentence: string;
  cites: readonly number[];
  quotes: readonly string[];
} {
  const single = line.replace(severalCited, (_all, places: string) =>
    places
      .split(',')
      .map((place) => `[${place.trim()}]`)
      .join(''),
  );
  const found = [...single.matchAll(citation)];
  const sentence = single
    .replace(citation, ' ')
    .replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u, '')
    .replace(/\s+([.,!?])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return {
    sentence,
    cites: [...new Set(found.map(([, place]) => Number(place)))],
    quotes: found.flatMap(([, , quote]) =>
      quote === undefined || quote.trim() === '' ? [] : [quote.trim()],
    ),
  };
}

type Judged = {
  readonly sentence: string;
  readonly quotes: readonly string[];
  readonly cited: readonly ReadNote[];
  readonly language: string;
};

function judge({ sentence, quotes, cited, language }: Judged): Dropped | null {
  if (/•••|[{}]/u.test(sentence.replace(/\{hidden-\d+\}/gu, ''))) return 'hidden';
  if (!isIn(sentence, language)) return 'other-language';
  const nouns = language === 'de' || language === 'lb';
  const hidden = sentence.match(/\{hidden-\d+\}/gu) ?? [];
  // Each note counts for itself what was hidden in it: it must be plain whose is meant.
  const holders = (mark: string) => cited.filter(({ source }) => source.plain.includes(mark)).length;
  if (hidden.some((mark) => holders(mark) !== 1)) return 'hidden';
  const facts = factsOf(sentence.replace(/\{hidden-\d+\}/gu, ' '), nouns);
  if (facts.some((fact) => !cited.some(({ source }) => source.holds(fact)))) return 'fact-not-in-note';
  const same = cited.filter((one) => one.language === language);
  return same.length > 0 ? judgeWords(sentence, same) : judgeQuotes(sentence, quotes, cited);
}

/** Languages that are told from each other by their words. Norwegian and Danish are too near. */
const told: ReadonlySet<string> = new Set(
  Object.keys(commonWords).filter((language) => language !== 'no' && language !== 'da'),
);

/** Too short to tell is well enough: its facts were held against the note. */
function isIn(sentence: string, language: string): boolean {
  const heard = detectLanguage(sentence, language);
  if (heard.language === null || heard.language === language || heard.confidence < 0.8) return true;
  // Of what it cannot tell apart, only that it is neither Swedish nor English is known.
  return !told.has(language) && heard.language !== 'sv' && heard.language !== 'en';
}

function judgeWords(sentence: string, cited: readonly ReadNote[]): Dropped | null {
  const best = [...cited].sort((a, b) => b.vocabulary.share(sentence) - a.vocabulary.share(sentence))[0];
  if (best === undefined || best.vocabulary.share(sentence) < enoughShared) return 'words-not-in-note';
  return negates(sentence) === negates(best.vocabulary.likest(sentence)) ? null : 'says-the-opposite';
}

const negation =
  /(?<!\p{L})(?:inte|aldrig|ej|ingen|inga|inget|utan|not|never|no|without|\p{L}+n['’]t)(?!\p{L})/iu;

function negates(text: string): boolean {
  return negation.test(text);
}

/**
 * In another language its words cannot be compared, but the things that it names can, as far as the glossary knows
 * them, and it may not be much longer than what it quotes.
 */
function judgeQuotes(
  sentence: string,
  quotes: readonly string[],
  cited: readonly ReadNote[],
): Dropped | null {
  const stands = (quote: string) => cited.some(({ source }) => source.holds({ kind: 'quote', text: quote }));
  const standing = quotes.filter((quote) => quote.split(/\s+/u).length >= shortestQuote && stands(quote));
  const quoted = standing.reduce((sum, quote) => sum + quote.length, 0);
  if (standing.length === 0 || sentence.length > quoted * mostStretched + someRoom)
    return 'quote-not-in-note';
  return cited.some(({ vocabulary }) => vocabulary.knowsIdeas(sentence)) ? null : 'words-not-in-note';
}
