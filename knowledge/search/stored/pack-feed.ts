import { z } from 'zod';
import type { Note } from '../../note.ts';
import { createAnalyser } from '../analyse/analyser.ts';
import { readLexicon } from '../analyse/lexicon.ts';
import { type Feed, largeDesk } from '../feed.ts';
import type { PackedShelf } from '../index/large-shelf.ts';
import { readShelf } from '../index/large-shelf.ts';
import type { Shelf } from '../index/shelf.ts';
import { createTermIds } from '../index/term-ids.ts';
import { createVocabulary } from '../index/vocabulary.ts';
import { packWords } from '../index/word-table.ts';
import type { SearchWeights } from '../search-weights.ts';
import { noteMark } from './note-mark.ts';
import { type Arrays, putMarks, putShelf, putWords, StoredShelf } from './pack-shelf.ts';
import type { Sections } from './sections.ts';
import { type Take, takeFrom, takeShelf, takeWords } from './unpack-shelf.ts';

const About = z.object({
  /** The weights with which it was made, as JSON. */
  weights: z.string(),
  /** How many notes the desk had. */
  notes: z.int(),
  shelves: z.array(StoredShelf),
});

const stored = new WeakSet<PackedShelf>();

/** Whether it came out of what was stored. */
export function wasStored(packed: PackedShelf): boolean {
  return stored.has(packed);
}

/** The shelves that take long to make. */
export function largeShelvesOf({
  shelves,
  notes,
}: Feed): ReadonlyMap<string, Shelf & { packed: PackedShelf }> {
  const large = new Map<string, Shelf & { packed: PackedShelf }>();
  if (notes.size < largeDesk) return large;
  for (const [name, [shelf]] of shelves.made) {
    if (shelf !== undefined && shelf.packed !== null) large.set(name, { ...shelf, packed: shelf.packed });
  }
  return large;
}

/** Null: it is made anew in no time. */
export function packFeed(feed: Feed): Sections | null {
  const large = largeShelvesOf(feed);
  if (large.size === 0) return null;
  const arrays: Arrays = new Map();
  const shelves = large.entries().map(([name, shelf]): StoredShelf => {
    putShelf(arrays, name, shelf.packed);
    putMarks(arrays, name, shelf.notes);
    const drawers = Object.entries(shelf.packed.drawers().places);
    return {
      name,
      nearness: shelf.nearness,
      notes: shelf.notes.map((note) => note?.id ?? ''),
      drawers: Object.fromEntries(drawers.map(([drawer, [start, end]]) => [drawer, [start, end]])),
    };
  });
  const about = { weights: JSON.stringify(feed.weights), notes: feed.notes.size, shelves: [...shelves] };
  const { known, stems } = feed.lexicon.all();
  putWords(arrays, 'known', packWords(known));
  putWords(arrays, 'stems', packWords(stems));
  // After the shelves: sorting a shelf's words may read some for the first time.
  putWords(arrays, 'terms', packWords(feed.ids.all()));
  putWords(arrays, 'words', packWords(feed.vocabulary.all()));
  return { about, arrays } satisfies Sections & { about: z.infer<typeof About> };
}

/**
 * What was packed, with the desk's notes by id as they are now: those that changed since are told apart by their marks.
 * Null: it was made otherwise, or is not whole.
 */
export function unpackFeed(
  { about, arrays }: Sections,
  notes: ReadonlyMap<string, Note>,
  weights: SearchWeights,
): Feed | null {
  const read = About.safeParse(about);
  if (!read.success || read.data.weights !== JSON.stringify(weights)) return null;
  try {
    return assemble(read.data, takeFrom(arrays), notes, weights);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function assemble(
  about: z.infer<typeof About>,
  take: Take,
  notes: ReadonlyMap<string, Note>,
  weights: SearchWeights,
): Feed {
  const lexicon = readLexicon(takeWords(take, 'known'), takeWords(take, 'stems'));
  const analyser = createAnalyser(lexicon);
  const ids = createTermIds(takeWords(take, 'terms'));
  const base = takeWords(take, 'words');
  const vocabulary = createVocabulary({ analyser, ids, partWeight: weights.part, base });
  const changed = new Set<Note>();
  const made = new Map<string, readonly Shelf[]>();
  for (const shelf of about.shelves) {
    const marks = take(`${shelf.name}.marks`, Uint32Array);
    const held = shelf.notes.map((id, document) => {
      const note = notes.get(id) ?? null;
      if (note === null || isSame(note, marks, document)) return note;
      changed.add(note);
      return null;
    });
    const packed = takeShelf(take, shelf.name, shelf);
    stored.add(packed);
    made.set(shelf.name, [readShelf(shelf.nearness, held, packed, vocabulary)]);
  }
  const size = about.notes;
  const has = (note: Note) => !changed.has(note);
  return { lexicon, analyser, ids, vocabulary, shelves: { made }, weights, notes: { has, size } };
}

function isSame(note: Note, marks: Uint32Array, document: number): boolean {
  const [one, other] = noteMark(note);
  return marks[document * 2] === one && marks[document * 2 + 1] === other;
}
