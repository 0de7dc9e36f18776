import type { NoteContent } from './note-contract.ts';

/** A note with nothing in it yet but what is given: for everybody, and not tried by anybody. */
export function blankContent(given: Partial<NoteContent> & Pick<NoteContent, 'title'>): NoteContent {
  return {
    category: 'other',
    sites: [],
    siteKinds: [],
    audience: 'staff',
    symptoms: [],
    asset: null,
    warning: null,
    handledBy: null,
    owner: null,
    confidence: 'work-in-progress',
    reviewBy: null,
    validFrom: null,
    validTo: null,
    intro: '',
    stepsTitle: null,
    steps: [],
    outro: '',
    ...given,
  };
}
