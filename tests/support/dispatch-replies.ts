import type { Reply } from '#bot/reply/reply.ts';
import { caseView, party, technicianCaseView } from './replies.ts';

const at = '2026-11-27T15:00:00+01:00';
const monday = '2026-11-30T07:30:00+01:00';
const duty = {
  kind: 'duty',
  siteName: 'Solrosen',
  at,
  now: false,
  onDuty: [party(), party({ id: 'omar', name: 'Omar Haddad' })],
  onCall: [party({ id: 'elin', name: 'Elin Sjöberg' })],
  away: [{ name: 'Elin Sjöberg', until: monday }],
  next: null,
} as const;
const kept = {
  kind: 'absence-kept',
  name: null,
  days: { from: '2026-11-23', to: '2026-11-23' },
  from: '2026-11-23T00:00:00+01:00',
  to: '2026-11-24T00:00:00+01:00',
  reason: 'sjuk',
  moved: [
    { about: 'VK-1042', to: 'Omar Haddad' },
    { about: 'VK-1043', to: null },
  ],
  waiting: ['VK-1044'],
} as const;

const stop = {
  case: caseView({ promisedAt: '2026-11-23T10:50:00+01:00' }),
  siteId: 'solrosen',
  arrive: '2026-11-23T10:40:00+01:00',
  notes: 2,
  contact: { name: 'Annelie Berg', phone: '08-000 20 01' },
  keys: ['alarm_code', 'key_location'],
  visitHours: 'Mo-Fr 06:30-12:00,13:30-17:30',
  visitNotes: 'vila 12–13.30, gå in genom köket',
} as const;

const contractorDown = {
  kind: 'contractor-down',
  name: 'Servicedesken',
  phone: '08-000 40 00',
  since: at,
  why: 'system',
  contractorId: 'servicedesk',
  waiting: [
    { number: 'VK-1042', title: 'Kontot är låst', siteName: 'Solrosen', urgent: false },
    { number: 'VK-1043', title: 'Hela skolan saknar nät', siteName: 'Ekbackens skola', urgent: true },
  ],
  count: 5,
} as const;

const bounce = {
  at: '2026-11-23T10:00:00+01:00',
  reason: 'not-in-agreement',
  words: 'Ingår inte i vårt avtal.',
  by: 'Mona Grahn',
} as const;
const stayed = {
  name: 'Stadens servicedesk',
  outcome: 'with-them',
  waited: 270,
  promised: 240,
  dueAt: '2026-11-24T10:00:00+01:00',
  kept: false,
  heardAfter: 20,
  holds: [
    { reason: 'awaiting-requester', minutes: 90, stopped: true },
    { reason: 'awaiting-part', minutes: 60, stopped: false },
  ],
  bounces: [],
  reopenings: 1,
  lastWords: 'Ingår inte i vårt avtal.',
  doubt: true,
} as const;
const withContractor = {
  state: 'in-progress',
  assignee: party({ kind: 'contractor', id: 'servicedesk', name: 'Stadens servicedesk' }),
  offeredTo: null,
  offerId: null,
  acknowledgeBy: null,
  contractors: [stayed, { ...stayed, heardAfter: null, doubt: false, kept: null, waited: 45 }],
  mayReturn: true,
  nextStep: 'none',
} as const;
const matrixSuggestion = {
  kind: 'matrix-suggestion',
  id: 'm1',
  contractor: 'Stadens servicedesk',
  category: 'printer',
  siteKind: 'preschool',
  bounced: 3,
  tickets: 4,
  cases: (['not-in-agreement', 'needs-on-site', 'other'] as const).map((reason, n) => ({
    id: `m-${n}`,
    number: `VK-30${n}`,
    title: 'Skrivaren skriver inte ut',
    siteName: n === 0 ? null : 'Solrosen',
    reason,
    words: n === 2 ? null : 'Ingår inte i vårt avtal.',
  })),
} as const;

