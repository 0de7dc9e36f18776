import type { Lengths } from '../index/shelf.ts';

/** How common things are among the candidates of one question: what is rare there tells the notes apart. */
export type Frequencies = {
  readonly meanLength: number;
  /** Of a word that no candidate holds. */
  readonly unknownRarity: number;
  count(key: number): number;
  rarity(key: number): number;
};

/** Notes that hold none of the words, added in thought, so that a site with three notes has sensible weights too. */
const imaginedNotes = 20;

/** `countIn`: in how many notes of a layer the key is. */
export function createFrequencies<Layer extends Lengths>(
  layers: readonly Layer[],
  countIn: (layer: Layer, key: number) => number,
): Frequencies {
  const notes = layers.reduce((sum, layer) => sum + layer.lengths.length, 0);
  const length = layers.reduce((sum, layer) => sum + layer.lengths.length * layer.meanLength, 0);
  const count = (key: number) => layers.reduce((sum, layer) => sum + countIn(layer, key), 0);
  const rarityOf = (held: number) => Math.log(1 + (notes + imaginedNotes - held + 0.5) / (held + 0.5));
  return {
    meanLength: notes === 0 ? 1 : length / notes || 1,
    unknownRarity: rarityOf(1),
    count,
    rarity: (key) => rarityOf(count(key)),
  };
}
