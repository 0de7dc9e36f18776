import type { PackedShelf } from '../index/large-shelf.ts';
import type { PackedPostings } from '../index/postings.ts';
import { readWords, type WordTable } from '../index/word-table.ts';
import type { StoredShelf } from './pack-shelf.ts';
import type { NumberArray } from './sections.ts';

/** Takes an array out by its name. @throws TypeError when it is not there, or of another kind. */
export type Take = <Kind extends NumberArray>(name: string, kind: new (length: number) => Kind) => Kind;

export function takeFrom(arrays: ReadonlyMap<string, NumberArray>): Take {
  return (name, kind) => {
    const found = arrays.get(name);
    if (found instanceof kind) return found;
    throw new TypeError(`The stored index has no ${name}.`);
  };
}

export function takeWords(take: Take, name: string): WordTable {
  return readWords({
    units: take(`${name}.units`, Uint16Array),
    starts: take(`${name}.starts`, Uint32Array),
    slots: take(`${name}.slots`, Int32Array),
  });
}

export function takeShelf(take: Take, name: string, { drawers }: StoredShelf): PackedShelf {
  const entries = take(`${name}.drawerEntries`, Uint32Array);
  const letters = take(`${name}.drawerLetters`, Int32Array);
  return {
    terms: takePostings(take, `${name}.terms`),
    termLengths: take(`${name}.termLengths`, Float32Array),
    gramLengths: take(`${name}.gramLengths`, Float32Array),
    words: {
      starts: take(`${name}.starts`, Uint32Array),
      words: take(`${name}.words`, Uint32Array),
      weights: take(`${name}.weights`, Uint8Array),
    },
    counts: { grams: take(`${name}.grams`, Int32Array), counts: take(`${name}.counts`, Int32Array) },
    similar: {
      words: take(`${name}.similarWords`, Uint32Array),
      postings: takePostings(take, `${name}.similar`),
    },
    drawers: () => ({ places: drawers, entries, letters }),
  };
}

function takePostings(take: Take, name: string): PackedPostings {
  return {
    slots: { keys: take(`${name}.keys`, Int32Array), slots: take(`${name}.slots`, Int32Array) },
    starts: take(`${name}.starts`, Uint32Array),
    pairs: take(`${name}.pairs`, Uint32Array),
  };
}
