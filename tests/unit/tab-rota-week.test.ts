import { describe, expect, it } from 'vitest';
import type { Rota } from '#bot/web/api/contract/desk-contract.ts';
import {
  clockSpan,
  layOutWeek,
  mondayOf,
  placeOnStrip,
  stripOf,
  weekNumber,
  windowOf,
} from '#knowledge/tab/views/desk/rota/rota-week.ts';

const zone = 'Europe/Stockholm';
const karin = { upn: 'karin@x.example', name: 'Karin Lind' };
const omar = { upn: 'omar@x.example', name: 'Omar Haddad' };
const stretch = (
  from: string,
  to: string,
  kind: Rota['stretches'][number]['kind'] = 'duty',
  who = karin,
) => ({
  ...who,
  from,
  to,
  kind,
  reason: kind === 'absence' ? 'semester' : null,
});

describe('the week of a rota', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('begins %s on Monday %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  it.each([
    ['2026-11-23', 48],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2025-12-29', 1],
  ])('that begins %s has the number %i', (monday, number) => {
    expect(weekNumber(monday)).toBe(number);
  });

  it('is asked for from midnight to midnight in the desk’s zone, also when the clocks change', () => {
    expect(windowOf('2026-10-19', zone)).toEqual({
      from: '2026-10-18T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
  });

  it('has a row for every technician in their order, also for one without a stretch', () => {
    const week = layOutWeek({ stretches: [], holes: [] }, [omar, karin], '2026-11-23', zone);
    expect(week.rows.map(({ name }) => name)).toEqual(['Omar Haddad', 'Karin Lind']);
    expect(week.rows[0]?.days).toEqual([[], [], [], [], [], [], []]);
  });

  it('shows somebody who is in the rota but no longer a technician, last', () => {
    const rota = { stretches: [stretch('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z')], holes: [] };
    const week = layOutWeek(rota, [omar], '2026-11-23', zone);
    expect(week.rows.map(({ name }) => name)).toEqual(['Omar Haddad', 'Karin Lind']);
  });

  it('tells the clock of the desk’s zone, earliest first', () => {
    const rota = {
      stretches: [
        stretch('2026-11-23T15:00:00Z', '2026-11-23T20:00:00Z', 'on-call'),
        stretch('2026-11-23T06:30:00Z', '2026-11-23T15:00:00Z'),
      ],
      holes: [],
    };
    const monday = layOutWeek(rota, [karin], '2026-11-23', zone).rows[0]?.days[0] ?? [];
    expect(monday.map((bar) => [bar.kind, clockSpan(bar, 'sv'), clockSpan(bar, 'en')])).toEqual([
      ['duty', '07.30–16.00', '07:30–16:00'],
      ['on-call', '16.00–21.00', '16:00–21:00'],
    ]);
  });

  it('cuts what goes over midnight into days and says so', () => {
    const rota = {
      stretches: [stretch('2026-11-24T11:00:00Z', '2026-11-26T23:00:00Z', 'absence')],
      holes: [{ from: '2026-11-27T07:00:00Z', to: '2026-11-27T09:00:00Z' }],
    };
    const week = layOutWeek(rota, [karin], '2026-11-23', zone);
    expect(week.rows[0]?.days.map((bars) => bars.map((bar) => clockSpan(bar, 'sv')))).toEqual([
      [],
      ['12.00–24.00'],
      ['00.00–24.00'],
      ['00.00–24.00'],
      [],
      [],
      [],
    ]);
    expect(week.rows[0]?.days[1]?.[0]?.cut).toEqual({ before: false, after: true });
    expect(week.rows[0]?.days[3]?.[0]?.cut).toEqual({ before: true, after: false });
    expect(week.holes[4]?.map((hole) => clockSpan(hole, 'sv'))).toEqual(['08.00–10.00']);
  });

  it('leaves out what lies in another week and what ends before it begins', () => {
    const rota = {
      stretches: [
        stretch('2026-11-20T07:00:00Z', '2026-11-20T15:00:00Z'),
        stretch('2026-11-24T15:00:00Z', '2026-11-24T07:00:00Z'),
      ],
      holes: [],
    };
    expect(layOutWeek(rota, [karin], '2026-11-23', zone).rows[0]?.days.flat()).toEqual([]);
  });

  it('shows the hours around all that is not a whole day, office hours at least', () => {
    const rota = {
      stretches: [
        stretch('2026-11-23T15:00:00Z', '2026-11-23T20:30:00Z', 'on-call'),
        stretch('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', 'absence'),
      ],
      holes: [],
    };
    expect(stripOf(layOutWeek(rota, [karin], '2026-11-23', zone))).toEqual({ from: 420, to: 22 * 60 });
  });

  it('keeps a bar on its strip, and wide enough to be seen', () => {
    const strip = { from: 420, to: 1020 };
    expect(placeOnStrip({ from: 420, to: 720 }, strip)).toEqual({ left: 0, width: 50 });
    expect(placeOnStrip({ from: 0, to: 1440 }, strip)).toEqual({ left: 0, width: 100 });
    expect(placeOnStrip({ from: 1020, to: 1021 }, strip)).toEqual({ left: 97, width: 3 });
  });
});
