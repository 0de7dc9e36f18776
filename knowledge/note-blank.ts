import type { Note } from './note.ts';

/** A note with nothing in it but what is given: for everybody, a draft that nobody has tried. */
export function blankNote(given: Partial<Note> & Pick<Note, 'id'>): Note {
  return {
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
    status: 'draft',
    confidence: 'work-in-progress',
    lastVerified: null,
    reviewBy: null,
    validFrom: null,
    validTo: null,
    body: '',
    ...given,
  };
}
