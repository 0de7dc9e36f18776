import type { Referral } from '#bot/desk/desk-settings.ts';
import type { Note } from '#knowledge/note.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import type { CategoryScores } from './find-category.ts';
import { beside, scoreLexicon, scoreWords } from './find-category.ts';
import { withoutPurpose } from './find-purpose.ts';
import { digitalThings, digitalTrouble } from './lexicon/digital-words.ts';
import { everydayThings } from './lexicon/everyday-words.ts';
import { notItWords } from './lexicon/not-it-words.ts';
import { namedDevices } from './names-device.ts';
import { fold, toLine, wordsOf } from './text/fold.ts';
import { findAll, matches } from './text/patterns.ts';
import { judgeWording } from './wording/judge-wording.ts';

export type NotItFinding = {
  readonly notIt: boolean;
  readonly referral: Referral | null;
};

/**
 * Weighs what belongs to the landlord, payroll or the kitchen against what belongs to IT. The note that says
 * "this is not IT" counts most; a printer's door is still a printer.
 */
export function findNotIt(
  line: string,
  it: CategoryScores,
  notes: readonly FoundNote[],
  referrals: readonly Referral[],
): NotItFinding {
  const bestItSaid = Math.max(0, ...it.values(), scoreLexicon(line, digitalThings));
  const told = withoutPurpose(line)
    .replace(servedBySystem, ' ')
    .replace(signalLights, ' ')
    .replace(likeness, ' ')
    .replace(whenItWas, ' ');
  const subject = bestItSaid >= 2 ? withoutPlaces(told) : told;
  const referral = findReferral(subject, referrals);
  const words = Math.max(scoreLexicon(subject, notItWords), referral.score, everyday(told, bestItSaid));
  if (words < enough) return { notIt: false, referral: referral.referral };
  // What stands behind the projector is not the projector's.
  const bestIt = words >= 4 ? itBeside(line) : bestItSaid;
  const [best] = notes;
  // Coffee in a laptop, food that a screen no longer shows: a device that is clearly named is what it is about.
  const device = bestIt >= 2.5 ? bestIt * 1.4 : bestIt;
  const trouble = matches(subject, digitalTrouble) ? digitalShare : 0;
  const balance = words - device - trouble + weighNote(best, bestIt, subject);
  return { notIt: balance > 0 && !soundsLikeIt(line, best), referral: referral.referral };
}

/** Of messages that were worded so, next to none was another's matter. A note that says that it is knows better. */
function soundsLikeIt(line: string, best: FoundNote | undefined): boolean {
  if (best?.note.category === 'not-it') return false;
  return (judgeWording(line).category.get('not-it') ?? 0) < leastChance;
}
const leastChance = 0.06;

/** Where no word of IT's is said, a thing of everyday is what it is about, unless it only tells where. */
function everyday(told: string, bestItSaid: number): number {
  return bestItSaid < 1 && matches(withoutPlaces(told), everydayThings) ? enough : 0;
}

/** So much at least must speak against IT. */
const enough = 3;

/** What the thing cannot do tells more than what thing it is: a door's reader that finds no network. */
const digitalShare = 3;

/** "The system for the laundry", "a page about pay": what it serves is not what it is. */
const servedBySystem =
  /(?<= \p{L}*(?:systemet|system|sidan|tjansten|skarmen|displayen|kalendern|webben|dator|datorn|lasare|lasaren)) (?:for|till|om|over|med|about) (?:(?:att|den|det|var|vart|vara|the|our) ){0,2}[\p{L}\p{N}]+(?= )/gu;

function itBeside(line: string): number {
  const near = line.replace(beside, ' ');
  return Math.max(0, ...scoreWords(near).values(), scoreLexicon(near, digitalThings));
}

/**
 * A note that describes just this settles it; a weak hit is a hint. Where nothing else speaks for IT a note need not speak
 * loudly against it, but loudly for it: the key cabinet that IT sees to is one by its note alone, a kitchen fan is not
 * by a note on another fan.
 */
function weighNote(best: FoundNote | undefined, bestIt: number, subject: string): number {
  if (best === undefined) return 0;
  const isNotIt = best.note.category === 'not-it';
  const settles = best.score >= 0.5 && (bestIt >= 2 || (!isNotIt && speaksOfThing(best.note, subject)));
  const weight = best.score * (settles ? 8 : 4);
  if (isNotIt) return weight;
  return -(isOnOwnThing(best, subject) ? Math.max(weight, ownThing) : weight);
}

/** From here on a note is worth asking whether it is on the very thing. */
const worthAsking = 0.25;
const ownThing = 4.5;

/** The site has a note of IT's on the very thing of everyday that is named: the table that is a screen, the menu on one. */
function isOnOwnThing({ note, score }: FoundNote, subject: string): boolean {
  if (note.id.startsWith('_shared/') || score < worthAsking) return false;
  const told = toLine([note.title, ...note.symptoms].join(' . '));
  const sets = [everydayThings, ...notItWords.map(({ patterns }) => patterns)];
  const said = sets.flatMap((set) => findAll(subject, set).map(({ text }) => text));
  return said.length > 0 && said.every((word) => told.includes(` ${word.trim().slice(0, 6)}`));
}

/** The note holds a word that was said and that is no thing of IT's. */
function speaksOfThing({ title, symptoms, asset, body }: Note, subject: string): boolean {
  const told = toLine([title, ...symptoms, asset ?? '', body].join(' . '));
  const said = notItWords.flatMap(({ patterns }) => findAll(subject, patterns).map(({ text }) => text));
  return said.length === 0 || said.some((word) => told.includes(` ${word.slice(0, 7)}`));
}

