import { createDice, type Dice } from './dice.ts';

/** Writes a question otherwise than it was; the same question always comes out the same. */
export type Damage = (text: string) => string;

/** Ways in which people write a question otherwise than the note; the mean over a way's draws counts. `texts`: all that the notes and questions say. */
export function damagesIn(texts: readonly string[]): Readonly<Record<string, readonly Damage[]>> {
  return {
    'without å ä ö': [
      (text) => text.replace(/[åä]/g, 'a').replace(/[ÅÄ]/g, 'A').replace(/ö/g, 'o').replace(/Ö/g, 'O'),
    ],
    'a slip in every third long word': slips,
    'compounds written apart': [writeApart(texts)],
  };
}

/** Which slip it is hangs on chance, so there are several draws. */
export const slips: readonly Damage[] = Array.from(
  { length: 6 },
  (_, draw): Damage =>
    (text) =>
      slip(text, createDice(text.length + draw)),
);

/** Not by the search's own splitter: a long word falls apart where both halves stand by themselves in some text. */
function writeApart(texts: readonly string[]): Damage {
  const known = new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
  return (text) => text.replace(/\p{L}{8,}/gu, (word) => apart(word, known));
}

/** `nätverksskrivaren` → `nätverks skrivaren`: people keep the linking s. */
function apart(word: string, known: ReadonlySet<string>): string {
  for (let at = shortestHalf; at <= word.length - shortestHalf; at += 1) {
    const [first, head] = [word.slice(0, at), word.slice(at)];
    const lower = first.toLowerCase();
    const stands = known.has(lower) || (lower.endsWith('s') && known.has(lower.slice(0, -1)));
    if (stands && known.has(head.toLowerCase())) return `${first} ${head}`;
  }
  return word;
}

const shortestHalf = 4;
const longWord = /\p{L}{6,}/gu;

function slip(text: string, dice: Dice): string {
  let met = 0;
  return text.replace(longWord, (word) => {
    met += 1;
    return met % 3 === 1 ? damage(word, dice) : word;
  });
}

/** Two letters swapped, one left out or one doubled; never the first. */
function damage(word: string, dice: Dice): string {
  const at = 1 + dice.under(word.length - 2);
  const [letter = '', next = ''] = word.slice(at, at + 2);
  const kinds = [`${next}${letter}`, next, `${letter}${letter}${next}`];
  return word.slice(0, at) + dice.one(kinds) + word.slice(at + 2);
}
