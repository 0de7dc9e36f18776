import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fromWallClock, localDate, momentOf, toWallClock } from '#bot/desk/local-time.ts';
import { addServiceTime, hoursProblem, isOpen, nextOpen } from '#bot/desk/service-hours.ts';

const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
const office = 'Mo-Fr 07:30-16:30; PH off';
const iso = (date: Date | null) => date?.toISOString() ?? null;
const at = (text: string) => new Date(text);

describe('isOpen', () => {
  test.each([
    ['Monday morning', '2026-11-23T09:15:00+01:00', true],
    ['the first minute', '2026-11-23T07:30:00+01:00', true],
    ['a second before', '2026-11-23T07:29:59+01:00', false],
    ['the closing minute, which is outside', '2026-11-23T16:30:00+01:00', false],
    ['Saturday', '2026-11-21T10:00:00+01:00', false],
    ['Christmas Day, a Friday', '2026-12-25T10:00:00+01:00', false],
    ['Epiphany, a Wednesday', '2027-01-06T10:00:00+01:00', false],
    ['Ascension Day, which moves with Easter', '2026-05-14T10:00:00+02:00', false],
    ['an instant written in UTC', '2026-11-23T06:45:00Z', true],
    ['summer, when 05:45 UTC is 07:45', '2026-07-01T05:45:00Z', true],
  ])('knows %s', (_, moment, open) => {
    expect(isOpen(office, at(moment), time)).toBe(open);
  });

  test('no hours mean always', () => {
    expect(isOpen(null, at('2026-12-25T03:00:00Z'), time)).toBe(true);
  });

  test('hours over midnight hold on both sides of it', () => {
    expect(isOpen('Mo-Fr 22:00-06:00', at('2026-11-24T23:00:00+01:00'), time)).toBe(true);
    expect(isOpen('Mo-Fr 22:00-06:00', at('2026-11-25T05:59:00+01:00'), time)).toBe(true);
    expect(isOpen('Mo-Fr 22:00-06:00', at('2026-11-25T06:00:00+01:00'), time)).toBe(false);
  });
});

describe('nextOpen', () => {
  test.each([
    ['now when open', '2026-11-23T09:15:00+01:00', '2026-11-23T08:15:00.000Z'],
    ['tomorrow morning', '2026-11-23T18:00:00+01:00', '2026-11-24T06:30:00.000Z'],
    ['Monday after a Friday evening', '2026-11-20T18:00:00+01:00', '2026-11-23T06:30:00.000Z'],
    ['past Christmas', '2026-12-24T17:00:00+01:00', '2026-12-28T06:30:00.000Z'],
    ['over the spring change', '2026-03-27T17:00:00+01:00', '2026-03-30T05:30:00.000Z'],
    ['over the autumn change', '2026-10-23T17:00:00+02:00', '2026-10-26T06:30:00.000Z'],
  ])('is %s', (_, moment, expected) => {
    expect(iso(nextOpen(office, at(moment), time))).toBe(expected);
  });

  test('is null when the hours never hold', () => {
    expect(nextOpen('off', at('2026-11-23T09:15:00Z'), time)).toBeNull();
  });

  test('finds the opening inside the hour that autumn repeats', () => {
    const second = at('2026-10-25T01:10:00Z');
    expect(iso(nextOpen('Mo-Su 02:30-04:00', second, time))).toBe('2026-10-25T01:30:00.000Z');
  });
});

