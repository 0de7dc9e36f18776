import type { Heard } from './hear.ts';
import {
  asksHowWords,
  barePersonCompany,
  barePersonWords,
  damageWords,
  deadWords,
  howToWords,
  notOrderedWords,
  orderWords,
  tracedDeeds,
  traceWords,
  triedAllWords,
  triedOneWords,
  visitWords,
  wantsPersonWords,
} from './lexicon/handoff-cues.ts';
import { wordsOf } from './text/fold.ts';
import { findAll, matches, without } from './text/patterns.ts';

/** What the words show about how the matter should be met; whether a rule uses it is `decide`'s affair. */
export type Cues = {
  readonly wantsPerson: boolean;
  /** Asks that somebody come, fetch, restore or look. */
  readonly callsForVisit: boolean;
  readonly alreadyTried: boolean;
  readonly triedSomething: boolean;
  readonly damage: boolean;
  readonly dead: boolean;
  readonly order: boolean;
  readonly howTo: boolean;
  /** Asks how, where or what, rather than politely for something. */
  readonly asksHow: boolean;
  /** Asks who it was that did something. */
  readonly asksWho: boolean;
};

/** The same for every site that the matter is seen from. */
const found = new WeakMap<Heard, Cues>();

export function findCues(heard: Heard): Cues {
  const known = found.get(heard);
  if (known !== undefined) return known;
  const cues = readCues(heard);
  found.set(heard, cues);
  return cues;
}

function readCues(heard: Heard): Cues {
  const { line } = heard;
  const fixes = findAll(line, triedOneWords).length;
  return {
    wantsPerson: matches(line, wantsPersonWords) || saysOnlyPerson(heard.matter),
    callsForVisit: matches(line, visitWords),
    alreadyTried: matches(line, triedAllWords) || fixes >= 2,
    triedSomething: fixes >= 1,
    damage: matches(line, damageWords),
    dead: matches(line, deadWords),
    order: matches(without(line, notOrderedWords), orderWords),
    howTo: matches(line, howToWords),
    asksHow: matches(line, asksHowWords),
    asksWho: matches(line, traceWords) && matches(line, tracedDeeds),
  };
}

/** "Människa!", "en riktig person tack": too short for the phrases. */
function saysOnlyPerson(matter: string): boolean {
  if (!matches(matter, barePersonWords)) return false;
  return wordsOf(without(without(matter, barePersonWords), barePersonCompany)).length === 0;
}
