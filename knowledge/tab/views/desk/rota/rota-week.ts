import { addDays, localDate, startOfDate, toWallClock } from '#bot/desk/local-time.ts';
import type { Rota, RotaStretch } from '#bot/web/api/contract/desk-contract.ts';

export type RotaKind = RotaStretch['kind'] | 'hole';

/** What one day holds of a stretch. Minutes are of that day's wall clock, 0–1440. */
export type RotaBar = {
  readonly kind: RotaKind;
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
  /** It began on an earlier day, or goes on into a later one. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
};

export type RotaRow = { readonly upn: string; readonly name: string; readonly days: readonly RotaBar[][] };

/** A week as a table: a row a technician, a column a day; and the service hours in which nobody works. */
export type RotaWeek = {
  readonly days: readonly string[];
  readonly rows: readonly RotaRow[];
  readonly holes: readonly RotaBar[][];
};

type Stretch = { readonly from: string; readonly to: string };

const wholeDay = 24 * 60;

/** The Monday of the week in which that date is: `2026-11-25` → `2026-11-23`. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

function daysOfWeek(monday: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
}

/** ISO 8601 number of the week that begins on that Monday. */
export function weekNumber(monday: string): number {
  const thursday = addDays(monday, 3);
  const firstMonday = mondayOf(`${thursday.slice(0, 4)}-01-04`);
  return Math.round((Date.parse(monday) - Date.parse(firstMonday)) / (7 * 86_400_000)) + 1;
}

/** The instants between which a week is asked for, the end exclusive. */
export function windowOf(monday: string, timezone: string): { from: string; to: string } {
  return {
    from: startOfDate(monday, timezone).toISOString(),
    to: startOfDate(addDays(monday, 7), timezone).toISOString(),
  };
}

/**
 * Lays a rota out on a week. Technicians come in the order given; somebody who is in the rota alone comes last, so
 * that no stretch is ever left out.
 */
export function layOutWeek(
  rota: Rota,
  technicians: readonly { readonly upn: string; readonly name: string }[],
  monday: string,
  timezone: string,
): RotaWeek {
  const days = daysOfWeek(monday);
  const known = new Map([...technicians, ...rota.stretches].reverse().map(({ upn, name }) => [upn, name]));
  const order = [...new Set([...technicians, ...rota.stretches].map(({ upn }) => upn))];
  const rows = order.map((upn) => {
    const own = rota.stretches.filter((stretch) => stretch.upn === upn);
    return { upn, name: known.get(upn) ?? upn, days: days.map((day) => barsOf(own, day, timezone)) };
  });
  const holes = days.map((day) =>
    rota.holes.flatMap((hole) => barOn(hole, { kind: 'hole', reason: null }, day, timezone)),
  );
  return { days, rows, holes };
}

function barsOf(stretches: readonly RotaStretch[], day: string, timezone: string): RotaBar[] {
  return stretches
    .flatMap((stretch) => barOn(stretch, stretch, day, timezone))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function barOn(
  stretch: Stretch,
  what: { readonly kind: RotaKind; readonly reason: string | null },
  day: string,
  timezone: string,
): RotaBar[] {
  const [from, to] = [new Date(stretch.from), new Date(stretch.to)];
  const [begins, ends] = [startOfDate(day, timezone), startOfDate(addDays(day, 1), timezone)];
  if (to <= begins || from >= ends || from >= to) return [];
  const cut = { before: from < begins, after: to > ends };
  return [
    {
      kind: what.kind,
      reason: what.reason,
      from: cut.before ? 0 : minuteOf(from, timezone),
      to: cut.after || to.getTime() === ends.getTime() ? wholeDay : minuteOf(to, timezone),
      cut,
    },
  ];
}

function minuteOf(at: Date, timezone: string): number {
  const { hour, minute } = toWallClock(at, timezone);
  return hour * 60 + minute;
}

export function isWholeDay(bar: RotaBar): boolean {
  return bar.from === 0 && bar.to === wholeDay;
}

/** "07.30–16.00" in Swedish, "07:30–16:00" in English. */
export function clockSpan(
  bar: { readonly from: number; readonly to: number },
  language: 'sv' | 'en',
): string {
  return `${clockOf(bar.from, language)}–${clockOf(bar.to, language)}`;
}

function clockOf(minutes: number, language: 'sv' | 'en'): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}${language === 'sv' ? '.' : ':'}${pad(minutes % 60)}`;
}

/** Where a bar lies on a strip that shows the hours of work; 0–100, never thinner than can be seen. */
export function placeOnStrip(
  bar: { readonly from: number; readonly to: number },
  strip: { readonly from: number; readonly to: number },
): { left: number; width: number } {
  const length = strip.to - strip.from;
  const from = Math.max(bar.from, strip.from);
  const to = Math.min(bar.to, strip.to);
  const left = Math.min(97, Math.max(0, ((from - strip.from) / length) * 100));
  return { left, width: Math.max(3, Math.min(100 - left, ((to - from) / length) * 100)) };
}

/** The hours that the week's strips must show: whole hours around all that is not a whole day, and office hours at least. */
export function stripOf(week: RotaWeek): { from: number; to: number } {
  const bars = [...week.rows.flatMap((row) => row.days.flat()), ...week.holes.flat()];
  const parts = bars.filter((bar) => !isWholeDay(bar));
  const from = Math.min(7 * 60, ...parts.map((bar) => bar.from));
  const to = Math.max(17 * 60, ...parts.map((bar) => bar.to));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** Today in the desk's zone. */
export function todayIn(now: Date, timezone: string): string {
  return localDate(now, timezone);
}
