import type { SearchWeights } from '../search-weights.ts';
import { createPhraseMatcher, type PhraseTools } from './match-phrases.ts';
import type { Question } from './question.ts';
import type { NoteScore } from './score-notes.ts';

export type FuseTools = PhraseTools & {
  /** 0–1: how much the question says at all. */
  readonly substance: number;
  readonly weights: SearchWeights;
};

export type Fused = {
  readonly score: NoteScore;
  /** 0–1, comparable between questions. */
  readonly relevance: number;
  readonly coverage: number;
  readonly matchedSymptom: number;
};

/** When even the best note has a smaller share of the question's letters, likeness by letters is mostly chance. */
const enoughLetters = 0.3;
/** A note of one's own site is likelier meant than one for everybody. */
const nearness = { site: 1.1, kind: 1.04, everyone: 1 };
/** Only so many are compared phrase by phrase, and kept. */
const mostKept = 20;

/** One order out of the two layers and the symptoms; then how sure the best of them makes us. */
export function fuse(scores: readonly NoteScore[], question: Question, tools: FuseTools): Fused[] {
  const { share } = tools.weights;
  const mostWords = mostOf(scores, ({ words }) => words);
  const mostLetters = mostOf(scores, ({ letters }) => letters);
  const mostCovered = mostOf(scores, ({ letterCoverage }) => letterCoverage);
  const letters = share.letters * Math.min(1, mostCovered / enoughLetters);
  const match = createPhraseMatcher(question, tools);
  const ranked = scores
    .map((score) => ({
      score,
      rank: (share.words * score.words) / mostWords + (letters * score.letters) / mostLetters,
    }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostKept)
    .map(({ score, rank }) => {
      const matchedSymptom = tools.substance * match(score.note);
      const nearer = nearness[score.nearness];
      return { score, rank: (rank + share.symptoms * matchedSymptom) * nearer, matchedSymptom };
    })
    .sort((a, b) => b.rank - a.rank);
  const best = ranked[0];
  if (!best) return [];
  const sureness = tools.substance * surenessOf(best.score, best.matchedSymptom);
  return ranked.map(({ score, rank, matchedSymptom }) => ({
    score,
    relevance: (sureness * rank) / best.rank,
    coverage: score.coverage,
    matchedSymptom,
  }));
}

/** 0–1. Each share alone is fooled by one odd word; together they are not. */
function surenessOf(score: NoteScore, matchedSymptom: number): number {
  return 0.2 * score.coverage + 0.3 * score.letterCoverage + 0.5 * matchedSymptom;
}

/** Never 0, so that it can be divided by. Not by spreading: there may be more notes than a call takes arguments. */
function mostOf(scores: readonly NoteScore[], read: (score: NoteScore) => number): number {
  return scores.reduce((most, score) => Math.max(most, read(score)), Number.MIN_VALUE);
}
