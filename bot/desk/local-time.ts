/** Calendar dates and clock times in a time zone. Pure: the moment is always an argument. */

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Making a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timezone, formatter);
  return formatter;
}

/** `2026-11-23T09:15:00` on the wall clock of the zone. */
function wallClock(at: Date, timezone: string): string {
  const parts = new Map(
    formatterFor(timezone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return `${date}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/** The calendar date (`2026-11-23`) in the zone at that moment. */
export function localDate(at: Date, timezone: string): string {
  return wallClock(at, timezone).slice(0, 10);
}

/** True for a calendar date that exists, written `2026-11-23`. */
export function isDay(text: string): boolean {
  return dayPattern.test(text) && isRealDate(text);
}

/** True for an ISO 8601 moment with a clock time, with or without an offset. */
export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  if (!match || !isRealDate(text.slice(0, 10))) return false;
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  return hour < 24 && minute < 60 && second < 60;
}

/**
 * The moment that a date or an instant means: a date is the start of that day in the zone, an instant without
 * an offset is on the zone's wall clock. Null when the text is neither.
 */
export function momentOf(text: string, timezone: string): Date | null {
  if (isDay(text)) return fromWallClock(`${text}T00:00:00`, timezone);
  if (!isInstant(text)) return null;
  const offset = instantPattern.exec(text)?.[7];
  if (offset === undefined) return fromWallClock(text.replace(' ', 'T'), timezone);
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** In the hour that summer time skips, the moment after the gap; in the one it repeats, the first. */
function fromWallClock(text: string, timezone: string): Date {
  const asUtc = new Date(`${text}Z`).getTime();
  const offsetAt = (moment: number) =>
    new Date(`${wallClock(new Date(moment), timezone)}Z`).getTime() - Math.floor(moment / 1000) * 1000;
  const first = asUtc - offsetAt(asUtc - 86_400_000);
  if (offsetAt(first) === asUtc - first) return new Date(first);
  const second = asUtc - offsetAt(first);
  return new Date(Math.max(first, second));
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
}
