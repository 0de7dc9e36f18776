import { createDice, type Dice } from './dice.ts';

/** Ways in which people write a question otherwise than the note; the same question always comes out the same. */
export const damages = {
  'without å ä ö': (text: string) =>
    text.replace(/[åä]/g, 'a').replace(/[ÅÄ]/g, 'A').replace(/ö/g, 'o').replace(/Ö/g, 'O'),
  'a slip in every third long word': (text: string) => slip(text, createDice(text.length)),
} as const;

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
