import type { NoteContent, NoteSummary } from '#bot/web/api/contract/note-contract.ts';

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

export function buildSummary(change: Partial<NoteSummary> = {}): NoteSummary {
  return {
    id: 'solrosen/skrivaren',
    title: 'Skrivaren i personalrummet',
    category: 'printer',
    sites: ['solrosen'],
    siteKinds: [],
    audience: 'staff',
    status: 'published',
    confidence: 'validated',
    owner: 'karin.lind@ekbacken.example',
    ownerName: 'Karin Lind',
    lastVerified: '2026-09-14',
    reviewBy: '2026-11-01',
    stale: false,
    answers: 12,
    mayEdit: true,
    hasDraft: false,
    ...change,
  };
}
