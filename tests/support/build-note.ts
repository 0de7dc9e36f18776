import type { Note } from '#knowledge/note.ts';

/** A published note for staff at every site, but for what the test says. */
export function buildNote(overrides: Partial<Note> = {}): Note {
  return {
    id: '_shared/note',
    title: '',
    category: 'other',
    sites: [],
    siteKinds: [],
    audience: 'staff',
    symptoms: [],
    asset: null,
    warning: null,
    handledBy: null,
    owner: null,
    status: 'published',
    confidence: 'validated',
    lastVerified: null,
    reviewBy: null,
    validFrom: null,
    validTo: null,
    body: '',
    ...overrides,
  };
}
