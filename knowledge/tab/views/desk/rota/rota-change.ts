import { addDays } from '#bot/desk/local-time.ts';
import { overlapOf, spanOf } from '#bot/desk/spans.ts';
import type { TechnicianForm } from '#bot/web/api/contract/desk-contract.ts';

export type Period = { readonly from: string; readonly to: string };
export type Absence = Period & { readonly reason: string | null };
export type PeriodList = 'absences' | 'shifts';

/** One change of a technician's week. It can be laid over whatever is stored, so that two who change at once both stay. */
export type RotaChange =
  | { readonly kind: 'away'; readonly period: Absence }
  | { readonly kind: 'works'; readonly period: Period }
  | { readonly kind: 'remove'; readonly list: PeriodList; readonly period: Period };

/** The form with that change in it. The same change again alters nothing. */
export function applyChange(form: TechnicianForm, change: RotaChange): TechnicianForm {
  if (change.kind === 'remove') return without(form, change.list, change.period);
  if (change.kind === 'away') return { ...form, absences: including(form.absences, { ...change.period }) };
  const { from, to } = change.period;
  return { ...form, shifts: including(form.shifts, { from, to }) };
}

function including<T extends Period>(list: readonly T[], period: T): T[] {
  return list.some((known) => isSame(known, period)) ? [...list] : [...list, period];
}

function without(form: TechnicianForm, list: PeriodList, period: Period): TechnicianForm {
  const differs = (known: Period) => !isSame(known, period);
  if (list === 'absences') return { ...form, absences: form.absences.filter(differs) };
  return { ...form, shifts: form.shifts.filter(differs) };
}

function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

export type ListedPeriod = Absence & { readonly list: PeriodList };

/** What was added to the weekly duty and touches that day: the periods that can be taken away there. */
export function periodsOn(form: TechnicianForm, day: string, timezone: string): ListedPeriod[] {
  const time = { timezone, holidays: '' };
  const window = spanOf({ from: day, to: day }, time);
  const touches = (period: Period) => {
    const span = spanOf(period, time);
    return window !== null && span !== null && overlapOf(span, window) !== null;
  };
  return [
    ...form.absences.filter(touches).map((absence) => ({ ...absence, list: 'absences' as const })),
    ...form.shifts.filter(touches).map((shift) => ({ ...shift, reason: null, list: 'shifts' as const })),
  ];
}

/** What a person fills in for another time: days, and clock times when it is not whole days. */
export type PeriodFields = {
  readonly fromDay: string;
  readonly toDay: string;
  /** "" = whole days. */
  readonly fromTime: string;
  readonly toTime: string;
};
export type PeriodFault = 'day-missing' | 'time-missing' | 'ends-before';

/** Whole days when no clock time is given, otherwise wall clock times of the desk's zone. */
export function readPeriod(fields: PeriodFields): Period | PeriodFault {
  const { fromDay, fromTime, toTime } = fields;
  const toDay = fields.toDay === '' ? fromDay : fields.toDay;
  if (fromDay === '') return 'day-missing';
  if ((fromTime === '') !== (toTime === '')) return 'time-missing';
  const whole = fromTime === '';
  const from = whole ? fromDay : `${fromDay}T${fromTime}`;
  const to = whole ? toDay : `${toDay}T${toTime}`;
  if (whole ? to < from : to <= from) return 'ends-before';
  return { from, to };
}

/** The stretches of one press: a whole day, its first and its second half (until midnight, as an instant). */
export function quickAbsences(day: string): Record<'day' | 'morning' | 'afternoon', Period> {
  return {
    day: { from: day, to: day },
    morning: { from: `${day}T00:00`, to: `${day}T12:00` },
    afternoon: { from: `${day}T12:00`, to: `${addDays(day, 1)}T00:00` },
  };
}

/** An extra shift within the service hours of that day's hole, or 08–16 where there is none. Minutes of the day. */
export function quickShift(day: string, hole: { readonly from: number; readonly to: number } | null): Period {
  const { from, to } = hole ?? { from: 8 * 60, to: 16 * 60 };
  return { from: instant(day, from), to: to >= 24 * 60 ? instant(addDays(day, 1), 0) : instant(day, to) };
}

function instant(day: string, minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