const placed =
  /(?<! (?:fel|problem|strul|strular|krangel|byta|laga|stopp|hal|glapp|wrong|problem|issue|kallt|varmt|morkt|ljuset|lampan|elementet|vattnet))(?: (?:pa|i|vid|under|efter|fore|innan|infor|sedan|sen|after|since|before|bakom|framfor|ovanfor|bredvid|intill|nara|mot|fran|utanfor|innanfor|genom|on|at|under|behind|above|near|in|from|by|before|during|next to))(?: (?:den|det|the|en|ett|var|vart|stora|lilla|gamla|nya|bortre|framre|ovre|nedre|front|back|main|side|\p{L}{4,}s)){0,2} [\p{L}\p{N}]+(?= )/gu;

/** "Den röda lampan lyser": a lamp whose colour tells something is on a device, whichever it is. */
const signalLights =
  /(?<= )(?:(?:en|den|det|a|the) )?(?:rott?|roda?|gront?|grona?|gula?|gult|oranget?|blatt?|blaa?|red|green|yellow|amber|orange|blue) (?:lamp(?:a|an|or|orna)|ljuset?|lights?|led)(?: (?:lyser|blinkar|is|on|blinks|blinking|flashing|flashes|tand))*(?= )/gu;

/** "After the parental leave" is when. */
const whenItWas =
  / (?:efter|fore|innan|after|before|during)(?: (?:den|det|the|min|my|var|our|en|a))? \p{L}+(?= )/gu;

/** "It sounds like a vacuum cleaner." */
const likeness = / (?:som|like|likt|than|an) (?:en|ett|a|an|the) (?:\p{L}+ )?\p{L}+(?= )/gu;

/** A lamp on a device is not a lamp. */
const statusLights =
  /(?<= )(?:ingen|inga|en|den|roda?|grona?|gula?|orange|lilla)? ?lamp(?:a|an|or|orna)(?= )/gu;

/** "Dörren till skrivaren", "nyckeln till nätverksskåpet": a part of something that is IT's. */
const partOf = / [\p{L}\p{N}]+ (?:till|pa|for|av|of|on|to) (?:den |det |the |var |min )?$/u;
/** "Printer door", "router light". */
const partAfter = /^([\p{L}\p{N}]+) (?:doors?|lids?|lights?|lamps?|locks?|keys?|windows?)(?= )/u;

function withoutPartsOfDevices(line: string): string {
  return findAll(line, namedDevices).reduceRight(
    (left, { index }) =>
      left.slice(0, index).replace(partOf, ' ') + left.slice(index).replace(partAfter, '$1'),
    line,
  );
}

/** "Skrivaren vid dörren", "i köket", "på golvet": a thing after such a word is where it is, not what it is about. */
function withoutPlaces(line: string): string {
  return withoutPartsOfDevices(line).replace(placed, ' ').replace(statusLights, ' ').replace(/\s+/g, ' ');
}

/** The referral whose words the message names most clearly. */
function findReferral(
  line: string,
  referrals: readonly Referral[],
): { referral: Referral | null; score: number } {
  const words = wordsOf(line);
  const scored = referrals.map((referral) => ({
    referral,
    score: referral.about.reduce((sum, about) => sum + scoreAbout(words, fold(about)), 0),
  }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score === 0) return { referral: null, score: 0 };
  return { referral: best.referral, score: Math.min(best.score, 5) };
}

const endings = /^(?:e|a|n|en|et|t|s|ar|er|or|arna|erna|orna|ena|na|r|ns|ets|ens|arnas)?$/;
/** Words that only happen to hold one of the short words. */
const lookalikes =
  /^(?:provlas|portal|portab|support|rapport|export|import|transport|sport|material|matema|matris|framat|format|automat|tomat|diplomat|klimat|lasa$|laser|last|laste|lasare|laslan|maten?atik|dorrlas|larmtelefon|larotelefon|lararmat|matar|matas|matade|matat|matning|larmat|sandning|sandlist|kylning)/;

/** An inflection of the word counts whole, a compound that begins or ends with it nearly so. */
function scoreAbout(words: readonly string[], about: string): number {
  let best = 0;
  for (const word of words) {
    if (lookalikes.test(word)) continue;
    if (word.startsWith(about) && endings.test(word.slice(about.length))) best = Math.max(best, 4);
    else if (isVerbOf(word, about)) best = Math.max(best, 3);
    else if (isCompound(word, about)) best = Math.max(best, 3);
  }
  return best;
}

/** "Läcka" the noun, "läcker" the verb. */
function isVerbOf(word: string, about: string): boolean {
  if (about.length < 5 || !about.endsWith('a')) return false;
  const stem = about.slice(0, -1);
  return word.startsWith(stem) && /^(?:er|te|t|ar|ade|at|age)$/.test(word.slice(stem.length));
}

/** A desk's referrals have a handful of such short words; making an expression takes longer than using it. */
const tails = new Map<string, RegExp>();
const mostTails = 200;

function tailOf(about: string): RegExp {
  const known = tails.get(about);
  if (known !== undefined) return known;
  const made = new RegExp(`${about}(?:et|en|n|s)?$`);
  if (tails.size >= mostTails) tails.clear();
  tails.set(about, made);
  return made;
}

function isCompound(word: string, about: string): boolean {
  if (about.length < 4) {
    return word.search(tailOf(about)) >= 4;
  }
  const at = word.indexOf(about);
  if (at < 0) return false;
  const after = word.slice(at + about.length);
  return at >= 3 ? endings.test(after) || after.length >= 3 : after.length >= 3;
}
