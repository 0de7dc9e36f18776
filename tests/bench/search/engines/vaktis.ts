import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { type SearchWeights, usualWeights } from '#knowledge/search/search-weights.ts';
import type { Engine } from '../engine.ts';

export const vaktis: Engine = vaktisWith(usualWeights);

export function vaktisWith(weights: SearchWeights): Engine {
  return {
    name: 'Vaktis',
    index(notes) {
      const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm', weights });
      const query = { site: null, audience: 'staff' as const, at: new Date(0), limit: 10 };
      return { search: (text) => search.search({ ...query, text }).map(({ note }) => note.id) };
    },
  };
}
