import type { Note } from '../../note.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Question } from './question.ts';
import type { WordScores, WordTools } from './score-words.ts';

/** So many notes of a large shelf are compared letter by letter. */
const mostCandidates = 150;
/** A word that is only alike in letters counts for this much of one that is the same. */
const alike = 0.5;
/** Terms of more notes than this bring no candidate that the words did not. */
const commonest = 5_000;

/**
 * The documents whose letters are worth a comparison: all of a small shelf; of a large one the best by words, and
 * by words that are alike in letters. What the reader may not see is left out before anything is cut off.
 */
export function pickCandidates(
  question: Question,
  shelf: Shelf,
  found: WordScores,
  tools: WordTools & { readonly isAllowed: (note: Note) => boolean },
): number[] {
  const isAllowed = (document: number) => {
    const note = shelf.notes[document];
    return note !== undefined && tools.isAllowed(note);
  };
  if (shelf.similar === null) return [...shelf.notes.keys()].filter(isAllowed);
  const hints = hintsOf(question, shelf, tools);
  const met = new Set(hints.keys());
  for (const document of found.met) met.add(document);
  const documents = Uint32Array.from(met).filter(isAllowed);
  const scores = Float32Array.from(
    documents,
    (document) => (found.words[document] ?? 0) + (hints.get(document) ?? 0),
  );
  return bestOf(documents, scores);
}

function hintsOf(
  question: Question,
  { similar, terms, letters }: Shelf,
  tools: WordTools,
): Map<number, number> {
  const hints = new Map<number, number>();
  for (const asked of question.content) {
    for (const { word, share } of similar?.to(asked) ?? []) {
      const [stem] = letters.vocabulary.at(word).terms;
      if (stem === undefined || terms.postings.count(stem.id) > commonest) continue;
      const worth = alike * share * tools.frequencies.rarity(stem.id);
      terms.postings.each(stem.id, (document) => {
        hints.set(document, (hints.get(document) ?? 0) + worth);
      });
    }
  }
  return hints;
}

const steps = 512;

/** By counting how many there are of each height: sorting a hundred thousand takes too long. */
function bestOf(documents: Uint32Array, scores: Float32Array): number[] {
  const most = scores.reduce((highest, score) => Math.max(highest, score), Number.MIN_VALUE);
  const stepOf = (score: number) => Math.min(steps - 1, Math.floor((score / most) * steps));
  const heights = new Uint32Array(steps);
  for (const score of scores) heights[stepOf(score)] = (heights[stepOf(score)] ?? 0) + 1;
  let step = steps;
  for (let above = 0; step > 0 && above < mostCandidates; step -= 1) above += heights[step - 1] ?? 0;
  const high = Array.from(documents.keys()).filter((at) => stepOf(scores[at] ?? 0) >= step);
  return high
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, mostCandidates)
    .map((at) => documents[at] ?? 0);
}