describe('addServiceTime', () => {
  test.each([
    ['15m within the day', '2026-11-23T09:15:00+01:00', '15m', '2026-11-23T08:30:00.000Z'],
    ['1h over the evening', '2026-11-23T16:00:00+01:00', '1h', '2026-11-24T07:00:00.000Z'],
    ['4h from the night', '2026-11-23T02:00:00+01:00', '4h', '2026-11-23T10:30:00.000Z'],
    ['1d to the same time tomorrow', '2026-11-23T10:00:00+01:00', '1d', '2026-11-24T09:00:00.000Z'],
    ['3d over a weekend', '2026-11-20T10:00:00+01:00', '3d', '2026-11-25T09:00:00.000Z'],
    ['1d over Christmas', '2026-12-24T10:00:00+01:00', '1d', '2026-12-28T09:00:00.000Z'],
    ['1d over the spring change', '2026-03-27T10:00:00+01:00', '1d', '2026-03-30T08:00:00.000Z'],
    ['1d over the autumn change', '2026-10-23T10:00:00+02:00', '1d', '2026-10-26T09:00:00.000Z'],
    ['1d from a night: the end of that day', '2026-11-23T02:00:00+01:00', '1d', '2026-11-23T15:30:00.000Z'],
  ])('adds %s', (_, moment, duration, expected) => {
    expect(iso(addServiceTime(at(moment), duration, office, time))).toBe(expected);
  });

  test('runs day and night without hours, also through the hour that spring skips', () => {
    const before = at('2026-03-29T01:30:00+01:00');
    expect(iso(addServiceTime(before, '1h', null, time))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(addServiceTime(before, '1d', null, time))).toBe('2026-03-30T00:30:00.000Z');
  });

  test('counts the real length of a night with an hour more', () => {
    const start = at('2026-10-24T22:00:00+02:00');
    expect(iso(addServiceTime(start, '9h', 'Mo-Su 22:00-06:00', time))).toBe('2026-10-25T05:00:00.000Z');
  });

  test('a clock over hours that never open simply runs', () => {
    expect(iso(addServiceTime(at('2026-11-23T09:00:00Z'), '2h', 'off', time))).toBe(
      '2026-11-23T11:00:00.000Z',
    );
  });

  test('a break at noon does not count', () => {
    const hours = 'Mo-Fr 07:30-12:00,13:00-16:30';
    expect(iso(addServiceTime(at('2026-11-23T11:30:00+01:00'), '1h', hours, time))).toBe(
      '2026-11-23T12:30:00.000Z',
    );
  });
});

test('hours that cannot be read are named, good ones are not', () => {
  expect(hoursProblem('Måndag morgon', time)).toMatch(/opening_hours/);
  expect(hoursProblem(office, time)).toBeNull();
});

test('wall clock and instant go back and forth through both changes', () => {
  for (const moment of ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z']) {
    const instant = at(moment);
    expect(iso(fromWallClock(toWallClock(instant, time.timezone), time.timezone))).toBe(iso(instant));
  }
  const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
  expect(iso(fromWallClock(skipped, time.timezone))).toBe('2026-03-29T01:30:00.000Z');
  const repeated = { year: 2026, month: 10, day: 25, hour: 2, minute: 30, second: 0 };
  expect(iso(fromWallClock(repeated, time.timezone))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(fromWallClock(repeated, time.timezone, at('2026-10-25T01:00:00Z')))).toBe(
    '2026-10-25T01:30:00.000Z',
  );
});

test('a written moment without an offset is on the desk wall clock', () => {
  expect(iso(momentOf('2026-12-05T08:00', time.timezone))).toBe('2026-12-05T07:00:00.000Z');
  expect(iso(momentOf('2026-07-01', time.timezone))).toBe('2026-06-30T22:00:00.000Z');
  expect(momentOf('snart', time.timezone)).toBeNull();
  expect(localDate(at('2026-11-23T23:30:00Z'), time.timezone)).toBe('2026-11-24');
});

test.each(['UTC', 'America/New_York', 'Pacific/Auckland', 'Europe/Stockholm', 'Asia/Kolkata'])(
  'the answers are the same when the process runs in %s',
  (zone) => {
    const script = `
      import { addServiceTime, isOpen, nextOpen } from '#bot/desk/service-hours.ts';
      const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
      const out = [];
      for (let n = 0; n < 365 * 8; n += 1) {
        const at = new Date(Date.UTC(2026, 0, 1, n * 3, 10));
        out.push(Number(isOpen(${JSON.stringify(office)}, at, time)));
      }
      const at = new Date('2026-03-06T15:00:00Z');
      out.push(nextOpen(${JSON.stringify(office)}, new Date('2026-03-27T16:00:00Z'), time).toISOString());
      out.push(addServiceTime(at, '3d', ${JSON.stringify(office)}, time).toISOString());
      out.push(addServiceTime(at, '30h', 'Mo-Su 22:00-06:00', time).toISOString());
      console.log(out.join(''));`;
    const run = (tz: string) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: tz },
        encoding: 'utf8',
      }).stdout;
    const here = run('UTC');
    expect(here.length).toBeGreaterThan(2900);
    expect(run(zone)).toBe(here);
  },
);

test('a spec without end is refused before it is read, and a problem is told in a few words', () => {
  const heldBefore = process.memoryUsage().heapUsed;
  expect(hoursProblem(`Mo-Fr 0${'&#'.repeat(15_000)}7:00-17:00`, time)).toMatch(/longer than the 1000 char/);
  expect(process.memoryUsage().heapUsed - heldBefore).toBeLessThan(20 * 1024 * 1024);
  expect(hoursProblem(`Mo-Fr 0${'&#'.repeat(400)}7:00-17:00`, time)?.length).toBeLessThanOrEqual(300);
});
