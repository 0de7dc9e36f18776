import { type DeskTime, isOpen, nextOpen } from './service-hours.ts';
import { spanAround, spanOf } from './spans.ts';
import type { Technician } from './technician.ts';

/** Somebody who is away again and again for this long has no duty ahead that is worth promising. */
const maxLooks = 500;

/** Whether an absence holds at that instant. */
export function isAbsent(technician: Technician, at: Date, time: DeskTime): boolean {
  return spanAround(technician.absences, at, time) !== null;
}

/** Whether the technician works at that instant: duty hours and shifts, less absences. */
export function isOnDuty(technician: Technician, at: Date, time: DeskTime): boolean {
  if (isAbsent(technician, at, time)) return false;
  return isOpen(technician.duty, at, time) || spanAround(technician.shifts, at, time) !== null;
}

/** Whether the technician can be reached for a critical case outside duty. */
export function isOnCall(technician: Technician, at: Date, time: DeskTime): boolean {
  if (technician.onCall === null || isAbsent(technician, at, time)) return false;
  return isOpen(technician.onCall, at, time);
}

/** The first instant from `at` on at which the technician is on duty; `at` itself when now; null when none is in sight. */
export function nextDuty(technician: Technician, at: Date, time: DeskTime): Date | null {
  let moment = at;
  for (let look = 0; look < maxLooks; look += 1) {
    const start = nextPlanned(technician, moment, time);
    if (!start) return null;
    const absence = spanAround(technician.absences, start, time);
    if (!absence) return start;
    moment = absence.to;
  }
  return null;
}

/** The first planned work from then on, absences or not: what tells whether an absence is in the way of it. */
export function nextPlanned(technician: Technician, at: Date, time: DeskTime): Date | null {
  const shifts = technician.shifts
    .map((shift) => spanOf(shift, time))
    .filter((span) => span !== null && span.to > at)
    .map((span) => Math.max(span?.from.getTime() ?? 0, at.getTime()));
  const duty = nextOpen(technician.duty, at, time);
  const starts = duty ? [...shifts, duty.getTime()] : shifts;
  return starts.length > 0 ? new Date(Math.min(...starts)) : null;
}
