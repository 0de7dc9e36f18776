import { addDays, fromWallClock, isInstant, localDate, momentOf } from '#bot/desk/local-time.ts';

const relative = /^(?:om|in|\+|pt)?\s*(\d{1,3})\s*(m|min|minuter|minutes?|h|tim|timm?ar|timme|hours?)\.?$/i;
const clock =
  /^(?:(i\s?dag|i\s?morgon|today|tomorrow|\d{4}-\d{2}-\d{2})[\sT]+)?(?:kl(?:ockan)?\.?|at)?\s*(\d{1,2})[.:](\d{2})$/i;
const fullHour = /^(?:(i\s?dag|i\s?morgon|today|tomorrow)\s+)?(?:kl(?:ockan)?\.?|at)\s*(\d{1,2})$/i;

/** Moves a promise that stands: `later:15m` from the promised time, or from now when that has passed. Null: not that. */
export function parseLater(text: string, promisedAt: Date | null, at: Date): Date | null {
  const [, minutes] = /^later:(\d{1,3})m$/.exec(text.trim()) ?? [];
  if (minutes === undefined) return null;
  const from = promisedAt !== null && promisedAt > at ? promisedAt : at;
  return new Date(from.getTime() + Number(minutes) * 60_000);
}

/**
 * When somebody says that they come: an instant, a length of time from now ("om 20 min", "1h") or a time of day
 * in the desk's zone ("14:30", "i morgon kl 8"). Null when it is none of these, or lies behind us.
 */
export function parsePromise(text: string, at: Date, timezone: string): Date | null {
  const said = text.trim();
  const moment = isInstant(said)
    ? momentOf(said, timezone)
    : (fromNow(said, at) ?? timeOfDay(said, at, timezone));
  // A minute's grace: a time chosen a moment ago is still meant.
  return moment !== null && moment.getTime() >= at.getTime() - 60_000 ? moment : null;
}

function fromNow(said: string, at: Date): Date | null {
  const [, amount, unit = ''] = relative.exec(said) ?? [];
  if (amount === undefined) return null;
  const minutes = Number(amount) * (/^(?:h|t)/i.test(unit) ? 60 : 1);
  return new Date(at.getTime() + minutes * 60_000);
}

function timeOfDay(said: string, at: Date, timezone: string): Date | null {
  const [, day, hour, minute = '00'] = clock.exec(said) ?? fullHour.exec(said) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const time = { hour: Number(hour), minute: Number(minute) };
  const moment = momentAt(dateOf(day, at, timezone), time, at, timezone);
  // "08:00" said in the afternoon is tomorrow's; said at 8.05 it is more likely a slip.
  const isLongPast = at.getTime() - moment.getTime() > 60 * 60_000;
  return day === undefined && isLongPast
    ? momentAt(addDays(localDate(at, timezone), 1), time, at, timezone)
    : moment;
}

function momentAt(date: string, time: { hour: number; minute: number }, at: Date, timezone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return fromWallClock({ year, month, day, ...time, second: 0 }, timezone, at);
}

function dateOf(day: string | undefined, at: Date, timezone: string): string {
  const today = localDate(at, timezone);
  if (day === undefined || /^(?:i\s?dag|today)$/i.test(day)) return today;
  return /^\d/.test(day) ? day : addDays(today, 1);
}
