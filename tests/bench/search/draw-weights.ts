import { type SearchWeights, usualWeights } from '#knowledge/search/search-weights.ts';
import type { Dice } from './dice.ts';

/**
 * Weights from the whole of what is sensible, not about our own: those were chosen on the very sets that are to have
 * no say. What the sets do not hold (symptoms, assets) stays as it is; letters are the measure of the other layers.
 */
export function drawWeights(dice: Dice): SearchWeights {
  const from = (low: number, high: number) =>
    Math.round(low * (high / low) ** (dice.under(101) / 100) * 100) / 100;
  return {
    fields: { ...usualWeights.fields, title: from(1, 8), steps: from(0.3, 1) },
    part: from(0.2, 1),
    words: { k1: from(0.4, 2), b: from(0.2, 1) },
    letters: { k1: from(0.4, 2), b: from(0.2, 1) },
    share: { words: from(0.1, 1.4), letters: usualWeights.share.letters, symptoms: from(0.1, 0.8) },
    ways: {
      joined: from(0.4, 1),
      parts: from(0.3, 1),
      spelling: from(0.3, 1),
      idea: from(0.3, 1),
      alike: from(0.2, 1),
      phrase: from(0.3, 1),
    },
  };
}
