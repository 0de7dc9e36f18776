import type { Reply } from '#bot/reply/reply.ts';
import { caseView, party } from './replies.ts';

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
  announced: { kind: 'announced', case: caseView(), text: 'Fibern är av till klockan tolv.', told: 12 },
  announcement: { kind: 'announcement', text: 'Fibern är av till klockan tolv.', siteNames: ['Solrosen'] },
  'announcement, everywhere': { kind: 'announcement', text: 'Fibern är av.', siteNames: [] },
  'back at work': { kind: 'back-at-work', wasAway: true },
  'was not away': { kind: 'back-at-work', wasAway: false },
};
