import { noWords, type WordTable } from './word-table.ts';

/** Numbers for terms, so that the postings hold integers only. One per search. */
export type TermIds = {
  /** The term's number, given now if it had none. */
  give(term: string): number;
  /** Null: no note holds the term. */
  get(term: string): number | null;
  /** Every term, in the order of their numbers. */
  all(): string[];
};

/** `base`: terms that had numbers already. */
export function createTermIds(base: WordTable = noWords): TermIds {
  const ids = new Map<string, number>();
  const find = (term: string) => {
    const known = base.get(term);
    return known >= 0 ? known : ids.get(term);
  };
  return {
    give(term) {
      const known = find(term);
      if (known !== undefined) return known;
      ids.set(term, base.size + ids.size);
      return base.size + ids.size - 1;
    },
    get: (term) => find(term) ?? null,
    all: () => [...Array.from({ length: base.size }, (_, number) => base.at(number)), ...ids.keys()],
  };
}
