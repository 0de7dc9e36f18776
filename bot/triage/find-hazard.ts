import {
  fallingWords,
  flowingWords,
  hazardWords,
  liquidWords,
  mainsWords,
  notHazardWords,
  stillOnWords,
} from './lexicon/hazard-words.ts';
import { matches, without } from './text/patterns.ts';

export type Danger = {
  /** Smoke, a burnt smell, sparks, water in equipment, a shock. */
  readonly hazard: boolean;
  /** Something may fall on somebody: work under it has stopped. */
  readonly falling: boolean;
};

/** Looks for danger in a line. Rather once too often than once too seldom. `aboutIt`: equipment is named. */
export function findDanger(line: string, aboutIt: boolean): Danger {
  const plain = without(line, notHazardWords);
  const wetMains = matches(plain, liquidWords) && matches(plain, mainsWords);
  const wetAndOn =
    aboutIt &&
    (matches(plain, flowingWords) || (matches(plain, liquidWords) && matches(plain, stillOnWords)));
  return {
    hazard: matches(plain, hazardWords) || wetMains || wetAndOn,
    falling: matches(plain, fallingWords),
  };
}
