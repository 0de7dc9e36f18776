/** Wall clock time in an IANA zone, and back. Pure: nothing here asks what time it is. */
export type WallClock = {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timezone, made);
  return made;
}

/** What the clock on the wall shows in that zone. @throws RangeError for an unknown zone. */
export function toWallClock(at: Date, timezone: string): WallClock {
  const time = at.getTime();
  // Since 1972 every zone's offset is whole quarters of an hour and changes on one.
  if (!(time >= quartersSince)) return readWallClock(at, timezone);
  const shown = new Date(time + offsetInQuarter(Math.floor(time / quarter), timezone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

const quarter = 15 * minute;
const quartersSince = Date.UTC(1973, 0, 1);
const rememberedQuarters = 5_000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds ahead of UTC. A format takes a hundred times as long as a look-up, and a turn asks about few hours. */
function offsetInQuarter(number: number, timezone: string): number {
  const known = offsets.get(timezone) ?? new Map<number, number>();
  if (known.size === 0) offsets.set(timezone, known);
  const found = known.get(number);
  if (found !== undefined) return found;
  const begin = number * quarter;
  const offset = wallAsUtc(readWallClock(new Date(begin), timezone)) - begin;
  if (known.size >= rememberedQuarters) known.clear();
  known.set(number, offset);
  return offset;
}

function readWallClock(at: Date, timezone: string): WallClock {
  const parts = new Map(
    formatFor(timezone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

/**
 * The instant at which the zone's clock shows that. A time that the spring change skips becomes the same
 * distance after the change; of one that the autumn change repeats, the first that is not before `notBefore`.
 */
export function fromWallClock(wall: WallClock, timezone: string, notBefore: Date | null = null): Date {
  const asUtc = wallAsUtc(wall);
  // The offsets a day before and a day after are the only two that can hold at that moment.
  const before = offsetAt(new Date(asUtc - 24 * 60 * minute), timezone);
  const after = offsetAt(new Date(asUtc + 24 * 60 * minute), timezone);
  const exact = [asUtc - before, asUtc - after]
    .filter((instant) => wallAsUtc(toWallClock(new Date(instant), timezone)) === asUtc)
    .sort((a, b) => a - b);
  const chosen =
    exact.find((instant) => notBefore === null || instant >= notBefore.getTime()) ?? exact.at(-1);
  return new Date(chosen ?? asUtc - before);
}

function offsetAt(at: Date, timezone: string): number {
  return wallAsUtc(toWallClock(at, timezone)) - Math.floor(at.getTime() / 1000) * 1000;
}

function wallAsUtc(wall: WallClock): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** The date in that zone: `2026-11-23`. */
export function localDate(at: Date, timezone: string): string {
  const { year, month, day } = toWallClock(at, timezone);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The instant at which that date begins in the zone. */
export function startOfDate(date: string, timezone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return fromWallClock({ year, month, day, hour: 0, minute: 0, second: 0 }, timezone);
}

/** That many calendar days later (earlier when negative): `2026-12-31` + 1 = `2027-01-01`. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** True for a calendar date that exists, written `2026-11-23`. */
export function isDay(text: string): boolean {
  return dayPattern.test(text) && isRealDate(text);
}

/** True for an ISO 8601 moment with a clock time, with or without an offset. */
export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  if (!match || !isRealDate(text.slice(0, 10))) return false;
  const [hour, minutes, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  return hour < 24 && minutes < 60 && second < 60;
}

/**
 * The moment that a date or an instant means: a date is the start of that day in the zone, an instant without
 * an offset is on the zone's wall clock. Null when the text is neither.
 */
export function momentOf(text: string, timezone: string): Date | null {
  if (isDay(text)) return startOfDate(text, timezone);
  if (!isInstant(text)) return null;
  const [, year, month, day, hour, minutes, second, offset] = instantPattern.exec(text) ?? [];
  if (offset === undefined) {
    const wall = { year: Number(year), month: Number(month), day: Number(day) };
    const time = { hour: Number(hour), minute: Number(minutes), second: Number(second ?? 0) };
    return fromWallClock({ ...wall, ...time }, timezone);
  }
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
