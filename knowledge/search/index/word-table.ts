import { spread } from './number-table.ts';

/** Words by number in three arrays: half a million of them are there at once when they are read back. */
export type WordTable = {
  readonly size: number;
  /** -1: it is not one of them. */
  get(word: string): number;
  /** '' beyond the last. */
  at(number: number): string;
};

export type PackedWords = {
  /** All words one after the other, in UTF-16. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  /** Open addressing by a hash of the word; -1 where there is none. */
  readonly slots: Int32Array;
};

/** Numbers from 0 up, in the order given; a word must not come twice. */
export function packWords(words: readonly string[]): PackedWords {
  const starts = new Uint32Array(words.length + 1);
  for (const [number, word] of words.entries()) starts[number + 1] = (starts[number] ?? 0) + word.length;
  const units = new Uint16Array(starts[words.length] ?? 0);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, words.length * 2)))).fill(-1);
  for (const [number, word] of words.entries()) {
    const start = starts[number] ?? 0;
    for (let at = 0; at < word.length; at += 1) units[start + at] = word.charCodeAt(at);
    let slot = hashOf(word) & (slots.length - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number;
  }
  return { units, starts, slots };
}

export function readWords({ units, starts, slots }: PackedWords): WordTable {
  const isAt = (number: number, word: string) => {
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== word.length) return false;
    for (let at = 0; at < word.length; at += 1) {
      if (units[start + at] !== word.charCodeAt(at)) return false;
    }
    return true;
  };
  return {
    size: starts.length - 1,
    get(word) {
      let slot = hashOf(word) & (slots.length - 1);
      let number = slots[slot] ?? -1;
      while (number >= 0 && !isAt(number, word)) {
        slot = (slot + 1) & (slots.length - 1);
        number = slots[slot] ?? -1;
      }
      return number;
    },
    at: (number) => String.fromCharCode(...units.subarray(starts[number] ?? 0, starts[number + 1] ?? 0)),
  };
}

export const noWords: WordTable = { size: 0, get: () => -1, at: () => '' };

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return spread(hash);
}
