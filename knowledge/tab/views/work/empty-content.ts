import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';

/** A note of which nothing is known but where it is to lie. */
export const emptyContent: NoteContent = {
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
  confidence: 'not-validated',
  reviewBy: null,
  validFrom: null,
  validTo: null,
  intro: '',
  stepsTitle: null,
  steps: [],
  outro: '',
};
