import { addDays, isDay, momentOf, startOfDate } from './local-time.ts';
import type { DeskTime } from './service-hours.ts';
import type { Period } from './technician.ts';

/** A stretch of time between two instants, the end exclusive. */
export type Span = { readonly from: Date; readonly to: Date };

/** A period as instants: of whole days both are included. Null when it cannot be read. */
export function spanOf(period: Period, time: DeskTime): Span | null {
  const key = `${time.timezone} ${period.from} ${period.to}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  if (read.size >= cacheLimit) read.clear();
  const span = readSpan(period, time);
  read.set(key, span);
  return span;
}

/** The same few absences are asked for at every choice, and reading a date in a zone takes its time. */
const read = new Map<string, Span | null>();
const cacheLimit = 5000;

function readSpan(period: Period, time: DeskTime): Span | null {
  const from = momentOf(period.from, time.timezone);
  const to = isDay(period.to)
    ? startOfDate(addDays(period.to, 1), time.timezone)
    : momentOf(period.to, time.timezone);
  return from && to ? { from, to } : null;
}

/** The first of the periods that holds at that instant, as instants. */
export function spanAround(periods: readonly Period[], at: Date, time: DeskTime): Span | null {
  const spans = periods.map((period) => spanOf(period, time));
  return spans.find((span) => span !== null && span.from <= at && at < span.to) ?? null;
}

/** The part of a span that lies within another; null when they do not meet. */
export function overlapOf(span: Span, other: Span): Span | null {
  const from = new Date(Math.max(span.from.getTime(), other.from.getTime()));
  const to = new Date(Math.min(span.to.getTime(), other.to.getTime()));
  return from < to ? { from, to } : null;
}

/** Spans that touch or overlap as one; in order of time. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = joined.at(-1);
    if (last === undefined || last.to < span.from) joined.push({ from: span.from, to: span.to });
    else
      joined[joined.length - 1] = {
        from: last.from,
        to: new Date(Math.max(last.to.getTime(), span.to.getTime())),
      };
  }
  return joined;
}

/** What is left of the spans outside those of the second list, in order. */
export function withoutSpans(spans: readonly Span[], away: readonly Span[]): Span[] {
  return away.reduce<Span[]>((left, gap) => left.flatMap((span) => cut(span, gap)), [...spans]);
}

function cut(span: Span, gap: Span): Span[] {
  if (overlapOf(span, gap) === null) return [span];
  const before = span.from < gap.from ? [{ from: span.from, to: gap.from }] : [];
  const after = gap.to < span.to ? [{ from: gap.to, to: span.to }] : [];
  return [...before, ...after];
}
