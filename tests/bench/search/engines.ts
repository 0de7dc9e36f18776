import type { Engine } from './engine.ts';
import { miniSearch, miniSearchFuzzy, miniSearchStemmed } from './engines/minisearch.ts';
import { orama } from './engines/orama.ts';
import { postgres } from './engines/postgres.ts';
import { vaktis } from './engines/vaktis.ts';

/** Ours first: the others are compared with it. */
export const engines: readonly Engine[] = [
  vaktis,
  miniSearch,
  miniSearchStemmed,
  miniSearchFuzzy,
  orama,
  postgres,
];
