import { describe, expect, it } from 'vitest';
import type { TechnicianForm } from '#bot/web/api/contract/desk-contract.ts';
import {
  applyChange,
  periodsOn,
  quickAbsences,
  quickShift,
  readPeriod,
} from '#knowledge/tab/views/desk/rota/rota-change.ts';

const holiday = { from: '2026-11-24', to: '2026-11-26', reason: 'semester' };
const form: TechnicianForm = {
  upn: 'karin@x.example',
  areas: ['norra'],
  sites: [],
  skills: [],
  duty: 'Mo-Fr 07:30-16:00',
  onCall: null,
  shifts: [{ from: '2026-11-28T08:00', to: '2026-11-28T12:00' }],
  absences: [holiday],
  deputy: null,
  maxOpen: null,
};

describe('a change of a technician’s week', () => {
  it('adds an absence and leaves the rest alone', () => {
    const changed = applyChange(form, {
      kind: 'away',
      period: { from: '2026-11-30', to: '2026-11-30', reason: null },
    });
    expect(changed.absences).toHaveLength(2);
    expect(changed.shifts).toEqual(form.shifts);
  });

  it('adds nothing a second time, so that a double press does no harm', () => {
    expect(applyChange(form, { kind: 'away', period: holiday }).absences).toEqual([holiday]);
  });

  it('adds a shift, and takes either away again', () => {
    const period = { from: '2026-11-29T08:00', to: '2026-11-29T12:00' };
    const longer = applyChange(form, { kind: 'works', period });
    expect(longer.shifts).toHaveLength(2);
    expect(applyChange(longer, { kind: 'remove', list: 'shifts', period }).shifts).toEqual(form.shifts);
    expect(applyChange(form, { kind: 'remove', list: 'absences', period: holiday }).absences).toEqual([]);
  });

  it('finds what touches a day, both ends of an absence in whole days included', () => {
    const on = (day: string) => periodsOn(form, day, 'Europe/Stockholm').map(({ list }) => list);
    expect(['23', '24', '26', '27', '28'].map((day) => on(`2026-11-${day}`))).toEqual([
      [],
      ['absences'],
      ['absences'],
      [],
      ['shifts'],
    ]);
  });
});

describe('another time than the ready-made ones', () => {
  const fields = { fromDay: '2026-11-24', toDay: '', fromTime: '', toTime: '' };
  it('is a whole day when no clock time is given', () => {
    expect(readPeriod(fields)).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  });
  it('is between clock times when both are given', () => {
    expect(readPeriod({ ...fields, fromTime: '10:00', toTime: '12:30' })).toEqual({
      from: '2026-11-24T10:00',
      to: '2026-11-24T12:30',
    });
  });
  it.each([
    [{ fromDay: '' }, 'day-missing'],
    [{ fromTime: '10:00' }, 'time-missing'],
    [{ toDay: '2026-11-23' }, 'ends-before'],
    [{ fromTime: '10:00', toTime: '10:00' }, 'ends-before'],
  ])('that is %o is refused as %s', (change, fault) => {
    expect(readPeriod({ ...fields, ...change })).toBe(fault);
  });
});

describe('the ready-made times', () => {
  it('are the whole day, its first and its second half', () => {
    expect(quickAbsences('2026-12-31')).toEqual({
      day: { from: '2026-12-31', to: '2026-12-31' },
      morning: { from: '2026-12-31T00:00', to: '2026-12-31T12:00' },
      afternoon: { from: '2026-12-31T12:00', to: '2027-01-01T00:00' },
    });
  });
  it('fill the hole of the day, and are an office day where there is none', () => {
    expect(quickShift('2026-11-24', { from: 450, to: 510 })).toEqual({
      from: '2026-11-24T07:30',
      to: '2026-11-24T08:30',
    });
    expect(quickShift('2026-11-24', null)).toEqual({ from: '2026-11-24T08:00', to: '2026-11-24T16:00' });
    expect(quickShift('2026-11-24', { from: 1200, to: 1440 }).to).toBe('2026-11-25T00:00');
  });
});
