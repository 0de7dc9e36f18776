import { type DeskTime, nextClosed, nextOpen } from './service-hours.ts';
import { joinSpans, overlapOf, type Span, spanOf, withoutSpans } from './spans.ts';
import type { Absence, Technician } from './technician.ts';

export type CalendarEntry = Span & {
  readonly kind: 'duty' | 'on-call' | 'shift' | 'absence';
  /** Why somebody is away, in the desk's own words; null for everything else, or when nobody said. */
  readonly reason: string | null;
};

/** Hours that open and close more often than this in one look are a mistake in their spec. */
const mostOpenings = 3000;

/**
 * What a technician's time looks like between two instants (the end exclusive): the weekly duty, one-off shifts and
 * on-call less what an absence takes away, and the absences themselves. In order of time; entries are cut at the ends.
 */
export function dutyCalendar(
  technician: Technician,
  settings: DeskTime,
  from: Date,
  to: Date,
): CalendarEntry[] {
  const window = { from, to };
  const absences = technician.absences.flatMap((absence) => absenceEntry(absence, window, settings));
  const planned = [
    ...entries('duty', openSpans(technician.duty, window, settings)),
    ...entries('shift', periodSpans(technician.shifts, window, settings)),
    ...(technician.onCall === null ? [] : entries('on-call', openSpans(technician.onCall, window, settings))),
  ];
  const present = planned.flatMap((entry) =>
    withoutSpans([entry], absences).map(
      (span): CalendarEntry => ({ ...span, kind: entry.kind, reason: null }),
    ),
  );
  return [...present, ...absences].sort(
    (a, b) => a.from.getTime() - b.from.getTime() || (a.kind < b.kind ? -1 : 1),
  );
}

/** The stretches in which somebody works, duty and shifts joined, absences taken out. For plans and estimates. */
export function workSpans(technician: Technician, settings: DeskTime, from: Date, to: Date): Span[] {
  const working = dutyCalendar(technician, settings, from, to).filter(
    ({ kind }) => kind === 'duty' || kind === 'shift',
  );
  return joinSpans(working);
}

/** When opening hours hold within a window. */
export function openSpans(hours: string, { from, to }: Span, time: DeskTime): Span[] {
  const spans: Span[] = [];
  let opens = nextOpen(hours, from, time);
  while (opens !== null && opens < to && spans.length < mostOpenings) {
    const closes = nextClosed(hours, opens, time);
    spans.push({ from: opens, to: closes !== null && closes < to ? closes : to });
    if (closes === null) break;
    opens = nextOpen(hours, closes, time);
  }
  return spans;
}

function periodSpans(periods: Technician['shifts'], window: Span, time: DeskTime): Span[] {
  return periods.flatMap((period) => {
    const span = spanOf(period, time);
    const part = span && overlapOf(span, window);
    return part === null ? [] : [part];
  });
}

function entries(kind: CalendarEntry['kind'], spans: readonly Span[]): CalendarEntry[] {
  return spans.map((span) => ({ ...span, kind, reason: null }));
}

function absenceEntry(absence: Absence, window: Span, time: DeskTime): CalendarEntry[] {
  const [span] = periodSpans([absence], window, time);
  return span ? [{ ...span, kind: 'absence', reason: absence.reason }] : [];
}
