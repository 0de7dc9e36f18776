import type { Note } from '#knowledge/note.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import { toLine } from './text/fold.ts';
import { isSameThing } from './text/same-thing.ts';

/** Asked for something that this note cannot answer, however much it is about: another error code, another's password, a count, a day. */
export function asksElse(note: Note, text: string): boolean {
  const line = toLine(text);
  return lacksCode(note, text) || isOtherSecret(note, line) || lacksCount(note, line) || lacksDay(note, line);
}

const codePattern = /(?:felkod|fel|error|code|felmeddelande)\s*:?\s*((?:[a-z]{0,3}-?)?\d[\w-]{2,})/giu;
/** What a thing shows, or becomes: `det blev E-73`. */
const shownCode =
  /(?:visar|säger|står(?: det)?|blev|blinkar|shows?|says|showing|displays?)\s*:?\s*((?:e|f|err|er)-?\d{1,4})(?![\p{L}\d])/giu;

/** An error code that the note does not hold is another error. */
function lacksCode(note: Note, text: string): boolean {
  const found = [...text.matchAll(codePattern), ...text.matchAll(shownCode)];
  const codes = found.map((one) => (one[1] ?? '').toLowerCase());
  const held = [note.title, ...note.symptoms, note.body].join(' ').toLowerCase();
  return codes.some((code) => !held.includes(code));
}

const secretOf =
  / (?:vad|va|vilket|vilken|whats|what) (?:(?:ar|e|heter|var|is) )?(?:the )?(?:losenordet|losenord|losen|koden|kod|pinkoden|password|code|pin) (?:till|for|pa|i|to|on|of) (?:the |var |vart |min |mitt |den |det )?(\p{L}+)/u;

/** "Vad är lösenordet till switchen?" asks for that one, and not how to change one's own. */
function isOtherSecret(note: Note, line: string): boolean {
  const thing = secretOf.exec(line)?.[1];
  if (thing === undefined) return false;
  return !fieldsOf(note).some((told) => told.some((word) => isSameThing(thing, word)));
}

const howMany = / (?:hur manga|how many) (\p{L}+) (?:har|finns|ar det|fanns|do we|are there|have we) /u;

/** "Hur många datorer har vi?" is answered by a note that counts them. */
function lacksCount(note: Note, line: string): boolean {
  const thing = howMany.exec(line)?.[1];
  if (thing === undefined) return false;
  return !fieldsOf(note).some((told) =>
    told.some((word, at) => isNumber(told[at - 1] ?? '') && isSameThing(thing, word)),
  );
}

const whenItComes =
  / (?:nar (?:kommer|levereras|anlander) (?:den|det|dom|de|min|mitt|mina|var|vart|vara|nya|en|ett)|nar far (?:jag|vi) (?:den|det|dom|min|mitt|mina|en|ett|ny|nytt|nya|var|vara)|when (?:will|do|does|is) (?:it|they|my|our|we|i) (?:come|coming|arrive|get|delivered)) /;
const days =
  /\b(?:\p{L}*dag(?:en|ar|arna)?|veck\p{L}*|manad\p{L}*|dygn|varen|hosten|sommaren|vintern|days?|weeks?|months?|spring|autumn|summer|winter)\b|\d{4}-\d\d/u;

/** "När kommer den?" is answered by a note that tells a day. */
function lacksDay(note: Note, line: string): boolean {
  return (
    whenItComes.test(line) && !days.test(words([note.title, ...note.symptoms, note.body].join(' ')).join(' '))
  );
}

function fieldsOf({ title, symptoms, asset, body }: Note): string[][] {
  return [title, ...symptoms, asset ?? '', body].map(words);
}

const numberWords = new Set(
  words(
    'två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo trettio two three four five six ten twelve',
  ),
);

function isNumber(word: string): boolean {
  return /^\d+$/.test(word) || numberWords.has(word);
}
