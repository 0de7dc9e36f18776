import {
  type AnalysedText,
  type Analyser,
  saidOfEverything,
  type WordAnalysis,
} from '../analyse/analyser.ts';
import { gramsOf } from '../analyse/grams.ts';
import type { SearchLanguage } from '../analyse/guess-language.ts';
import { slipsBetween } from '../analyse/nearest-words.ts';
import { longestQuestion, words } from '../analyse/words.ts';
import type { SearchWeights } from '../search-weights.ts';
import { alikeLetters, alikeWays } from './ask-alike.ts';
import { findWhere } from './find-where.ts';

/** One thing that was asked for, and the ways in which a note can have it; the best way counts. */
export type Wanted = {
  readonly word: string;
  readonly ways: readonly Way[];
  /** 0–1: how much it matters to the order, however rare. */
  readonly weight: number;
  /** 0–1: how much it tells of what the matter is about. That something `fungerar inte` tells next to nothing. */
  readonly telling: number;
};
/** Every term has its share of the way: a compound is found whole, or in its parts. */
export type Way = {
  readonly weight: number;
  readonly terms: readonly { readonly term: string; readonly share: number }[];
  /** Of a word that only means much the same: it counts as no rarer than this term, the one that was asked for. */
  readonly noRarerThan?: string;
};

/** What somebody wrote, ready to be compared with notes. */
export type Question = {
  /** Its words that are not empty, once each. */
  readonly content: readonly string[];
  readonly wanted: readonly Wanted[];
  /** Hash of a letter gram → weight. */
  readonly grams: ReadonlyMap<number, number>;
  /** Likewise of words that only mean much the same: they lift a note, but no note is expected to hold them. */
  readonly alikeGrams: ReadonlyMap<number, number>;
  /** Words of it that say where, not what. */
  readonly where: ReadonlySet<string>;
  readonly language: SearchLanguage;
};

/** What a word is worth that says nothing of the matter: said of everything, or the site's own name. */
export const faintTelling = 0.05;
const faintWeight = 0.4;
const whole = 1;
/** The head of a compound (the last part) says what it is, the rest only which. */
const headShare = 0.5;
const mostWords = 120;
const letterWeights = { empty: 0.15, faint: 0.4, translation: 0.4, spelling: 0.4 };

export type Candidates = {
  /** Whether some candidate holds the term. */
  isKnown(term: string): boolean;
  /** Words of the candidates that a misspelt one may have meant. */
  nearest(word: string, language: AnalysedText['language']): readonly string[];
  /** What the site is called. */
  readonly siteNames: readonly string[];
};

export type QuestionTools = { readonly analyser: Analyser; readonly weights: SearchWeights };

export function readQuestion(text: string, tools: QuestionTools, candidates: Candidates): Question {
  const { analyser } = tools;
  const { phrase } = tools.weights.ways;
  const tokens = words(text.slice(0, longestQuestion)).slice(0, mostWords * 4);
  const read = analyser.read(tokens);
  const isFaint = faintTest(analyser, candidates.siteNames);
  const content = [...new Set(tokens.filter((token) => !analyser.isEmptyWord(token)))].slice(0, mostWords);
  const meant = new Map(content.map((word) => [word, meantBy(word, read, analyser, candidates)]));
  const wanted = [
    ...content.map((word) => ({
      word,
      ways: waysTo(word, read, tools, meant.get(word) ?? asWritten),
      weight: isFaint(word) ? faintWeight : 1,
      telling: isFaint(word) ? faintTelling : 1,
    })),
    ...joinedPairs(tokens, tools, candidates.isKnown),
    ...[...new Set(read.phrases)].map((idea) => ({
      word: idea,
      ways: [single(phrase, idea)],
      weight: idea === saidOfEverything ? faintWeight : 1,
      telling: idea === saidOfEverything ? faintTelling : 1,
    })),
  ];
  const where = findWhere(tokens, analyser, read.language === 'en' ? 'en' : 'sv');
  return {
    content,
    wanted,
    where,
    language: read.language,
    grams: lettersOf(tokens, read, { analyser, isFaint, meant }),
    alikeGrams: alikeLetters(content, read.language, {
      analyser,
      isKnown: (word) => meant.get(word)?.isKnown === true,
    }),
  };
}

/** Words of every report, and what the site is called in any form: `Solrosens`. */
function faintTest(analyser: Analyser, siteNames: readonly string[]): (word: string) => boolean {
  const stemOf = (word: string) => analyser.word(word, 'sv').stem;
  const names = new Set(siteNames.flatMap(words).map(stemOf));
  return (word) => analyser.isFaintWord(word) || (names.size > 0 && names.has(stemOf(word)));
}

/** A word of the question: whether some note has it, and if none, the notes' words that it may be misspelt for. */
type Meant = { readonly isKnown: boolean; readonly near: readonly string[] };

const asWritten: Meant = { isKnown: true, near: [] };

