import type { Note } from '../../note.ts';
import { type Analyser, saidOfEverything } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Frequencies } from './frequencies.ts';
import { faintTelling, type Question, type Wanted, type Way } from './question.ts';
import { massOf } from './score-words.ts';

export type PhraseTools = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly frequencies: Frequencies;
};

/** Of the words of a symptom that the question has, against those of the question that the symptom has. */
const share = { phrase: 0.6, question: 0.4 };
const mostPhrases = 60;

/** For one question: how alike it is to a note. */
export type PhraseMatcher = (note: Note) => number;

/**
 * 0–1: how alike the question and the note's likest symptom (or title) are. Long reports hold the symptom among
 * much else, so the symptom's own words weigh more.
 */
export function createPhraseMatcher(question: Question, tools: PhraseTools): PhraseMatcher {
  const asked = weighTerms(question);
  const wanted = question.wanted.map(({ ways }) => ways.filter(isSure));
  const masses = question.wanted.map((want) => massOf(want, tools));
  const match = (phrase: string): number => {
    const { said, all } = readPhrase(phrase, tools.analyser);
    const ofPhrase = weighedShare(
      said,
      ({ terms, telling }) => telling * rarest(terms, tools),
      ({ terms }) => best(terms, asked),
    );
    const ofQuestion = weighedShare(
      wanted,
      (_ways, place) => masses[place] ?? 0,
      (ways) => bestWay(ways, all),
    );
    return share.phrase * ofPhrase + share.question * ofQuestion;
  };
  return (note) => {
    let likest = match(note.title);
    for (const phrase of note.symptoms.slice(0, mostPhrases - 1)) likest = Math.max(likest, match(phrase));
    return Math.max(0, likest);
  };
}

/** A word of the phrase that says something: the terms by which it may be met, and how much it tells. */
type Said = { readonly terms: readonly string[]; readonly telling: number };

type ReadPhrase = { readonly said: readonly Said[]; readonly all: ReadonlySet<string> };

/** Some ten megabytes. A question is compared with twenty notes, and people ask about the same ones again. */
const rememberedPhrases = 10_000;
const remembered = new WeakMap<Analyser, Map<string, ReadPhrase>>();

function readPhrase(phrase: string, analyser: Analyser): ReadPhrase {
  const known = remembered.get(analyser) ?? new Map<string, ReadPhrase>();
  if (known.size === 0) remembered.set(analyser, known);
  const found = known.get(phrase);
  if (found !== undefined) return found;
  const said = termsOf(phrase, analyser);
  const read = { said, all: new Set(said.flatMap(({ terms }) => terms)) };
  if (known.size >= rememberedPhrases) known.clear();
  known.set(phrase, read);
  return read;
}

function termsOf(phrase: string, analyser: Analyser): Said[] {
  const read = analyser.read(words(phrase), 'sv');
  const single = read.tokens
    .filter((token) => !analyser.isEmptyWord(token))
    .map((token): Said => {
      const { stem, parts, ideas } = analyser.word(token, 'sv');
      return { terms: [stem, ...parts, ...ideas], telling: analyser.isFaintWord(token) ? faintTelling : 1 };
    });
  const phrases = read.phrases.map(
    (idea): Said => ({ terms: [idea], telling: idea === saidOfEverything ? faintTelling : 1 }),
  );
  return [...single, ...phrases];
}

/** A word that only means much the same makes nobody surer of a note. */
function isSure({ noRarerThan }: Way): boolean {
  return noRarerThan === undefined;
}

function weighTerms(question: Question): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { weight, terms } of question.wanted.flatMap(({ ways }) => ways).filter(isSure)) {
    for (const { term } of terms) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  }
  return weights;
}

function weighedShare<Item>(
  items: readonly Item[],
  mass: (item: Item, place: number) => number,
  met: (item: Item) => number,
): number {
  let total = 0;
  let found = 0;
  for (const [place, item] of items.entries()) {
    const weight = mass(item, place);
    total += weight;
    found += weight * met(item);
  }
  return total === 0 ? 0 : found / total;
}

function bestWay(ways: Wanted['ways'], all: ReadonlySet<string>): number {
  let most = 0;
  for (const { weight, terms } of ways) {
    let held = 0;
    for (const { term, share: part } of terms) if (all.has(term)) held += part;
    most = Math.max(most, weight * held);
  }
  return most;
}

function best(terms: readonly string[], asked: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const term of terms) most = Math.max(most, asked.get(term) ?? 0);
  return most;
}

function rarest(terms: readonly string[], { ids, frequencies }: PhraseTools): number {
  const id = ids.get(terms[0] ?? '');
  return id === null ? frequencies.unknownRarity : frequencies.rarity(id);
}
