import type { Note } from '../../note.ts';
import { isCurrentOutage, isStale } from '../../note-life.ts';
import type { Analyser } from '../analyse/analyser.ts';
import type { FoundNote, NoteQuery } from '../note-search.ts';
import type { Question } from './question.ts';
import type { NoteScore } from './score-notes.ts';

const share = { words: 0.4, letters: 0.6 };

export function rankNotes(
  scores: readonly NoteScore[],
  _question: Question,
  query: NoteQuery,
  tools: { timezone: string; analyser: Analyser },
): FoundNote[] {
  const mostWords = Math.max(...scores.map((score) => score.words), 1e-9);
  const mostLetters = Math.max(...scores.map((score) => score.letters), 1e-9);
  return scores
    .map((score) => ({
      score,
      fused: (share.words * score.words) / mostWords + (share.letters * score.letters) / mostLetters,
    }))
    .sort((a, b) => b.fused - a.fused)
    .slice(0, query.limit)
    .flatMap(({ score, fused }) => {
      const note: Note | undefined = score.shelf.notes[score.document];
      if (!note) return [];
      return [
        {
          note,
          score: fused * (0.5 * score.coverage + 0.5 * score.letterCoverage),
          stale: isStale(note, query.at, tools.timezone),
          currentOutage: isCurrentOutage(note, query.at, tools.timezone),
        },
      ];
    });
}
