import { describe, expect, it } from 'vitest';
import { isOnDuty } from '#bot/desk/duty.ts';
import { dutyCalendar, workSpans } from '#bot/desk/duty-calendar.ts';
import { addAbsence, endAbsence } from '#bot/desk/rota-changes.ts';
import { technician } from '../support/small-desk.ts';

const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
const at = (text: string) => new Date(text);
const lines = (entries: ReturnType<typeof dutyCalendar>) =>
  entries.map(({ kind, from, to, reason }) => `${kind} ${from.toISOString()} ${to.toISOString()} ${reason}`);

describe('the calendar of a technician', () => {
  it('shows duty, on-call and shifts in order, and cuts them at the ends of the window', () => {
    const karin = technician('k@x', {
      duty: 'Mo-Fr 08:00-16:00',
      onCall: 'Mo-Fr 16:00-21:00',
      shifts: [{ from: '2026-11-24T18:00', to: '2026-11-24T20:00' }],
    });
    const from = at('2026-11-24T09:00:00+01:00');
    expect(lines(dutyCalendar(karin, time, from, at('2026-11-25T00:00:00+01:00')))).toEqual([
      'duty 2026-11-24T08:00:00.000Z 2026-11-24T15:00:00.000Z null',
      'on-call 2026-11-24T15:00:00.000Z 2026-11-24T20:00:00.000Z null',
      'shift 2026-11-24T17:00:00.000Z 2026-11-24T19:00:00.000Z null',
    ]);
  });

  it('takes an absence of part of a day out of the duty, and says why', () => {
    const away = addAbsence(
      technician('k@x', { duty: 'Mo-Fr 08:00-16:00' }),
      { from: '2026-11-24T10:00', to: '2026-11-24T12:00', reason: 'tandläkare' },
      time,
    );
    const day = [at('2026-11-24T00:00:00+01:00'), at('2026-11-25T00:00:00+01:00')] as const;
    expect(lines(dutyCalendar(away, time, ...day))).toEqual([
      'duty 2026-11-24T07:00:00.000Z 2026-11-24T09:00:00.000Z null',
      'absence 2026-11-24T09:00:00.000Z 2026-11-24T11:00:00.000Z tandläkare',
      'duty 2026-11-24T11:00:00.000Z 2026-11-24T15:00:00.000Z null',
    ]);
  });

  it('leaves public holidays out of the duty', () => {
    const karin = technician('k@x');
    const days = workSpans(karin, time, at('2026-12-24T00:00:00+01:00'), at('2026-12-29T00:00:00+01:00'));
    expect(days.map(({ from }) => from.toISOString())).toEqual([
      '2026-12-24T06:30:00.000Z',
      '2026-12-28T06:30:00.000Z',
    ]);
  });

  it('keeps wall-clock hours on the day when the clock goes back', () => {
    const sunday = technician('k@x', { duty: 'Su 00:00-06:00' });
    const [span] = workSpans(sunday, time, at('2026-10-25T00:00:00+02:00'), at('2026-10-26T00:00:00+01:00'));
    expect(span && (span.to.getTime() - span.from.getTime()) / 3_600_000).toBe(7);
  });

  it('joins a shift that follows on the duty', () => {
    const long = technician('k@x', { shifts: [{ from: '2026-11-24T16:00', to: '2026-11-24T18:00' }] });
    const spans = workSpans(long, time, at('2026-11-24T00:00:00+01:00'), at('2026-11-25T00:00:00+01:00'));
    expect(spans).toHaveLength(1);
    expect(spans[0]?.to.toISOString()).toBe('2026-11-24T17:00:00.000Z');
  });
});

describe('changes of the rota', () => {
  const karin = technician('karin@x');

  it('ends an absence from now on, and keeps what has been', () => {
    const ill = addAbsence(karin, { from: '2026-11-23', to: '2026-11-27', reason: 'sjuk' }, time);
    const back = endAbsence(ill, at('2026-11-25T12:00:00+01:00'), time);
    expect(isOnDuty(back, at('2026-11-24T10:00:00+01:00'), time)).toBe(false);
    expect(isOnDuty(back, at('2026-11-25T12:30:00+01:00'), time)).toBe(true);
  });

  it('does the same thing twice only once', () => {
    const absence = { from: '2026-11-24', to: '2026-11-24', reason: 'sjuk' };
    const twice = addAbsence(addAbsence(karin, absence, time), absence, time);
    expect(twice.absences).toHaveLength(1);
  });

  it.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-11-24T10:00', '2026-11-24T10:00'],
    ['snart', '2026-11-24'],
    ['2026-02-30', '2026-03-01'],
  ])('refuses a period from %s to %s', (from, to) => {
    expect(() => addAbsence(karin, { from, to, reason: null }, time)).toThrow(/not a period|ends before/);
  });
});
