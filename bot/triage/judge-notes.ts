import type { Category } from '#bot/desk/category.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import type { CategoryScores } from './find-category.ts';
import { noteCurve } from './note-curve.ts';
import type { Wording } from './wording/judge-wording.ts';

/** All that the desk knows of a found note by which it is judged whether it is right. Yes and no are 1 and 0. */
export type NoteStanding = {
  readonly score: number;
  /** Score less that of the best other note: below 0 for all but the first. */
  readonly lead: number;
  readonly matchedSymptom: number;
  /** 0–1: how much of what is said of the matter, beside where it is, the note's own words say. */
  readonly aboutness: number;
  /** 0–1: how many words that is; six are all that can be asked for. */
  readonly held: number;
  /** 0–1: how much more the message's words speak for another kind of matter than for the note's. */
  readonly otherNamed: number;
  /** It is of the site itself: whoever wrote it had just its things before them. */
  readonly own: number;
  /** It is about the kind of matter that the message is about. */
  readonly sameCategory: number;
  /** 0–1: how likely such wording is about the note's kind of matter. */
  readonly likelyKind: number;
  /** 0–1: how likely advice can solve what is worded so. */
  readonly solvable: number;
  readonly first: number;
  /** A person is put on the matter whatever the notes say: an outage, damage, a wish for a visit. */
  readonly settled: number;
  readonly notIt: number;
};

export type NoteCurve = { readonly base: number } & NoteStanding;

/** What was decided for other reasons than the notes. */
export type Outcome = { readonly settled: boolean; readonly notIt: boolean };

/** Of a right note, where it cannot be told. */
const usualAboutness = 0.6;
const usualHeld = 1.5;
const mostHeld = 6;
/** The words speak for another kind so much more: it is named outright. */
const outright = 3;

/** What kind of matter it is, as far as it is known, and what the words and the wording alone say of that. */
export type Kind = {
  readonly category: Category | null;
  readonly words: CategoryScores;
  readonly wording: Wording;
};

const undecided: Outcome = { settled: false, notIt: false };

/** How the notes stand among one another, as the search gave them, best first. */
export function standingsOf(
  notes: readonly FoundNote[],
  { category, words, wording }: Kind,
  { settled, notIt }: Outcome = undecided,
): NoteStanding[] {
  return notes.map(({ note, score, evidence }, place) => ({
    score,
    lead: score - (notes[place === 0 ? 1 : 0]?.score ?? 0),
    matchedSymptom: evidence?.matchedSymptom ?? 0,
    aboutness: evidence?.aboutness ?? usualAboutness,
    held: Math.min(evidence?.held ?? usualHeld, mostHeld) / mostHeld,
    otherNamed: Math.min(otherNamed(note.category, words), outright) / outright,
    own: Number(!note.id.startsWith('_shared/')),
    sameCategory: Number(note.category === category),
    likelyKind: wording.category.get(note.category) ?? 0,
    solvable: wording.solvable,
    first: Number(place === 0),
    settled: Number(settled),
    notIt: Number(notIt),
  }));
}

function otherNamed(category: Category, words: CategoryScores): number {
  const other = Math.max(0, ...[...words].filter(([each]) => each !== category).map(([, score]) => score));
  return Math.max(0, other - (words.get(category) ?? 0));
}

/**
 * 0–1: how often a note that stands so is right, among all messages, those that no note answers too. A logistic
 * curve (note-curve.ts), fitted on labelled desks and checked on others: tests/bench/README.md tells how far it holds.
 */
export function sureness(standing: NoteStanding, curve: NoteCurve = noteCurve): number {
  const { base, ...slopes } = curve;
  const sum = entriesOf(slopes).reduce((total, [name, slope]) => total + slope * standing[name], base);
  return 1 / (1 + Math.exp(-sum));
}

/** What is left of a note's probability when the message is about another room, or another thing. */
const ofAboutElse = 0.1;

function isFarFrom({ evidence }: FoundNote): boolean {
  return evidence?.otherRoom === true || evidence?.silent === true;
}

/** The same notes, each with how probably it is right. */
export function judgeNotes(notes: readonly FoundNote[], kind: Kind, outcome?: Outcome): FoundNote[] {
  const standings = standingsOf(notes, kind, outcome);
  return notes.map((found, place) => {
    const standing = standings[place];
    if (standing === undefined) return found;
    const part = isFarFrom(found) ? ofAboutElse : 1;
    return { ...found, probability: part * sureness(standing) };
  });
}

/**
 * The notes that are left once some of those found were shown. One that fitted as well as what was shown stands as if
 * it were the first; leaving out a better note makes none of the others more probable.
 */
export function judgeFurther(
  found: readonly FoundNote[],
  left: readonly FoundNote[],
  kind: Kind,
): FoundNote[] {
  const [best] = found;
  const [next] = left;
  const fitsAsWell = best === undefined || next === undefined || next.score >= best.score * asGood;
  if (fitsAsWell) return judgeNotes(left, kind);
  const isLeft = new Set(left.map(({ note }) => note.id));
  return judgeNotes(found, kind).filter(({ note }) => isLeft.has(note.id));
}

/** Below this the person had better choose between the notes that it may be about. */
const sureEnough = 0.6;
/** A note that scores this part of the first one's fits as well: which one it is, only the person knows. */
const asGood = 0.9;
const worthOffering = 0.1;
const mostOffered = 2;

/** The other notes to offer beside the first one when that is not sure or they fit as well, likeliest first; none otherwise. */
export function notesToChooseFrom([first, ...others]: readonly FoundNote[]): FoundNote[] {
  if (first === undefined || first.currentOutage) return [];
  const isSure = (first.probability ?? 1) >= sureEnough;
  const about = others.filter((other) => !isFarFrom(other));
  const rivals = isSure ? about.filter(({ score }) => score >= first.score * asGood) : about;
  return rivals
    .filter(({ probability }) => (probability ?? 0) >= worthOffering)
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
    .slice(0, mostOffered);
}

function entriesOf(slopes: NoteStanding): [keyof NoteStanding, number][] {
  return [
    ['score', slopes.score],
    ['lead', slopes.lead],
    ['matchedSymptom', slopes.matchedSymptom],
    ['aboutness', slopes.aboutness],
    ['held', slopes.held],
    ['otherNamed', slopes.otherNamed],
    ['own', slopes.own],
    ['sameCategory', slopes.sameCategory],
    ['likelyKind', slopes.likelyKind],
    ['solvable', slopes.solvable],
    ['first', slopes.first],
    ['settled', slopes.settled],
    ['notIt', slopes.notIt],
  ];
}
