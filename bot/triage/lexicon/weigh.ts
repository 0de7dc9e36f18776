import { type Patterns, patterns } from '../text/patterns.ts';

/** Words that speak for something, and how strongly: 3 settles it by itself, 1 is only a hint. */
export type Weighted = { readonly weight: number; readonly patterns: Patterns };

export function weigh(weight: number, source: string): Weighted {
  return { weight, patterns: patterns(source) };
}
