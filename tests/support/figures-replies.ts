import type { Reply } from '#bot/reply/reply.ts';

const counted = { changed: 14, replayed: 20 } as const;

/** What comes by itself, weekly, monthly, or when a note is due. */
export const figuresReplies: Readonly<Record<string, Reply>> = {
  'figures, the week': {
    kind: 'figures-week',
    things: [
      { kind: 'write-note', title: 'laddvagnen laddar inte', ...counted },
      { kind: 'mend-note', title: 'Skrivaren i personalrummet', notSolved: 6, of: 9, ...counted },
      {
        kind: 'visit-site',
        siteName: 'Solrosen',
        category: 'network',
        device: 'accesspunkten i hallen',
        cases: 7,
        ...counted,
      },
    ],
  },
  'figures, the week, contractors': {
    kind: 'figures-week',
    things: [
      { kind: 'change-row', category: 'account', contractorName: 'Servicedesk', hours: 21, ...counted },
      { kind: 'talk-to-contractor', contractorName: 'Servicedesk', late: 5, of: 8, hours: 33 },
      { kind: 'visit-site', siteName: 'Solrosen', category: 'av', device: null, cases: 4, ...counted },
    ],
  },
  'figures, the week, nothing': { kind: 'figures-week', things: [] },
  'figures, a site': {
    kind: 'figures-site',
    siteName: 'Solrosen',
    month: '2026-10',
    reported: 12,
    reportedBefore: 9,
    withoutCase: 7,
    open: 2,
    medianHours: 6,
    most: [
      { category: 'printer', count: 5 },
      { category: 'network', count: 4 },
    ],
  },
  'figures, a site, little': {
    kind: 'figures-site',
    siteName: 'Solrosen',
    month: '2026-10',
    reported: 1,
    reportedBefore: null,
    withoutCase: 0,
    open: 0,
    medianHours: null,
    most: [],
  },
  'note reminder': {
    kind: 'note-reminder',
    notes: [
      {
        ...{ id: 'solrosen/projektor', title: 'Projektorn', siteName: 'Solrosen' },
        ...{ lastVerified: '2025-11-01', reviewBy: '2026-11-20', state: 'open' },
      },
      {
        ...{ id: '_shared/losenord', title: 'Byta lösenord', siteName: null },
        ...{ lastVerified: null, reviewBy: null, state: 'confirmed' },
      },
      {
        ...{ id: 'solrosen/skrivare', title: 'Skrivaren', siteName: 'Solrosen' },
        ...{ lastVerified: '2025-10-01', reviewBy: '2026-10-20', state: 'needs-change' },
      },
    ],
  },
};
