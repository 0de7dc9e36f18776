import { addDays, fromWallClock, isDay, isInstant, localDate, startOfDate } from './local-time.ts';
import type { DeskTime } from './service-hours.ts';
import { spanOf } from './spans.ts';
import type { Absence, Period } from './technician.ts';

/** Longer than this is planned leave, which belongs in the desk's own data and not in a chat. */
const longest = 60;

const causes: readonly (readonly [string, RegExp])[] = [
  ['vab', /\b(?:vab\w*|sjukt barn|sick child|hemma med barn\w*)\b/],
  ['sjuk', /\b(?:sjuk|sjukskriven|sjukanmal\w*|krasslig|febrig|feber|magsjuk|influensa|ill|sick|not well)\b/],
  ['ledig', /\b(?:ledig|borta|franvarande|semester|inte pa jobbet|jobbar inte|off|away|on leave)\b/],
];
const ownAbsence = [/\b(?:jag|i am|i'm|im)\b.{0,40}/, /^(?:sjuk|vab|vabbar|ledig|ill|sick|anmaler mig)\b/];
const notMine = /\b(?:han|hon|karin ar|barnen|eleven|ifall|om jag|varfor|if i|system|program|konto|mejl)\b/;
const backAgain =
  /\b(?:jag (?:ar|e) (?:tillbaka|frisk|pa plats igen|i tjanst igen)|frisk igen|i am back|i'm back|back at work)\b/;

/** "Jag är sjuk idag", "vabbar i morgon", "ledig till och med fredag", "borta mellan 10 och 12". Null: it says no such thing. */
export function parseAbsence(sentence: string, at: Date, time: DeskTime): Absence | null {
  const words = fold(sentence);
  if (words.split(/\s+/).length > 14 || notMine.test(words)) return null;
  const cause = causes.find(([, pattern]) => pattern.test(words));
  if (cause === undefined || !ownAbsence.some((pattern) => pattern.test(words))) return null;
  const period = periodOf(words, at, time);
  return period && { ...period, reason: cause[0] };
}

/** "Jag är tillbaka". */
export function saysBackAtWork(sentence: string): boolean {
  const words = fold(sentence);
  return words.split(/\s+/).length <= 10 && backAgain.test(words);
}

/** A period as a press carries it, written anew: whoever can reach the bot can send any text. Null: none of ours. */
export function readAbsence(value: string | null, at: Date, time: DeskTime): Absence | null {
  const [from = '', to = '', reason = ''] = (value ?? '').split('|');
  const isPeriod = [from, to].every((end) => isDay(end) || isInstant(end));
  const span = isPeriod ? spanOf({ from, to }, time) : null;
  if (span === null || span.from >= span.to || span.to <= at) return null;
  if (span.to.getTime() - at.getTime() > longest * 86_400_000) return null;
  return { from, to, reason: causes.some(([name]) => name === reason) ? reason : null };
}

/** What goes with the press: see readAbsence. */
export function writeAbsence({ from, to, reason }: Absence): string {
  return [from, to, reason ?? ''].join('|');
}

function periodOf(words: string, at: Date, time: DeskTime): Period | null {
  const today = localDate(at, time.timezone);
  const between =
    /\b(?:mellan|kl|fran|between|from)\.?\s*(\d{1,2})(?:[.:](\d{2}))?\s*(?:och|till|-|–|and|to)\s*(\d{1,2})(?:[.:](\d{2}))?/.exec(
      words,
    );
  const first = firstDay(words, today);
  if (between !== null) {
    const from = clockOn(first, Number(between[1]), Number(between[2] ?? 0), time);
    const to = clockOn(first, Number(between[3]), Number(between[4] ?? 0), time);
    return from && to ? { from, to } : null;
  }
  if (/\b(?:eftermiddag\w*|afternoon)\b/.test(words))
    return { from: clock(first, 12, time), to: clock(first, 18, time) };
  if (/\b(?:formiddag\w*|this morning|morning)\b/.test(words))
    return { from: clock(first, 6, time), to: clock(first, 12, time) };
  if (/\b(?:resten av dagen|rest of the day|gar hem nu)\b/.test(words))
    return { from: at.toISOString(), to: endOf(today, time) };
  return { from: first, to: lastDay(words, first, today) };
}

function firstDay(words: string, today: string): string {
  if (/\b(?:i ?overmorgon|day after tomorrow)\b/.test(words)) return addDays(today, 2);
  if (/\b(?:i ?morgon|tomorrow)\b/.test(words)) return addDays(today, 1);
  const until = /\b(?:till|t o m|tom|until|through)\b/.test(words);
  const day = until ? null : weekdayIn(words);
  return day === null ? today : nextWeekday(day, today);
}

function lastDay(words: string, first: string, today: string): string {
  if (/\b(?:veckan ut|resten av veckan|hela veckan|rest of the week|all week|the week)\b/.test(words))
    return nextWeekday(5, first);
  const until = /\b(?:till|t\.?o\.?m\.?|tom|until|through)\b(?: och med)?\s+(.*)$/.exec(words)?.[1];
  const day = until === undefined ? null : weekdayIn(until);
  if (day !== null) return nextWeekday(day, today);
  const days = /\b(\d{1,2}|tva|tre|two|three) (?:dagar|days)\b/.exec(words)?.[1];
  const count = days === undefined ? 1 : ({ tva: 2, two: 2, tre: 3, three: 3 }[days] ?? Number(days));
  return addDays(first, Math.min(Math.max(count, 1), longest) - 1);
}

const weekdays = ['son|sun', 'man|mon', 'tis|tues', 'ons|wednes', 'tors|thurs', 'fre|fri', 'lor|satur'];

function weekdayIn(words: string): number | null {
  const found = weekdays.findIndex((stems) => new RegExp(`\\b(?:${stems})(?:dag|day)`).test(words));
  return found === -1 ? null : found;
}

function nextWeekday(weekday: number, from: string): string {
  const now = new Date(`${from}T12:00:00Z`).getUTCDay();
  return addDays(from, (weekday - now + 7) % 7);
}

function clockOn(date: string, hour: number, minute: number, time: DeskTime): string | null {
  return hour < 24 && minute < 60 ? clock(date, hour, time, minute) : null;
}

function clock(date: string, hour: number, { timezone }: DeskTime, minute = 0): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return fromWallClock({ year, month, day, hour, minute, second: 0 }, timezone).toISOString();
}

function endOf(date: string, { timezone }: DeskTime): string {
  return startOfDate(addDays(date, 1), timezone).toISOString();
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[!?,]/g, ' ').trim();
}
