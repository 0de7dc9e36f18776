import type { Reply } from '#bot/reply/reply.ts';
import { party } from './replies.ts';

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
  from: '2026-11-23T00:00:00+01:00',
  to: '2026-11-24T00:00:00+01:00',
  reason: 'sjuk',
  moved: [
    { about: 'VK-1042', to: 'Omar Haddad' },
    { about: 'VK-1043', to: null },
  ],
  waiting: ['VK-1044'],
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
  'absence kept, leave': { ...kept, reason: 'ledig', moved: [] },
  'absence kept, to the dispatcher': { ...kept, name: 'Karin Lind', reason: null },
  'back at work': { kind: 'back-at-work', wasAway: true },
  'was not away': { kind: 'back-at-work', wasAway: false },
};
