import { insightWords } from '#bot/i18n/insights.ts';
import type { FigureRevision, NoteFigure, WhatHelps } from '#bot/web/api/contract/insights-contract.ts';
import { figureOf } from './insights-figures.ts';
import { measureText, playedMeasures } from './insights-measures.ts';

type Language = 'sv' | 'en';
const questions = [
  ['Surfplattan laddar inte', 'blaklockan', 'Förskolan Blåklockan', 'tablet', 18, 15],
  ['Logga in efter sommaren', null, null, 'account', 16, 13],
  ['Utskrifterna kommer ut svarta', 'linden', 'Äldreboendet Linden', 'printer', 11, 9],
  ['Ljudet i aulan', 'ekskolan', 'Ekskolan', 'av', 9, 8],
  ['Dela en kalender', null, null, 'email-calendar', 8, 6],
  ['Telefonen vidarekopplar inte', 'stadshuset', 'Stadshuset', 'phone', 6, 4],
] as const;

/** What would help most at Ekbacken: planted, as everything here. */
export function whatHelps(language: Language): WhatHelps {
  const { effect, because } = insightWords(language);
  const own = language === 'sv' ? 'era tekniker' : 'your own technicians';
  return {
    from: '2026-08-25',
    to: '2026-11-22',
    madeAt: '2026-11-23T03:00:00.000Z',
    notesToWrite: questions.map(([title, siteId, siteName, category, asked, changed], index) => ({
      id: `cluster-${index + 1}`,
      title,
      siteId,
      siteName,
      category,
      asked,
      wordings: index === 0 ? ['paddan laddar inte fast den sitter i', 'plattan är död trots laddaren'] : [],
      effect: { replayed: asked, changed, words: effect.note(changed, asked) },
    })),
    notesToMend: [
      {
        noteId: 'solrosen/skrivaren',
        title: 'Skrivaren i personalrummet',
        shown: 22,
        solved: 4,
        notSolved: 13,
        effect: { replayed: 13, changed: 5, words: effect.mend(5, 13) },
      },
    ],
    sitesToVisit: [
      {
        siteId: 'linden',
        siteName: 'Äldreboendet Linden',
        category: 'network',
        device: 'switch plan 2',
        cases: 14,
        casesBefore: 2,
        caseNumbers: ['V-1031', 'V-1017', 'V-1008'],
        why: because.visit(14, 2, 'switch plan 2'),
        effect: { replayed: 14, changed: 11, words: effect.visit(11, 14) },
      },
    ],
    rowToChange: {
      contractorId: 'stadens-servicedesk',
      contractorName: 'Stadens servicedesk',
      category: 'av',
      siteKind: 'school',
      insteadOf: own,
      caseNumbers: ['V-0988', 'V-0974'],
      why: because.row(9, 12),
      effect: { replayed: 12, changed: 9, words: effect.row(9, 12, 64) },
    },
    contractorsToTalkTo: [
      {
        contractorId: 'stadens-servicedesk',
        contractorName: 'Stadens servicedesk',
        kept: 17,
        of: 41,
        overBy: 190_000,
        caseNumbers: ['V-1003', 'V-0991'],
        why: because.contractor(24, 41, 53),
      },
    ],
  };
}

export const noteFigures: readonly NoteFigure[] = [
  ['solrosen/projektorn-lekhallen', 'Projektorn i lekhallen', 'solrosen', 41, 24, 3],
  ['_shared/gastnat', 'Gästnätet för besökare', null, 33, 19, 2],
  ['solrosen/skrivaren', 'Skrivaren i personalrummet', 'solrosen', 22, 4, 13],
  ['biblioteket/avbrott-natet', 'Nätet ligger nere på torsdag morgon', 'biblioteket', 9, 2, 0],
].map(([noteId, title, siteId, shown, solved, notSolved]) => ({
  noteId: String(noteId),
  title: String(title),
  siteId: siteId === null ? null : String(siteId),
  shown: Number(shown),
  solved: Number(solved),
  notSolved: Number(notSolved),
  silent: Number(shown) - Number(solved) - Number(notSolved),
  cases: Number(notSolved) + 1,
}));

/** Two figures of October that became others in November. */
export function revisionsIn(language: Language): readonly FigureRevision[] {
  const { why } = insightWords(language);
  return playedMeasures
    .filter(({ id }) => id === 'self-resolved' || id === 'promises-kept')
    .map((measure, index): FigureRevision => {
      const old = figureOf(measure, { site: 'ekskolan' }, ['2026-10-05', '2026-10-12', '2026-10-19']);
      const count = old.count - 1;
      return {
        month: '2026-10',
        at: `2026-11-1${index}T03:00:00.000Z`,
        measure: measureText(measure, language),
        by: index === 0 ? 'site' : null,
        value: index === 0 ? 'ekskolan' : null,
        label: index === 0 ? 'Ekskolan' : '',
        old,
        new: { ...old, count, value: old.value === null ? null : count / old.denominator },
        why: why.cases(1),
        caseNumbers: ['V-0971'],
      };
    });
}
