import { z } from 'zod';
import type { Note } from '../../note.ts';
import type { PackedShelf } from '../index/large-shelf.ts';
import type { PackedPostings } from '../index/postings.ts';
import type { PackedWords } from '../index/word-table.ts';
import { noteMark } from './note-mark.ts';
import type { NumberArray } from './sections.ts';

/** Arrays by name, to be filled or read. */
export type Arrays = Map<string, NumberArray>;

export const StoredShelf = z.object({
  name: z.string(),
  nearness: z.enum(['site', 'kind', 'everyone']),
  /** In the documents' order. */
  notes: z.array(z.string()),
  drawers: z.record(z.string(), z.tuple([z.int(), z.int()])),
});
export type StoredShelf = z.infer<typeof StoredShelf>;

export function putWords(arrays: Arrays, name: string, { units, starts, slots }: PackedWords): void {
  arrays.set(`${name}.units`, units).set(`${name}.starts`, starts).set(`${name}.slots`, slots);
}

export function putMarks(arrays: Arrays, name: string, notes: readonly (Note | null)[]): void {
  const marks = new Uint32Array(notes.length * 2);
  for (const [document, note] of notes.entries()) if (note !== null) marks.set(noteMark(note), document * 2);
  arrays.set(`${name}.marks`, marks);
}

export function putShelf(arrays: Arrays, name: string, packed: PackedShelf): void {
  const { words, counts, similar } = packed;
  const { entries, letters } = packed.drawers();
  putPostings(arrays, `${name}.terms`, packed.terms);
  putPostings(arrays, `${name}.similar`, similar.postings);
  const rest = {
    termLengths: packed.termLengths,
    gramLengths: packed.gramLengths,
    starts: words.starts,
    words: words.words,
    weights: words.weights,
    grams: counts.grams,
    counts: counts.counts,
    similarWords: similar.words,
    drawerEntries: entries,
    drawerLetters: letters,
  };
  for (const [part, array] of Object.entries(rest)) arrays.set(`${name}.${part}`, array);
}

function putPostings(arrays: Arrays, name: string, { slots, starts, pairs }: PackedPostings): void {
  arrays.set(`${name}.keys`, slots.keys).set(`${name}.slots`, slots.slots);
  arrays.set(`${name}.starts`, starts).set(`${name}.pairs`, pairs);
}
