import type { AlikeRow } from '#knowledge/search/glossary/alike-row.ts';

/** No everyday word means much the same as another. */
export const everyday: readonly AlikeRow[] = [];
