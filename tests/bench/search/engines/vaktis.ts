import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { Engine } from '../engine.ts';

export const vaktis: Engine = {
  name: 'Vaktis',
  index(notes) {
    const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
    const query = { site: null, audience: 'staff' as const, at: new Date(0), limit: 10 };
    return { search: (text) => search.search({ ...query, text }).map(({ note }) => note.id) };
  },
};
