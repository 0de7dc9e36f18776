import type { Category } from '#bot/desk/category.ts';
import { type FoundNote, isAboutElse } from '#knowledge/search/note-search.ts';
import { asksElse } from './asks-else.ts';
import type { Clarity } from './find-clarity.ts';
import { servesPurpose } from './find-purpose.ts';
import { toLine } from './text/fold.ts';

/** From here on the search is sure enough by itself. */
const sure = 0.3;
/** Word of a known outage is worth giving from here on. */
const least = 0.2;
/** Below this nothing helps; the less was said, the closer it must be to what a note says. */
const floors: Readonly<Record<Clarity, number>> = {
  clear: 0.215,
  'symptom-only': 0.5,
  // Whatever the search found, it found by the thing's name or by words that fit everything.
  'device-only': 2,
  nothing: 2,
};
/** Below this a hit must stand out the more. */
const plain = 0.23;
const standsFarOut = 1.7;
/** A weaker hit counts when it stands out from the notes of other kinds by this factor. */
const standsOut = 1.4;

/** Judged by all that the desk knows of it. Advice that may be wrong costs a look, none costs a person's time. */
const worthGiving = 0.3;
/** Where no thing is named it may be about any. */
const worthGivingOfSymptom = 0.5;
const hopeless = 0.1;
/** So like a note's own symptom, however few its words. */
const toldAlike = 0.95;
const certain = 0.97;
const nearlyAlike = 0.85;
/** Further advice, after some that did not help, takes a person's time once more. */
const hopelessFurther = 0.3;

function saysEnough({ clarity }: Said): boolean {
  return clarity === 'clear' || clarity === 'symptom-only';
}

/** The likeliest, if it is worth giving. Word of an outage is not for whoever says little that is like it. */
function mostProbable(notes: readonly FoundNote[], { clarity }: Said): FoundNote | null {
  const told = notes.filter(({ currentOutage, score }) => !currentOutage || score >= least);
  const [best] = told.sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
  return best !== undefined && isLikely(best, clarity) ? best : null;
}

function isLikely({ probability }: FoundNote, clarity: Clarity): boolean {
  return (probability ?? 0) >= (clarity === 'symptom-only' ? worthGivingOfSymptom : worthGiving);
}

/** What was said, as far as it matters for how sure a hit must be. */
export type Said = {
  readonly text: string;
  readonly clarity: Clarity;
  /** Neither Swedish nor English. */
  readonly foreign: boolean;
  readonly asksHow: boolean;
  /** Other advice was shown before. */
  readonly further: boolean;
  /** The words themselves speak for the category; else only notes did. */
  readonly named: boolean;
  /** They name its thing outright. */
  readonly outright: boolean;
};

/**
 * The best note that is about the same kind of matter: one that the search is sure of, or that no other comes
 * near. An error code that the note does not hold is another error.
 */
export function findFitting(
  notes: readonly FoundNote[],
  category: Category | null,
  words: Said,
): FoundNote | null {
  const about = notes.filter((found) => !isAboutElse(found));
  const best = about.find(({ note }) => note.category === category);
  const told = about.find(isToldAlike);
  if (told !== undefined && !isOther(told, words.text)) return told;
  const outage = notes.find((found) => found.currentOutage && found.note.category === category);
  if (outage !== undefined && outage.score >= least) return outage;
  // The curve does not know how little was said: a bare device or nothing at all is asked about first.
  const probable = saysEnough(words) ? mostProbable(about, words) : null;
  if (probable !== null && !isOther(probable, words.text)) return probable;
  if (best === undefined || isOther(best, words.text)) return null;
  if ((best.probability ?? 1) < (words.further ? hopelessFurther : hopeless)) return null;
  // A note of another kind is the likelier one, and not likely enough.
  if (
    words.outright &&
    (best.probability ?? 1) < worthGiving &&
    about.some((found) => isLikely(found, words.clarity))
  )
    return null;
  if (words.asksHow && words.clarity === 'clear' && best === notes[0] && best.score >= leastForQuestion)
    return best;
  if (best.score < floorOf(words)) return null;
  const others = notes.filter(({ note }) => note.category !== category);
  const rival = Math.max(0, ...others.map(({ score }) => score));
  return best.score >= sure || best.score >= rival * (best.score >= plain ? standsOut : standsFarOut)
    ? best
    : null;
}

/** Words of another language than the notes' are found by their meaning alone, and score lower. */
function floorOf({ clarity, foreign, named }: Said): number {
  if (foreign) return floors[clarity] * 0.75;
  return named ? floors[clarity] : Math.max(floors[clarity], sure);
}

/** "Duken går inte ner": little in itself, and word for word what the note is about, or nearly so and surely that one. */
function isToldAlike({ score, probability, evidence }: FoundNote): boolean {
  const alike = evidence?.matchedSymptom ?? 0;
  if (score >= toldAlike && alike >= toldAlike) return true;
  return (probability ?? 0) >= certain && alike >= nearlyAlike;
}

/** A question how is met by advice on its matter, if the best hit is such. */
const leastForQuestion = 0.18;

/** Another error than the note's, or another app. */
function isOther(found: FoundNote, text: string): boolean {
  if (asksElse(found.note, text)) return true;
  return found.note.category === 'application' && !servesPurpose(toLine(text), found.note);
}
