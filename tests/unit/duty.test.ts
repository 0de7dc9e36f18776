import { expect, test } from 'vitest';
import { isAbsent, isOnCall, isOnDuty, nextDuty } from '#bot/desk/duty.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { buildTechnician } from '../support/desk-builders.ts';

const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };
const at = (text: string) => new Date(text);
const iso = (date: Date | null) => date?.toISOString() ?? null;

const technician = (changes: Partial<Technician> = {}) => buildTechnician({ areas: [], ...changes });

test('an absence of days holds from the first midnight to the last, in the desk zone', () => {
  const away = technician({ absences: [{ from: '2026-12-07', to: '2026-12-11', reason: null }] });
  expect(isAbsent(away, at('2026-12-06T22:59:59Z'), time)).toBe(false);
  expect(isAbsent(away, at('2026-12-06T23:00:00Z'), time)).toBe(true);
  expect(isAbsent(away, at('2026-12-11T22:59:59Z'), time)).toBe(true);
  expect(isAbsent(away, at('2026-12-11T23:00:00Z'), time)).toBe(false);
});

test('an absence of instants holds between them, the end excluded', () => {
  const away = technician({
    absences: [{ from: '2026-12-07T10:00', to: '2026-12-07T12:00:00+01:00', reason: null }],
  });
  expect(isOnDuty(away, at('2026-12-07T09:59:00+01:00'), time)).toBe(true);
  expect(isOnDuty(away, at('2026-12-07T10:00:00+01:00'), time)).toBe(false);
  expect(isOnDuty(away, at('2026-12-07T12:00:00+01:00'), time)).toBe(true);
});

test('a shift adds to the duty, and an absence takes from both', () => {
  const shifts = [{ from: '2026-12-05T08:00', to: '2026-12-05T12:00' }];
  const working = technician({ shifts });
  expect(isOnDuty(working, at('2026-12-05T09:00:00+01:00'), time)).toBe(true);
  const away = technician({ shifts, absences: [{ from: '2026-12-05', to: '2026-12-05', reason: null }] });
  expect(isOnDuty(away, at('2026-12-05T09:00:00+01:00'), time)).toBe(false);
});

test('on call is asked apart from duty, and an absence ends it', () => {
  const callable = technician({ onCall: 'Mo-Fr 16:00-22:00' });
  expect(isOnCall(callable, at('2026-11-23T20:00:00+01:00'), time)).toBe(true);
  expect(isOnDuty(callable, at('2026-11-23T20:00:00+01:00'), time)).toBe(false);
  expect(isOnCall(technician(), at('2026-11-23T20:00:00+01:00'), time)).toBe(false);
});

test.each([
  ['now when on duty', {}, '2026-11-23T09:00:00+01:00', '2026-11-23T08:00:00.000Z'],
  ['the next morning', {}, '2026-11-23T20:00:00+01:00', '2026-11-24T06:30:00.000Z'],
  [
    'after the absence',
    { absences: [{ from: '2026-11-24', to: '2026-11-27', reason: null }] },
    '2026-11-23T20:00:00+01:00',
    '2026-11-30T06:30:00.000Z',
  ],
  [
    'the moment an absence of hours ends in the middle of duty',
    { absences: [{ from: '2026-11-24T07:00', to: '2026-11-24T10:00', reason: null }] },
    '2026-11-23T20:00:00+01:00',
    '2026-11-24T09:00:00.000Z',
  ],
  [
    'a shift at the weekend',
    { shifts: [{ from: '2026-11-21T08:00', to: '2026-11-21T12:00' }] },
    '2026-11-20T20:00:00+01:00',
    '2026-11-21T07:00:00.000Z',
  ],
] as const)('the next duty is %s', (_, changes, moment, expected) => {
  expect(iso(nextDuty(technician(changes), at(moment), time))).toBe(expected);
});

test('somebody with no duty at all has no next one', () => {
  expect(nextDuty(technician({ duty: 'off' }), at('2026-11-23T09:00:00Z'), time)).toBeNull();
});
