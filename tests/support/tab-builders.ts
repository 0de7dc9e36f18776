import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';

/** What the editors' tab gets from the API, with overrides. */
export function buildContent(change: Partial<NoteContent> = {}): NoteContent {
  return {
    title: 'Skrivaren i personalrummet',
    category: 'printer',
    sites: ['solrosen'],
    siteKinds: [],
    audience: 'staff',
    symptoms: ['skriver inte ut'],
    asset: null,
    warning: null,
    handledBy: null,
    owner: null,
    confidence: 'not-validated',
    reviewBy: null,
    validFrom: null,
    validTo: null,
    intro: 'Den sover ofta.',
    stepsTitle: 'Prova detta',
    steps: ['Tryck på den gröna knappen.'],
    outro: '',
    ...change,
  };
}
