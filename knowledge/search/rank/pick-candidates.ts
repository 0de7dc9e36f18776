import type { Note } from '../../note.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Question } from './question.ts';
import { type Sought, visitSought, type WordTools } from './score-words.ts';
import { type Tally, takeTally } from './tally.ts';

/** So many notes of a large shelf are compared letter by letter. */
const mostCandidates = 50;
/** A word that is only alike in letters counts for this much of one that is the same. */
const alike = 0.5;
/** Terms of more notes than this bring no candidate that the words did not. */
const commonest = 2_000;
/** What is left to be asked for seldom brings a document more than this part of what it might. */
const likelyShare = 0.4;

type PickTools = WordTools & { readonly isAllowed: (note: Note) => boolean };

/**
 * The documents whose letters are worth a comparison: all of a small shelf; of a large one the best by words, and by
 * words that are alike in letters. The rarest words are looked up first; once the common ones cannot lift another
 * document among the best, they are left. What the reader may not see is left out before anything is cut off.
 */
export function pickCandidates(
  question: Question,
  sought: readonly Sought[],
  shelf: Shelf,
  tools: PickTools,
): number[] {
  const isAllowed = (document: number) => {
    const note = shelf.notes[document];
    if (shelf.gone?.[document] === 1) return false;
    return note != null && (shelf.open[document] === 1 || tools.isAllowed(note));
  };
  if (shelf.similar === null) return [...shelf.notes.keys()].filter(isAllowed);
  const tally = takeTally(shelf.notes.length);
  addHints(question, shelf, tools, tally);
  const rarestFirst = [...sought].sort((a, b) => b.most - a.most);
  let left = rarestFirst.reduce((sum, { most }) => sum + most, 0);
  for (const each of rarestFirst) {
    if (left * likelyShare < tally.least(mostCandidates)) break;
    tally.begin();
    visitSought(each, shelf, tools, tally.add);
    left -= each.most;
  }
  return tally.best(mostCandidates, isAllowed);
}

/** Documents with words like those that no document has as they are: misspelt ones, compounds that no list knows. */
function addHints(question: Question, shelf: Shelf, tools: PickTools, tally: Tally): void {
  const { similar, terms, letters } = shelf;
  const isHeld = (term: string) => terms.postings.count(tools.ids.get(term) ?? -1) > 0;
  for (const { word: asked, ways } of question.wanted) {
    if (ways[0]?.terms.some(({ term }) => isHeld(term)) === true) continue;
    for (const { word, share } of similar?.to(asked) ?? []) {
      const [stem] = letters.vocabulary.termsOf(word);
      if (stem === undefined || terms.postings.count(stem.id) > commonest) continue;
      const worth = alike * share * tools.frequencies.rarity(stem.id);
      tally.begin();
      terms.postings.each(stem.id, (document) => tally.add(document, worth, 0));
    }
  }
}