/** At least one of every kind that dispatching brings, by a name for the test's title. */
export const dispatchReplies: Readonly<Record<string, Reply>> = {
  'duty then': duty,
  'duty then, nowhere': { ...duty, siteName: null, away: [] },
  'duty now': { ...duty, now: true, onDuty: [party()], onCall: [], away: [] },
  'duty now, nowhere': { ...duty, now: true, siteName: null },
  'duty, nobody then': { ...duty, onDuty: [], next: { name: 'Karin Lind', at: monday } },
  'duty, nobody now': { ...duty, now: true, onDuty: [], onCall: [], away: [] },
  'absence question': {
    kind: 'absence-question',
    absence: { from: '2026-11-23', to: '2026-11-23', reason: 'sjuk' },
    from: kept.from,
    to: kept.to,
    moves: 2,
    waits: 1,
  },
  'absence question, nothing open': {
    kind: 'absence-question',
    absence: { from: '2026-11-23', to: '2026-11-23', reason: null },
    from: kept.from,
    to: kept.to,
    moves: 0,
    waits: 0,
  },
  'absence kept': kept,
  'absence kept, some hours': { ...kept, days: null },
  'absence kept, leave': {
    ...kept,
    days: { from: '2026-11-23', to: '2026-11-27' },
    reason: 'ledig',
    moved: [],
  },
  'absence kept, to the dispatcher': { ...kept, name: 'Karin Lind', reason: null },
  'slip question': {
    kind: 'slip-question',
    case: caseView(),
    why: 'slipping',
    promised: '2026-11-23T10:40:00+01:00',
    told: '2026-11-23T11:10:00+01:00',
    requester: 'Anna Berg',
  },
  'slip question, late, no new time': {
    kind: 'slip-question',
    case: caseView({ siteName: null }),
    why: 'late',
    promised: '2026-11-23T10:40:00+01:00',
    told: null,
    requester: 'Anna Berg',
  },
  'overdue, to whoever has it': { kind: 'overdue', case: caseView() },
  'my day': {
    kind: 'my-day',
    occasion: 'morning',
    stops: [
      stop,
      { ...stop, case: caseView({ id: 'c2', number: 'VK-1043' }) },
      { ...stop, siteId: null, arrive: null },
    ],
    waiting: [caseView({ id: 'c3', number: 'VK-1044', state: 'on-hold', holdReason: 'awaiting-part' })],
    offered: [caseView({ id: 'c4', number: 'VK-1045', state: 'new', assignee: null, offeredTo: party() })],
  },
  'my day, asked, nothing': { kind: 'my-day', occasion: 'asked', stops: [], waiting: [], offered: [] },
  'relayed to the requester': { kind: 'relayed-to-requester', case: caseView(), to: 'Anna Berg' },
  'case message with a picture': {
    kind: 'case-message',
    case: caseView(),
    from: 'Anna Berg',
    text: 'Så här ser det ut.',
    files: [{ name: 'lampan.jpg', id: 'f1' }],
  },
  'message with a picture': {
    kind: 'case-notice',
    case: caseView(),
    notice: { event: 'message', text: 'Är det den här?', files: [{ name: 'uttaget.jpg', id: 'f2' }] },
  },
  board: {
    kind: 'board',
    open: 14,
    unacknowledged: 2,
    slipping: 1,
    waiting: 3,
    rows: (['nobody', 'overdue', 'late', 'unacknowledged', 'slipping', 'urgent', null] as const).map(
      (flag, n) => ({
        case: caseView({
          id: `b${n}`,
          number: `VK-20${n}`,
          ...(flag === 'nobody' ? { assignee: null } : {}),
        }),
        flag,
      }),
    ),
  },
  'board, calm': { kind: 'board', open: 0, unacknowledged: 0, slipping: 0, waiting: 0, rows: [] },
  'announce question': {
    kind: 'announce-question',
    outage: { category: 'network', siteIds: ['solrosen'], text: 'Fibern är av till klockan tolv.' },
    siteNames: ['Solrosen'],
    concerned: 12,
  },
  'announce question, everywhere': {
    kind: 'announce-question',
    outage: { category: 'network', siteIds: [], text: 'Fibern är av till klockan tolv.' },
    siteNames: [],
    concerned: 0,
  },
  'case card, with a contractor': {
    kind: 'case-card',
    view: technicianCaseView({ ...withContractor, viewer: { upn: 'mona', relation: 'dispatcher' } }),
  },
  'case card, with a contractor, to somebody who was asked': {
    kind: 'case-card',
    view: technicianCaseView({ ...withContractor, viewer: { upn: 'karin', relation: 'former' } }),
  },
  'case card, sent back by a contractor': {
    kind: 'case-card',
    view: technicianCaseView({
      contractors: [{ ...stayed, outcome: 'returned', doubt: false, kept: null, bounces: [bounce] }],
    }),
  },
  'case card, sent back without a word': {
    kind: 'case-card',
    view: technicianCaseView({
      contractors: [
        {
          ...stayed,
          outcome: 'returned',
          promised: null,
          bounces: [bounce, { ...bounce, words: null, by: null }],
        },
        { ...stayed, name: 'Klartal Telefoni', outcome: 'resolved', heardAfter: null, reopenings: 2 },
      ],
    }),
  },
  'contractor’s words that sound like a no': {
    kind: 'case-notice',
    case: caseView(),
    notice: { event: 'message', text: 'Ingår inte i vårt avtal.', doubt: true },
  },
  'opened again without a word': { kind: 'reopened', case: caseView(), asksWhy: true },
  'matrix suggestion': matrixSuggestion,
  'matrix suggestion, everywhere': { ...matrixSuggestion, siteKind: null, bounced: 9, tickets: 11 },
  'no matrix suggestions': { kind: 'no-matrix-suggestions' },
  'matrix row added': {
    kind: 'matrix-decided',
    decision: 'approved',
    category: 'printer',
    siteKind: 'preschool',
    row: 3,
    before: null,
  },
  'matrix row refused': {
    kind: 'matrix-decided',
    decision: 'dismissed',
    category: 'printer',
    siteKind: null,
    row: null,
    before: null,
  },
  'matrix row added before': {
    kind: 'matrix-decided',
    decision: 'approved',
    category: 'printer',
    siteKind: null,
    row: null,
    before: 'Karin Lind',
  },
  'matrix row refused before': {
    kind: 'matrix-decided',
    decision: 'dismissed',
    category: 'printer',
    siteKind: 'school',
    row: null,
    before: 'Karin Lind',
  },
  'matrix row outdated': {
    kind: 'matrix-decided',
    decision: 'outdated',
    category: 'printer',
    siteKind: 'school',
    row: null,
    before: null,
  },
  announced: { kind: 'announced', case: caseView(), text: 'Fibern är av till klockan tolv.', told: 12 },
  announcement: { kind: 'announcement', text: 'Fibern är av till klockan tolv.', siteNames: ['Solrosen'] },
  'announcement, everywhere': { kind: 'announcement', text: 'Fibern är av.', siteNames: [] },
  'contractor down': contractorDown,
  'contractor down, nothing waits, no number': { ...contractorDown, waiting: [], count: 0, phone: null },
  'contractor down, one waits': {
    ...contractorDown,
    waiting: [{ number: 'VK-1042', title: 'Skrivaren blinkar', siteName: null, urgent: false }],
    count: 1,
  },
  'contractor refuses our sign-in': { ...contractorDown, why: 'sign-in' },
  'contractor asks us to wait': { ...contractorDown, why: 'pace' },
  'contractor up': { kind: 'contractor-up', name: 'Servicedesken', since: at, count: 7 },
  'contractor up, one waited': { kind: 'contractor-up', name: 'Servicedesken', since: at, count: 1 },
  'contractor up, nothing waited': { kind: 'contractor-up', name: 'Servicedesken', since: at, count: 0 },
  'back at work': { kind: 'back-at-work', wasAway: true },
  'was not away': { kind: 'back-at-work', wasAway: false },
};
