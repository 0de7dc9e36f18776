import { expect, it } from 'vitest';
import { parseWhen } from '#bot/desk/parse-when.ts';

/** A Monday. */
const now = new Date('2026-11-23T09:15:00+01:00');

it.each([
  ['vem har jour på fredag kl 15 för Solrosen?', '2026-11-27T15:00:00+01:00'],
  ['vem jobbar i morgon förmiddag?', '2026-11-24T09:00:00+01:00'],
  ['vem jobbar imorgon kl. 7.30', '2026-11-24T07:30:00+01:00'],
  ['i övermorgon kl 10', '2026-11-25T10:00:00+01:00'],
  ['på måndag kl 8', '2026-11-30T08:00:00+01:00'],
  ['på måndag kl 11', '2026-11-23T11:00:00+01:00'],
  ['i kväll', '2026-11-23T18:00:00+01:00'],
  ['i natt', '2026-11-24T02:00:00+01:00'],
  ['24/12 kl 10', '2026-12-24T10:00:00+01:00'],
  ['3/1', '2027-01-03T12:00:00+01:00'],
  ['2026-12-25 kl 9:30', '2026-12-25T09:30:00+01:00'],
  ['kl 8', '2026-11-24T08:00:00+01:00'],
  ['who is on call on friday at 3 pm?', '2026-11-27T15:00:00+01:00'],
  ['who works tomorrow at 10?', '2026-11-24T10:00:00+01:00'],
  ['vem är i tjänst nu?', '2026-11-23T09:15:00+01:00'],
  ['på lördag', '2026-11-28T12:00:00+01:00'],
])('reads “%s”', (words, wanted) => {
  expect(parseWhen(words, now, 'Europe/Stockholm')?.at.toISOString()).toBe(new Date(wanted).toISOString());
});

it.each(['vem är vår tekniker?', 'kl 25', 'på 31/2', 'rum 12', '2026-13-45'])(
  'hears no time in “%s”',
  (words) => {
    expect(parseWhen(words, now, 'Europe/Stockholm')).toBeNull();
  },
);

it('knows a day from a time of day', () => {
  expect(parseWhen('på fredag', now, 'Europe/Stockholm')?.exact).toBe(false);
  expect(parseWhen('på fredag kl 15', now, 'Europe/Stockholm')?.exact).toBe(true);
});

it('keeps to the wall clock when the clocks change', () => {
  const march = new Date('2026-03-28T09:00:00+01:00');
  expect(parseWhen('i morgon kl 15', march, 'Europe/Stockholm')?.at.toISOString()).toBe(
    '2026-03-29T13:00:00.000Z',
  );
});
