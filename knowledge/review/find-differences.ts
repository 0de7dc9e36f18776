import type { Note } from '../note.ts';
import { parseNoteBody, stripPrivate } from '../note-body.ts';
import { words } from '../search/analyse/words.ts';
import { tellingWords } from '../search/learn/telling-words.ts';

/** One thing that two notes about the same matter tell differently; `values`: the first note's, the second's. */
export type Difference = {
  readonly kind: 'handled-by' | 'denied' | 'number' | 'steps';
  /** Of `denied`: what one says does not hold. Of `number`: what the number is of. Else empty. */
  readonly of: string;
  readonly values: readonly [string, string];
};

/** Steps with less than this in common are another way of doing it. */
const otherSteps = 0.25;
const quoted = 140;

/** A note read for comparison, so that it is read once however many it is compared with. */
export type ReadBody = {
  readonly handledBy: string | null;
  readonly steps: readonly { readonly text: string; readonly words: ReadonlySet<string> }[];
  readonly stepWords: ReadonlySet<string>;
  /** By the word that they are of. */
  readonly numbers: ReadonlyMap<string, readonly Told[]>;
  /** What it says does not hold, by word. */
  readonly denied: ReadonlyMap<string, Omit<Told, 'number'>>;
};

type Told = { readonly of: string; readonly number: string; readonly sentence: string };

/** What is hidden in private marks is left out. */
export function readBody(note: Note): ReadBody {
  const steps = parseNoteBody(note.body).steps.map((text) => ({ text, words: tellingWords(text) }));
  const text = stripPrivate(note.body).replace(/^\s*(?:\d+[.)]|[-*])\s+/gm, '');
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  return {
    handledBy: note.handledBy,
    steps,
    stepWords: new Set(steps.flatMap(({ words }) => [...words])),
    numbers: numbersIn([...sentences, ...note.symptoms]),
    denied: new Map(sentences.flatMap(deniedIn)),
  };
}

/** What two notes about the same matter tell differently, the most telling first. Empty: nothing that a rule can see. */
export function findDifferences(one: ReadBody, other: ReadBody): Difference[] {
  return [...byHandler(one, other), ...byDenial(one, other), ...byNumber(one, other), ...bySteps(one, other)];
}

function byHandler(one: ReadBody, other: ReadBody): Difference[] {
  if (one.handledBy === null || other.handledBy === null || one.handledBy === other.handledBy) return [];
  return [{ kind: 'handled-by', of: '', values: [one.handledBy, other.handledBy] }];
}

function bySteps(one: ReadBody, other: ReadBody): Difference[] {
  if (one.stepWords.size === 0 || other.stepWords.size === 0) return [];
  const smaller = Math.min(one.stepWords.size, other.stepWords.size);
  if (one.stepWords.intersection(other.stepWords).size / smaller >= otherSteps) return [];
  return [{ kind: 'steps', of: '', values: [shorten(one.steps[0]?.text), shorten(other.steps[0]?.text)] }];
}

/** `anknytning 4410` against `anknytning 4417`: the same word before, no number in common. */
function byNumber(one: ReadBody, other: ReadBody): Difference[] {
  return [...one.numbers].flatMap(([thing, mine]): Difference[] => {
    const theirs = other.numbers.get(thing) ?? [];
    const [first, second] = [mine[0], theirs[0]];
    if (first === undefined || second === undefined) return [];
    if (mine.some(({ number }) => theirs.some((each) => each.number === number))) return [];
    return [{ kind: 'number', of: first.of, values: [shorten(first.sentence), shorten(second.sentence)] }];
  });
}

const numbered = /(\p{L}{3,})[\s:.#-]{1,3}((?:\d[\d\s-]{1,14})?\d)(?![\p{L}\d])/gu;

function numbersIn(sentences: readonly string[]): Map<string, Told[]> {
  const numbers = new Map<string, Told[]>();
  for (const sentence of sentences) {
    for (const [, word = '', digits = ''] of sentence.matchAll(numbered)) {
      const number = digits.replace(/\D/g, '');
      const [thing] = tellingWords(word);
      if (thing === undefined || number.length < 3) continue;
      numbers.set(thing, [...(numbers.get(thing) ?? []), { of: word.toLowerCase(), number, sentence }]);
    }
  }
  return numbers;
}

/** One says of a thing that it is not used or does not work; the other tells to use it, and denies nothing of it. */
function byDenial(one: ReadBody, other: ReadBody): Difference[] {
  const mine = denialAgainst(one, other);
  if (mine !== null) return [{ kind: 'denied', of: mine.of, values: [mine.denial, mine.step] }];
  const theirs = denialAgainst(other, one);
  return theirs === null ? [] : [{ kind: 'denied', of: theirs.of, values: [theirs.step, theirs.denial] }];
}

function denialAgainst(denying: ReadBody, telling: ReadBody) {
  for (const [thing, { of, sentence }] of denying.denied) {
    const step = telling.steps.find(({ words }) => words.has(thing));
    if (step === undefined || telling.denied.has(thing)) continue;
    return { of, denial: shorten(sentence), step: shorten(step.text) };
  }
  return null;
}

const denials = new Set(words('inte ej aldrig inga inget ingen not never dont doesnt no'));
/** `används inte längre`, `fungerar inte`, `gäller inte`, `finns inte`. */
const gone =
  /\b(?:används?|använd|fungerar|funkar|gäller|finns|behövs|går|work|works|used?|exists?|needed|applies)\b/iu;
/** A denial is of what stands so many words before it. */
const reach = 4;

/** What the sentence denies: by telling word, with the word as it is written there in lower case. */
function deniedIn(sentence: string): [string, Omit<Told, 'number'>][] {
  const written = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const at = written.findIndex((word) => denials.has(words(word)[0] ?? ''));
  if (at < 0 || !gone.test(sentence)) return [];
  const before = written.slice(Math.max(0, at - reach), at);
  return before.flatMap((of) =>
    [...tellingWords(of)].map((thing): [string, Omit<Told, 'number'>] => [thing, { of, sentence }]),
  );
}

function shorten(text: string | undefined): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line.length <= quoted ? line : `${line.slice(0, quoted - 1)}…`;
}
