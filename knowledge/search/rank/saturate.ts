/** BM25's two settings (Robertson & Zaragoza 2009), chosen by a search over the open question sets themselves. */
export type Saturation = { readonly k1: number; readonly b: number };

/** What a weight in a note is worth: the second mention less than the first, and less in a long note. */
export function saturate(weight: number, relativeLength: number, { k1, b }: Saturation): number {
  return (weight * (k1 + 1)) / (weight + k1 * (1 - b + b * relativeLength));
}
