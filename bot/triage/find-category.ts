import { type Category, categories } from '#bot/desk/category.ts';
import type { Note } from '#knowledge/note.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { deviceWords } from './lexicon/device-words.ts';
import { matterWords } from './lexicon/matter-words.ts';
import { accessorySource, wrongCodeSource } from './lexicon/security-words.ts';
import type { Weighted } from './lexicon/weigh.ts';
import { fold, toLine, wordsOf } from './text/fold.ts';
import { findAll, matches, patterns, without } from './text/patterns.ts';
import type { Wording } from './wording/judge-wording.ts';

/** How strongly the words speak for each category, before the notes are asked. */
export type CategoryScores = ReadonlyMap<Category, number>;

export function scoreWords(line: string): CategoryScores {
  const known = remembered.get(line);
  if (known !== undefined) return known;
  const scores = scoreCategories(line);
  if (remembered.size >= rememberedLines) remembered.clear();
  remembered.set(line, scores);
  return scores;
}

/** A message is asked about as a whole and in parts, and as seen from each of the person's sites. */
const remembered = new Map<string, CategoryScores>();
const rememberedLines = 20;

function scoreCategories(line: string): CategoryScores {
  const scores = new Map<Category, number>();
  for (const category of categories) {
    const told = category === 'security' ? without(line, accessories) : line;
    const score = scoreLexicon(told, lexiconOf(category));
    if (score > 0) scores.set(category, isOnlyMeans(line, category, score) ? score * meansShare : score);
  }
  return scores;
}

const accessories = patterns([accessorySource, wrongCodeSource].join('\n'));

const lexicons = new Map(
  categories.map((category) => [
    category,
    [...(deviceWords[category] ?? []), ...(matterWords[category] ?? [])],
  ]),
);

function lexiconOf(category: Category): readonly Weighted[] {
  return lexicons.get(category) ?? [];
}

/** "När jag skickar från plattan": what it was done with or from, not what it is about. */
const means =
  /(?<! (?:gora|gor (?:jag|vi|man|du)|grej|grejen|sak|saken|nagot|knas|strulet|fraga|fel|problem|strul|strular|krangel|hjalp|hander|hant|hande|gar|bak|ihop|trouble|wrong|issue|issues|help|klart|brant|brand|rok|ryker|luktar|lukt|lukten|gnistrar|gnistor|ljud|ljudet|later|piper|pip|brummar|tjuter|vatten|droppar|rinner|lagor|smoke|smell|smells|sparks|noise|burnt|burning|coming|kommer|lossnat|ramlat))(?: (?:fran|via|med|genom|from|using|with|through))(?: (?:min|mitt|var|vart|den|det|the|my|en|ett|a|our)){0,2} [\p{L}\p{N}]+(?= )/gu;
const meansShare = 0.4;

/** Things that are only told to find another by. */
export const beside =
  / (?:bakom|ovanfor|bredvid|intill|framfor|nara|invid|behind|above|beside|next to|near)(?: (?:den|det|the|var|vart)){0,2} [\p{L}\p{N}]+(?= )/gu;

/** The category's words all stand where means are told, or what another thing stands behind. */
function isOnlyMeans(line: string, category: Category, score: number): boolean {
  if (deviceWords[category] === undefined) return false;
  const rest = line.replace(means, '').replace(beside, ' ');
  return rest !== line && scoreLexicon(rest, lexiconOf(category)) < score / 3;
}

/** The strongest word counts whole, the next half, and so on: a matter is not bigger for being wordy. */
export function scoreLexicon(line: string, lexicon: readonly Weighted[]): number {
  const weights = new Map<string, number>();
  for (const { weight, patterns } of lexicon) {
    for (const { text } of findAll(line, patterns))
      weights.set(text, Math.max(weight, weights.get(text) ?? 0));
  }
  const found = [...weights.values()];
  return found.sort((a, b) => b - a).reduce((sum, weight, index) => sum + weight / 2 ** index, 0);
}

/**
 * Words, the categories of the notes that were found, and what such wording was about before, weighed together. `wording` is
 * null where it is not clear what is wrong with what: then it says nothing.
 */
export function chooseCategory(
  line: string,
  words: CategoryScores,
  notes: readonly FoundNote[],
  wording: Wording | null,
): { id: Category | null; confidence: number } {
  const scores = new Map(words);
  if (matches(line, accountWorks)) scores.set('account', (words.get('account') ?? 0) / 3);
  notes.forEach(({ note, score }, rank) => {
    const share = (noteWeight * score ** 1.5 * support(note.category, words)) / (rank + 1);
    scores.set(note.category, (scores.get(note.category) ?? 0) + share);
  });
  if (wording !== null) addWording(scores, wording, namesOutright(words));
  const named = notes.some(({ note }) => namesSystem(note, line));
  if (named) scores.set('application', (scores.get('application') ?? 0) + systemWeight);
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  const [best, second] = ranked;
  if (best === undefined || best[1] < leastScore) return { id: null, confidence: 0 };
  const confidence = best[1] / (best[1] + (second?.[1] ?? 0) + 0.5);
  return { id: best[0], confidence: Math.round(confidence * 100) / 100 };
}

/** Words that name a thing outright. */
const outright = 2.5;

export function namesOutright(words: CategoryScores): boolean {
  return [...words.values()].some((score) => score >= outright);
}

/** Where no word names a thing outright, what such wording was about before says more. */
const wordingWeight = 4;
const wordingBesideNamed = 2;
/** Less likely than so is said of every kind. That it is not IT's turns somebody away: the words must say so. */
const leastChance = 0.05;

function addWording(scores: Map<Category, number>, wording: Wording, isNamed: boolean): void {
  const weight = isNamed ? wordingBesideNamed : wordingWeight;
  for (const [category, chance] of wording.category) {
    if (category === 'other' || category === 'not-it' || chance < leastChance) continue;
    scores.set(category, (scores.get(category) ?? 0) + weight * chance);
  }
}

/** The same account works on another machine: then it is the machine. */
const accountWorks = patterns(`
på/i alla/andra/en datorer/dator/annan _ utom | på alla datorer utom | på andra datorer | på alla andra
på en annan dator | bara på den/just/en | just den datorn | den datorn | on other computers
on every computer but/except | only on this/that computer
`);

/** Below this it is a guess. */
const leastScore = 0.8;

/** A thing that was not named is less likely what it is about, the more so when another one was. */
function support(category: Category, words: CategoryScores): number {
  if (words.has(category)) return 1;
  if (deviceWords[category] !== undefined && category !== 'network') return 0.6;
  if (category === 'security' || category === 'not-it') return 1;
  const named = [...words].some(([other, score]) => deviceWords[other] !== undefined && score >= 3);
  return named ? 0.7 : 1;
}

const systemWeight = 2.5;

/** A note on a business system has the system's name in its title, a word that no lexicon knows. */
function namesSystem({ category, title }: Note, line: string): boolean {
  if (category !== 'application') return false;
  const names = wordsOf(toLine(title)).filter(
    (word) => word.length >= 5 && /^\p{Lu}/u.test(originalOf(title, word)),
  );
  return names.some((name) => line.includes(` ${name} `));
}

/** The word as the title writes it. */
function originalOf(title: string, folded: string): string {
  return title.split(/[^\p{L}\p{N}]+/u).find((word) => fold(word) === folded) ?? folded;
}

/** A perfect note hit outweighs any word; a weak one is only a hint, and weaker still than its score says. */
const noteWeight = 8;
