/** Numbers for terms, so that the postings hold integers only. One per search. */
export type TermIds = {
  /** The term's number, given now if it had none. */
  give(term: string): number;
  /** Null: no note holds the term. */
  get(term: string): number | null;
};

export function createTermIds(): TermIds {
  const ids = new Map<string, number>();
  return {
    give(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, ids.size);
      return ids.size - 1;
    },
    get: (term) => ids.get(term) ?? null,
  };
}