function meantBy(
  word: string,
  { language }: AnalysedText,
  analyser: Analyser,
  { isKnown, nearest }: Candidates,
): Meant {
  const { stem, parts, ideas } = analyser.word(word, language);
  if ([stem, ...ideas].some(isKnown)) return asWritten;
  if (language !== 'sv' && isKnown(analyser.word(word, 'sv').stem)) return asWritten;
  const hasParts = parts.length > 1 && parts.some(isKnown);
  const near = language === 'other' ? [] : nearest(word, language);
  // A compound that no note has may well be spelt right: only what is very near is thought of too.
  return {
    isKnown: hasParts,
    near: hasParts ? near.filter((each) => slipsBetween(word, each, 1) === 1) : near,
  };
}

function waysTo(
  word: string,
  { language }: AnalysedText,
  { analyser, weights: { ways: weights } }: QuestionTools,
  { isKnown, near }: Meant,
): Way[] {
  const ways = waysOf(analyser.word(word, language), weights);
  if (language !== 'sv') ways.push(...waysOf(analyser.word(word, 'sv'), weights).slice(0, 1));
  ways.push(...alikeWays(word, language, { analyser, weight: weights.alike, isKnown }));
  if (!isKnown) ways.push(...foreignWays(word, language, { analyser, weights }));
  for (const each of near) {
    for (const way of waysOf(analyser.word(each, language), weights)) {
      ways.push({ ...way, weight: way.weight * weights.spelling });
    }
  }
  return ways;
}

/** A word that no note holds may be from another language, whatever the rest of the message is in. */
function foreignWays(
  word: string,
  language: AnalysedText['language'],
  { analyser, weights }: { readonly analyser: Analyser; readonly weights: SearchWeights['ways'] },
): Way[] {
  const others = (['en', 'other'] as const).filter((each) => each !== language);
  return others.flatMap((each) => analyser.word(word, each).ideas.map((idea) => single(weights.idea, idea)));
}

function waysOf({ stem, parts, ideas }: WordAnalysis, weights: SearchWeights['ways']): Way[] {
  const ways = [single(whole, stem)];
  if (parts.length > 1) ways.push({ weight: weights.parts, terms: shareParts(parts) });
  return [...ways, ...ideas.map((idea) => single(weights.idea, idea))];
}

function single(weight: number, term: string): Way {
  return { weight, terms: [{ term, share: 1 }] };
}

function shareParts(parts: readonly string[]): Way['terms'] {
  const modifierShare = (1 - headShare) / (parts.length - 1);
  return parts.map((term, index) => ({
    term,
    share: index === parts.length - 1 ? headShare : modifierShare,
  }));
}

/** `bank id`, `apple id`: by itself it is empty, for the English `I'd`. */
const identity = 'id';

/** `jobb mobilen`, `teams mötet`: two words in the question that are one in a note. */
function joinedPairs(
  tokens: readonly string[],
  { analyser, weights }: QuestionTools,
  isKnown: (term: string) => boolean,
): Wanted[] {
  const joined: Wanted[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined || token.length + next.length < 5) continue;
    if (analyser.isEmptyWord(next) && next !== identity) continue;
    const alone = analyser.word(token, 'sv').stem;
    for (const link of ['', 's']) {
      const { stem } = analyser.word(`${token}${link}${next}`, 'sv');
      // `fel igen` has the stem of `fel`, as if the rest were its ending.
      if (stem !== alone && isKnown(stem))
        joined.push({
          word: `${token} ${next}`,
          ways: [single(weights.ways.joined, stem)],
          weight: 1,
          telling: 1,
        });
    }
  }
  return joined.slice(0, mostWords);
}

type LetterTools = {
  readonly analyser: Analyser;
  readonly isFaint: (word: string) => boolean;
  readonly meant: ReadonlyMap<string, Meant>;
};

/**
 * The letters of what was written, of the words that it may be misspelt for and, of words in another language, of
 * what they mean in Swedish.
 */
function lettersOf(
  tokens: readonly string[],
  read: AnalysedText,
  { analyser, isFaint, meant }: LetterTools,
): Map<number, number> {
  const grams = new Map<number, number>();
  const add = (word: string, weight: number) => {
    for (const gram of gramsOf(word)) grams.set(gram, Math.min((grams.get(gram) ?? 0) + weight, 2));
  };
  for (const token of new Set(tokens)) {
    if (analyser.isEmptyWord(token)) add(token, letterWeights.empty);
    else add(token, isFaint(token) ? letterWeights.faint : 1);
    const near = meant.get(token)?.near ?? [];
    for (const each of near) add(each, letterWeights.spelling / near.length);
  }
  if (read.language === 'sv') return grams;
  const met = [...tokens.flatMap((token) => analyser.word(token, read.language).ideas), ...read.phrases];
  for (const idea of new Set(met)) {
    for (const word of analyser.swedishFor(idea).slice(0, 2)) add(word, letterWeights.translation);
  }
  return grams;
}
