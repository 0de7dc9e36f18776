import { spread } from './number-table.ts';

/** In how many documents each letter gram is; a table of whole numbers, since a large desk has a million grams. */
export type GramCounts = { get(gram: number): number };

/** How often each gram is mentioned; 0 where there is none. */
export type PackedCounts = { readonly grams: Int32Array; readonly counts: Int32Array };
/** An estimate, which can be stored. */
export type EstimatedCounts = GramCounts & { packed(): PackedCounts };

export type GramCounter = GramCounts & {
  /** Counts `amount` once for a source however often it is called. Sources come one after the other. */
  add(gram: number, source: number, amount?: number): void;
  packed(): PackedCounts;
};

export function createGramCounter(): GramCounter {
  let table = createTable(1024);
  let held = 0;
  return {
    get: (gram) => table.counts[findSlot(table, gram)] ?? 0,
    add(gram, source, amount = 1) {
      let slot = findSlot(table, gram);
      if (table.counts[slot] === 0) {
        if (held * 2 > table.counts.length) {
          table = enlarge(table);
          slot = findSlot(table, gram);
        }
        held += 1;
        table.grams[slot] = gram;
      } else if (table.last[slot] === source) return;
      table.last[slot] = source;
      table.counts[slot] = (table.counts[slot] ?? 0) + amount;
    },
    packed: () => ({ grams: table.grams, counts: table.counts }),
  };
}

/**
 * The same for very many documents, from how many hold each word: nearly as good, and a word's letters are gone
 * through once instead of once a document. `holding`: number of documents by word number.
 */
export function estimateGramCounts(
  holding: ReadonlyMap<number, number>,
  documents: number,
  gramsOf: (word: number) => Int32Array,
): EstimatedCounts {
  const mentions = createGramCounter();
  for (const [word, count] of holding) {
    const grams = gramsOf(word);
    for (let at = 0; at < grams.length; at += 1) mentions.add(grams[at] ?? 0, word, count);
  }
  return readGramCounts(mentions.packed(), documents);
}

/** Some documents hold several words with a gram: that many mentions, spread by chance, reach so many of them. */
export function readGramCounts(packed: PackedCounts, documents: number): EstimatedCounts {
  const mentions = (gram: number) => packed.counts[findSlot(packed, gram)] ?? 0;
  return { get: (gram) => documents * -Math.expm1(-mentions(gram) / documents), packed: () => packed };
}

type Table = PackedCounts & { readonly last: Int32Array };

/** `size` is a power of two. */
function createTable(size: number): Table {
  return { grams: new Int32Array(size), counts: new Int32Array(size), last: new Int32Array(size) };
}

/** Where the gram is, or may be put. */
function findSlot({ grams, counts }: PackedCounts, gram: number): number {
  const mask = grams.length - 1;
  let slot = spread(gram) & mask;
  while (counts[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask;
  return slot;
}

function enlarge(table: Table): Table {
  const larger = createTable(table.grams.length * 2);
  for (let slot = 0; slot < table.grams.length; slot += 1) {
    const count = table.counts[slot] ?? 0;
    if (count === 0) continue;
    const gram = table.grams[slot] ?? 0;
    const place = findSlot(larger, gram);
    larger.grams[place] = gram;
    larger.counts[place] = count;
    larger.last[place] = table.last[slot] ?? 0;
  }
  return larger;
}
