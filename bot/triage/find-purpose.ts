import { fold } from './text/fold.ts';

/** An app for nappies, a program for the menu: what they are for is not what they are. */
const purpose =
  /(?<= (?:app|appen|appar|apparna|applikation|applikationen|program|programmet))(?: (?:for|till|dar|about))(?: (?:att|man|vi|jag|den|det|var|vara|the|our)){0,2} ([\p{L}\p{N}]+)(?= )/gu;

/** The line without what an app or a program is said to be for. */
export function withoutPurpose(line: string): string {
  return line.replace(purpose, ' ').replace(/ {2,}/g, ' ');
}

const shortestStem = 4;
const endings = 3;

/** False: the message says what an app is for, and the note speaks of no such thing. */
export function servesPurpose(
  line: string,
  note: { title: string; symptoms: readonly string[]; body: string },
): boolean {
  const wanted = [...line.matchAll(purpose)].map((found) => found[1] ?? '');
  if (wanted.length === 0) return true;
  const held = fold([note.title, ...note.symptoms, note.body].join(' '));
  return wanted.some((word) => held.includes(word.slice(0, Math.max(shortestStem, word.length - endings))));
}
