import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { guessLanguage } from '../analyse/guess-language.ts';
import { words } from '../analyse/words.ts';
import { type NoteFieldName, noteFields } from '../index/note-fields.ts';
import type { Nearness } from '../index/shelf.ts';
import type { FoundNote } from '../note-search.ts';
import type { SearchWeights } from '../search-weights.ts';
import type { Question, Wanted, Way } from './question.ts';
import type { NoteScore } from './score-notes.ts';

/** Why the notes came in the order in which they did. */
export type Explanation = {
  /** What was asked for, word by word, and the terms that it was looked up by (`#printer` is an idea of the glossary). */
  readonly asked: readonly {
    readonly word: string;
    readonly telling: number;
    readonly terms: readonly string[];
  }[];
  /** Best first. */
  readonly notes: readonly ExplainedNote[];
};

export type ExplainedNote = {
  readonly id: string;
  readonly score: number;
  /** Whom the note is for. */
  readonly nearness: Nearness;
  readonly stale: boolean;
  readonly currentOutage: boolean;
  /** BM25 by words and by letters (not comparable with each other), and 0–1 how much of the question each found. */
  readonly words: number;
  readonly letters: number;
  readonly coverage: number;
  readonly letterCoverage: number;
  /** 0–1: how alike the question and the note's likest symptom or title are. */
  readonly matchedSymptom: number;
  /** 0–1: see {@link FoundEvidence}. */
  readonly aboutness: number | null;
  readonly met: readonly MetWord[];
};

/** A word of the question, the term by which the note has it, and where. */
export type MetWord = {
  readonly word: string;
  readonly by: 'word' | 'compound' | 'idea' | 'alike';
  readonly terms: readonly string[];
  readonly fields: readonly NoteFieldName[];
};

type ExplainTools = { readonly analyser: Analyser; readonly weights: SearchWeights };

export function explain(
  looked: {
    readonly question: Question;
    readonly scores: readonly NoteScore[];
    readonly found: readonly FoundNote[];
  },
  tools: ExplainTools,
): Explanation {
  const scores = new Map(looked.scores.map((score) => [score.note.id, score]));
  return {
    asked: looked.question.wanted.map(({ word, telling, ways }) => ({
      word,
      telling,
      terms: [...new Set(ways.flatMap(({ terms }) => terms.map(({ term }) => term)))],
    })),
    notes: looked.found.flatMap((found) => {
      const score = scores.get(found.note.id);
      return score === undefined ? [] : [explainNote(found, score, looked.question, tools)];
    }),
  };
}

function explainNote(
  found: FoundNote,
  score: NoteScore,
  question: Question,
  tools: ExplainTools,
): ExplainedNote {
  const held = termsByField(found.note, tools);
  return {
    id: found.note.id,
    score: found.score,
    nearness: score.nearness,
    stale: found.stale,
    currentOutage: found.currentOutage,
    words: score.words,
    letters: score.letters,
    coverage: score.coverage,
    letterCoverage: score.letterCoverage,
    matchedSymptom: found.evidence?.matchedSymptom ?? 0,
    aboutness: found.evidence?.aboutness ?? null,
    met: question.wanted.flatMap((wanted) => metBy(wanted, held)),
  };
}

function kindOf({ terms, noRarerThan }: Way): MetWord['by'] {
  if (noRarerThan !== undefined) return 'alike';
  if (terms.some(({ term }) => term.startsWith('#'))) return 'idea';
  return terms.length > 1 ? 'compound' : 'word';
}

type HeldTerms = ReadonlyMap<string, ReadonlySet<NoteFieldName>>;

/** The best of the wanted word's ways that the note has. */
function metBy({ word, ways }: Wanted, held: HeldTerms): MetWord[] {
  for (const way of [...ways].sort((a, b) => b.weight - a.weight)) {
    const terms = way.terms.map(({ term }) => term).filter((term) => held.has(term));
    if (terms.length === 0) continue;
    const fields = [...new Set(terms.flatMap((term) => [...(held.get(term) ?? [])]))];
    return [{ word, by: kindOf(way), terms, fields }];
  }
  return [];
}

function termsByField(note: Note, { analyser, weights }: ExplainTools): HeldTerms {
  const held = new Map<string, Set<NoteFieldName>>();
  const fields = noteFields(note, weights.fields).map(({ name, text }) => ({ name, tokens: words(text) }));
  const language = guessLanguage(fields.flatMap(({ tokens }) => tokens)) === 'en' ? 'en' : 'sv';
  const add = (term: string, name: NoteFieldName) => held.set(term, (held.get(term) ?? new Set()).add(name));
  for (const { name, tokens } of fields) {
    for (const phrase of analyser.read(tokens, language).phrases) add(phrase, name);
    for (const token of tokens) {
      if (analyser.isEmptyWord(token)) continue;
      const { stem, parts, ideas } = analyser.word(token, language);
      for (const term of [stem, ...parts, ...ideas]) add(term, name);
    }
  }
  return held;
}
