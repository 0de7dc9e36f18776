import type { Note } from '../../note.ts';
import { type Analyser, saidOfEverything } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Frequencies } from './frequencies.ts';
import { faintTelling, type Question, type Wanted } from './question.ts';
import { massOf } from './score-words.ts';

export type PhraseTools = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly frequencies: Frequencies;
};

/** Of the words of a symptom that the question has, against those of the question that the symptom has. */
const share = { phrase: 0.6, question: 0.4 };
const mostPhrases = 60;

/**
 * 0–1: how alike the question and the note's likest symptom (or title) are. Long reports hold the symptom among
 * much else, so the symptom's own words weigh more.
 */
export function matchPhrases(note: Note, question: Question, tools: PhraseTools): number {
  const asked = weighTerms(question);
  const phrases = [note.title, ...note.symptoms].slice(0, mostPhrases);
  return Math.max(0, ...phrases.map((phrase) => matchPhrase(phrase, question.wanted, asked, tools)));
}

function matchPhrase(
  phrase: string,
  wanted: readonly Wanted[],
  asked: ReadonlyMap<string, number>,
  tools: PhraseTools,
): number {
  const said = termsOf(phrase, tools.analyser);
  const all = new Set(said.flatMap(({ terms }) => terms));
  const ofPhrase = weighedShare(
    said,
    ({ terms, telling }) => telling * rarest(terms, tools),
    ({ terms }) => best(terms, asked),
  );
  const ofQuestion = weighedShare(
    wanted,
    (want) => massOf(want, tools),
    ({ ways }) => Math.max(0, ...ways.map((way) => wayIn(way, all))),
  );
  return share.phrase * ofPhrase + share.question * ofQuestion;
}

/** A word of the phrase that says something: the terms by which it may be met, and how much it tells. */
type Said = { readonly terms: readonly string[]; readonly telling: number };

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

function weighTerms(question: Question): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { weight, terms } of question.wanted.flatMap(({ ways }) => ways)) {
    for (const { term } of terms) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  }
  return weights;
}

function weighedShare<Item>(
  items: readonly Item[],
  mass: (item: Item) => number,
  met: (item: Item) => number,
): number {
  let total = 0;
  let found = 0;
  for (const item of items) {
    const weight = mass(item);
    total += weight;
    found += weight * met(item);
  }
  return total === 0 ? 0 : found / total;
}

function wayIn({ weight, terms }: Wanted['ways'][number], all: ReadonlySet<string>): number {
  return weight * terms.reduce((sum, { term, share: part }) => sum + (all.has(term) ? part : 0), 0);
}

function best(terms: readonly string[], asked: ReadonlyMap<string, number>): number {
  return Math.max(0, ...terms.map((term) => asked.get(term) ?? 0));
}

function rarest(terms: readonly string[], { ids, frequencies }: PhraseTools): number {
  const id = ids.get(terms[0] ?? '');
  return id === null ? frequencies.unknownRarity : frequencies.rarity(id);
}
