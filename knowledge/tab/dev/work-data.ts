import { blankContent } from '#bot/web/api/contract/blank-content.ts';
import type { NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import type { WorkItem, WorkKind } from '#bot/web/api/contract/work-contract.ts';

const summary = (id: string, title: string, change: Partial<NoteSummary> = {}): NoteSummary => ({
  id,
  title,
  category: 'printer',
  sites: [id.split('/')[0] ?? ''],
  siteKinds: [],
  audience: 'staff',
  status: 'published',
  confidence: 'validated',
  owner: 'karin.lind@ekbacken.example',
  ownerName: 'Karin Lind',
  lastVerified: '2026-03-02',
  reviewBy: '2026-09-01',
  stale: true,
  answers: 14,
  mayEdit: true,
  hasDraft: false,
  ...change,
});

const printer = summary('solrosen/skrivaren', 'Skrivaren i personalrummet');
const wifi = summary('_shared/gastnat', 'Gästnätet för besökare', { category: 'network', sites: [] });
const guests = summary('biblioteket/avbrott-natet', 'Nätet ligger nere på torsdag morgon', {
  category: 'network',
  owner: null,
  ownerName: null,
});
const projector = summary('solrosen/projektorn-lekhallen', 'Projektorn i lekhallen', {
  category: 'av',
  answers: 3,
});

/** A little of every heap, for looking at. */
export const workItems: Record<WorkKind, readonly WorkItem[]> = {
  failed: [
    {
      kind: 'failed',
      id: 'failed-1',
      note: printer,
      notSolved: 5,
      solved: 2,
      wordings: ['den säger bara pappersstopp', 'skrivaren blinkar orange och gör inget'],
    },
  ],
  contradictions: [
    {
      kind: 'contradictions',
      id: 'contra-1',
      notes: [wifi, guests],
      why: 'Den ena säger att gäster kommer ut på nätet, den andra att nätet ligger nere.',
    },
  ],
  unanswered: [
    {
      kind: 'unanswered',
      id: 'cluster-1',
      title: 'Surfplattan laddar inte',
      machineMade: true,
      siteId: 'blaklockan',
      siteName: 'Förskolan Blåklockan',
      category: 'tablet',
      count: 6,
      wordings: [
        'paddan laddar inte fast den sitter i',
        'plattan är död trots laddaren',
        'laddvagnen blinkar rött',
      ],
      lastAt: '2026-11-20T10:12:00.000Z',
      seed: {
        folder: 'blaklockan',
        content: blankContent({
          title: 'Surfplattan laddar inte',
          category: 'tablet',
          sites: ['blaklockan'],
          symptoms: ['paddan laddar inte fast den sitter i', 'plattan är död trots laddaren'],
        }),
      },
    },
    {
      kind: 'unanswered',
      id: 'cluster-2',
      title: 'boka lokal i kalendern',
      machineMade: false,
      siteId: null,
      siteName: null,
      category: 'email-calendar',
      count: 1,
      wordings: ['hur bokar man samlingssalen'],
      lastAt: '2026-11-19T08:00:00.000Z',
      seed: {
        folder: '_shared',
        content: blankContent({ title: 'Boka en lokal', category: 'email-calendar' }),
      },
    },
  ],
  suggestions: [
    {
      kind: 'suggestions',
      id: 'suggestion-1',
      note: printer,
      wording: 'skrivaren spottar ut tomma blad hela tiden',
      count: 3,
      lastAt: '2026-11-21T13:00:00.000Z',
    },
    {
      kind: 'suggestions',
      id: 'suggestion-2',
      note: projector,
      wording: 'duken är svart',
      count: 1,
      lastAt: '2026-11-18T13:00:00.000Z',
    },
  ],
  'case-drafts': [
    {
      kind: 'case-drafts',
      id: 'draft-1',
      caseNumber: 'V-1042',
      siteName: 'Ekskolan',
      solvedAt: '2026-11-19T14:20:00.000Z',
      closingWords: 'Ljudet gick till skärmen i stället för högtalarna. Bytte utgång i ljudinställningarna.',
      machineMade: true,
      seed: {
        folder: 'ekskolan',
        content: blankContent({
          title: 'Inget ljud i aulan',
          category: 'av',
          sites: ['ekskolan'],
          symptoms: ['det hörs inget när vi visar film'],
          intro: 'Ljudet kan ha hamnat på skärmen i stället för högtalarna.',
          stepsTitle: 'Prova detta',
          steps: ['Tryck på högtalaren nere till höger på datorn.', 'Välj ”Aula högtalare” i listan.'],
        }),
      },
    },
  ],
  reviews: [
    {
      kind: 'reviews',
      id: 'review-1',
      note: summary('linden/trygghetslarmet', 'När trygghetslarmet piper', {
        status: 'in-review',
        stale: false,
      }),
    },
  ],
  stale: [
    { kind: 'stale', id: 'stale-1', note: wifi },
    { kind: 'stale', id: 'stale-2', note: projector },
    {
      kind: 'stale',
      id: 'stale-3',
      note: summary('stadshuset/vaxelns-skap', 'Växelns skåp', {
        audience: 'technician',
        lastVerified: null,
        answers: 0,
      }),
    },
  ],
  'bare-sites': [],
};
