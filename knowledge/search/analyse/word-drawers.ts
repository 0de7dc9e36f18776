import { stemSwedish } from './stem.ts';

/** Shorter and longer words are not compared. */
export const shortestWord = 4;
export const longestWord = 30;
/** Short stems are alike by chance. */
export const shortestStem = 6;

/** Words with numbers of their own. */
export type NumberedWords = { readonly numbers: Iterable<number>; at(number: number): string };

/** A word in one of the forms by which it is compared: as it stands, or its stem. */
export type Form = { readonly word: string; readonly form: string };

/** Known words by the first letter and the length of their forms. */
export type WordDrawers = {
  /** Calls back for every form in the drawer, with which letters it has. */
  each(drawer: string, visit: (letters: number, entry: number) => void): void;
  formAt(entry: number): Form;
  packed(): PackedDrawers;
};

export type PackedDrawers = {
  /** By drawer: where its entries begin and end. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  /** Twice the word's number, and one more where the form is its stem. */
  readonly entries: Uint32Array;
  readonly letters: Int32Array;
};

type Entry = { readonly entry: number; readonly letters: number };

export function sortIntoDrawers(words: NumberedWords): WordDrawers {
  const drawers = new Map<string, Entry[]>();
  const put = (form: string, entry: number) => {
    const name = drawerOf(form[0], form.length);
    const drawer = drawers.get(name);
    if (drawer) drawer.push({ entry, letters: lettersIn(form) });
    else drawers.set(name, [{ entry, letters: lettersIn(form) }]);
  };
  const stems = new Set<string>();
  for (const number of words.numbers) {
    const word = words.at(number);
    if (word.length < shortestWord || word.length > longestWord + 2) continue;
    put(word, number * 2);
    const stem = stemSwedish(word);
    if (stem === word || stem.length < shortestStem || stems.has(stem)) continue;
    stems.add(stem);
    put(stem, number * 2 + 1);
  }
  return readDrawers(packDrawers(drawers), words.at);
}

function packDrawers(drawers: ReadonlyMap<string, readonly Entry[]>): PackedDrawers {
  const all = [...drawers.values()].flat();
  let end = 0;
  const placed = [...drawers].map(([name, held]) => {
    end += held.length;
    return [name, [end - held.length, end] as const] as const;
  });
  return {
    places: Object.fromEntries(placed),
    entries: Uint32Array.from(all, ({ entry }) => entry),
    letters: Int32Array.from(all, ({ letters }) => letters),
  };
}

export function readDrawers(packed: PackedDrawers, at: NumberedWords['at']): WordDrawers {
  const places = new Map(Object.entries(packed.places));
  return {
    each(drawer, visit) {
      const [start, end] = places.get(drawer) ?? [0, 0];
      for (let place = start; place < end; place += 1) {
        visit(packed.letters[place] ?? 0, packed.entries[place] ?? 0);
      }
    },
    formAt(entry) {
      const word = at(entry >>> 1);
      return { word, form: (entry & 1) === 0 ? word : stemSwedish(word) };
    },
    packed: () => packed,
  };
}

export function drawerOf(first: string | undefined, length: number): string {
  return `${first}${length}`;
}

/** Which letters a word has, one bit each: a slip changes two bits at most, so most words need no closer look. */
export function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}
