import type { Category } from '#bot/desk/category.ts';
import { givenAwaySource, intrusionSource, lossSource, wrongCodeSource } from './lexicon/security-words.ts';
import { matches, patterns, without } from './text/patterns.ts';

const incidentWords = patterns([lossSource, intrusionSource, givenAwaySource, 'polisen'].join('\n'));
const wrongCode = patterns(wrongCodeSource);
const notGiven = patterns(
  `skrev inte | skrev aldrig | inte skrivit | didnt enter | did not enter | skrev ej`,
);

/** A thing is lost or stolen, or a secret given away: a person acts on it, whatever the note says. */
export function findSecurityIncident(line: string, category: Category | null): boolean {
  return (
    category === 'security' && matches(without(line, wrongCode), incidentWords) && !matches(line, notGiven)
  );
}
