import { InvalidInput } from '#bot/errors.ts';
import type { DeskTime } from './service-hours.ts';
import { spanOf } from './spans.ts';
import type { Absence, Period, Technician } from './technician.ts';

/**
 * Changes of one week's plan, laid over the weekly duty: an override beats the base, an absence beats a shift.
 * They give the technician as it is to be stored, and leave alone what they were given.
 */

/** Away in that time. The same again changes nothing. @throws InvalidInput for a period that cannot be read. */
export function addAbsence(technician: Technician, absence: Absence, time: DeskTime): Technician {
  assertPeriod(absence, time);
  if (technician.absences.some((known) => isSame(known, absence))) return technician;
  return { ...technician, absences: [...technician.absences, absence] };
}

/** Back at work from that instant: what is left of the absences that hold then is taken away. */
export function endAbsence(technician: Technician, at: Date, time: DeskTime): Technician {
  const absences = technician.absences.flatMap((absence) => {
    const span = spanOf(absence, time);
    if (span === null || at < span.from || at >= span.to) return [absence];
    return span.from < at ? [{ ...absence, to: at.toISOString() }] : [];
  });
  return { ...technician, absences };
}

function assertPeriod(period: Period, time: DeskTime): void {
  const span = spanOf(period, time);
  if (span === null) throw new InvalidInput(`"${period.from}" to "${period.to}" is not a period.`);
  if (span.from >= span.to)
    throw new InvalidInput(`"${period.from}" to "${period.to}" ends before it begins.`);
}

function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
