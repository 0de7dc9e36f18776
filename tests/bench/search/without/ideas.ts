import type { GlossaryRow } from '#knowledge/search/glossary/glossary-row.ts';

/** No two words mean the same. */
export const glossary: readonly GlossaryRow[] = [];
