import opening_hours from 'opening_hours';
import { InvalidInput } from '#bot/errors.ts';
import type { DeskSettings, DurationText } from './desk-settings.ts';
import { parseDuration } from './duration.ts';
import { addDays, fromWallClock, localDate, startOfDate, toWallClock } from './local-time.ts';
import { type OpeningHours, rememberHours } from './remembered-hours.ts';

/** What hours are read with: the desk's zone, and the country whose public holidays `PH` means. */
export type DeskTime = Pick<DeskSettings, 'timezone' | 'holidays'>;
/** opening_hours syntax; null = always open. */
export type Hours = string | null;

const day = 24 * 60 * 60_000;
/** Further ahead than this nothing is looked for: a spec that opens once in a leap year is a mistake. */
const horizonDays = 400;
const cacheLimit = 2000;
const parsed = new Map<string, OpeningHours>();

/** Parsing takes milliseconds and the same few specs come back for every message, so each is kept. */
function parse(spec: string, time: DeskTime): OpeningHours {
  const key = `${time.holidays}\n${spec}`;
  const known = parsed.get(key);
  if (known) return known;
  if (parsed.size >= cacheLimit) parsed.clear();
  const made = rememberHours(read(spec, time));
  parsed.set(key, made);
  return made;
}

/** Many times what any place needs. Of each character that it cannot read the package keeps a message with the whole spec. */
const longestSpec = 1_000;
const longestProblem = 300;

function read(spec: string, time: DeskTime): opening_hours {
  if (spec.length > longestSpec)
    throw new InvalidInput(
      `"${spec.slice(0, 40)}…" is longer than the ${longestSpec} characters that hours may have`,
    );
  try {
    return new opening_hours(spec, {
      lat: 0,
      lon: 0,
      address: { country_code: time.holidays.toLowerCase(), state: '' },
    });
  } catch (error) {
    // The package throws plain strings.
    const problem = `"${spec}" is not in opening_hours syntax: ${String(error)}`;
    throw new InvalidInput(problem.slice(0, longestProblem));
  }
}

/** Why a spec cannot be used, in the parser's words; null when it can. For `check`. */
export function hoursProblem(spec: string, time: DeskTime): string | null {
  try {
    read(spec, time).getState(new Date(2026, 0, 7, 12));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The package reads a Date's local getters, whatever the process's zone: so they must show the desk's clock.
 * Known limit: a wall time that the process's own zone skips in spring (not the desk's) reads an hour later, so
 * hours that begin or end in that one night hour are off there on that date. A server in UTC or in the desk's
 * zone never meets it.
 */
function toGetters(at: Date, time: DeskTime): Date {
  const wall = toWallClock(at, time.timezone);
  return new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

function fromGetters(local: Date, time: DeskTime, notBefore: Date): Date {
  const wall = {
    year: local.getFullYear(),
    month: local.getMonth() + 1,
    day: local.getDate(),
    hour: local.getHours(),
    minute: local.getMinutes(),
    second: local.getSeconds(),
  };
  return fromWallClock(wall, time.timezone, notBefore);
}

/** Whether the hours hold at that instant. @throws InvalidInput for a spec that cannot be read. */
export function isOpen(spec: Hours, at: Date, time: DeskTime): boolean {
  return spec === null || parse(spec, time).getState(toGetters(at, time));
}

/** The first instant from `at` on at which the hours hold; `at` when they do now; null when they never will. */
export function nextOpen(spec: Hours, at: Date, time: DeskTime): Date | null {
  return nextState(spec, at, time, true);
}

/** The first instant from `at` on at which the hours do not hold; null when they always will. */
export function nextClosed(spec: Hours, at: Date, time: DeskTime): Date | null {
  return nextState(spec, at, time, false);
}

function nextState(spec: Hours, at: Date, time: DeskTime, open: boolean): Date | null {
  if (spec === null) return open ? at : null;
  const hours = parse(spec, time);
  const end = at.getTime() + horizonDays * day;
  let moment = at;
  while (hours.getState(toGetters(moment, time)) !== open) {
    const change = hours.getNextChange(toGetters(moment, time));
    if (!change) return null;
    const next = fromGetters(change, time, moment);
    // In the hour that autumn repeats a change can lie behind us on the wall: step past it.
    moment = next > moment ? next : new Date(moment.getTime() + 60_000);
    if (moment.getTime() > end) return null;
  }
  return moment;
}

/**
 * The instant at which that much service time has passed since `at`. `m` and `h` run within the hours only;
 * `1d` is the hours of one service day, so that it ends at the same time of the next one where all are alike.
 * Hours that never open cannot stop a clock: then it simply runs.
 * @throws InvalidInput
 */
export function addServiceTime(at: Date, duration: DurationText, spec: Hours, time: DeskTime): Date {
  const { unit, amount } = parseDuration(duration);
  if (unit === 'minutes') return run(at, amount * 60_000, spec, time);
  let moment = at;
  for (let n = 0; n < amount; n += 1) moment = run(moment, serviceDay(moment, spec, time), spec, time);
  return moment;
}

/** The instant at which so many milliseconds of service have passed since `at`. */
export function addServiceMilliseconds(at: Date, length: number, spec: Hours, time: DeskTime): Date {
  return run(at, length, spec, time);
}

/** Milliseconds of service between two instants. */
export function serviceTimeBetween(from: Date, to: Date, spec: Hours, time: DeskTime): number {
  return from < to ? openBetween(from, to, spec, time) : 0;
}

function run(at: Date, length: number, spec: Hours, time: DeskTime): Date {
  let left = length;
  let moment = at;
  for (;;) {
    const opens = nextOpen(spec, moment, time);
    if (!opens) return new Date(moment.getTime() + left);
    const closes = nextClosed(spec, opens, time);
    const room = closes ? closes.getTime() - opens.getTime() : Number.POSITIVE_INFINITY;
    if (left <= room) return new Date(opens.getTime() + left);
    left -= room;
    moment = closes ?? opens;
  }
}

/** Milliseconds of service in the local day on which the clock runs next. */
function serviceDay(at: Date, spec: Hours, time: DeskTime): number {
  const opens = nextOpen(spec, at, time);
  if (spec === null || !opens) return day;
  const date = localDate(opens, time.timezone);
  const from = startOfDate(date, time.timezone);
  return openBetween(from, startOfDate(addDays(date, 1), time.timezone), spec, time);
}

function openBetween(from: Date, to: Date, spec: Hours, time: DeskTime): number {
  let total = 0;
  let moment = nextOpen(spec, from, time);
  while (moment && moment < to) {
    const closes = nextClosed(spec, moment, time) ?? to;
    total += Math.min(closes.getTime(), to.getTime()) - moment.getTime();
    moment = nextOpen(spec, closes, time);
  }
  return total;
}
