import { addDays, fromWallClock, isDay, localDate } from './local-time.ts';

/** What a sentence says of a time. */
export type SaidTime = {
  readonly at: Date;
  /** True: a clock time or a part of the day was said; false: a day only, read as its noon. */
  readonly exact: boolean;
};

const weekdays: readonly (readonly string[])[] = [
  ['sondag', 'sunday'],
  ['mandag', 'monday'],
  ['tisdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lordag', 'saturday'],
];
const partsOfDay: readonly (readonly [RegExp, number])[] = [
  [/\b(?:i ?natt|tonight late|natten)\b/, 26],
  [/\b(?:i ?kvall|kvallen|tonight|this evening|evening)\b/, 18],
  [/\b(?:eftermiddag\w*|em|afternoon)\b/, 14],
  [/\b(?:formiddag\w*|fm|morning|pa morgonen)\b/, 9],
  [/\b(?:lunch\w*|mitt pa dagen|noon)\b/, 12],
];
const clocks = [
  /\b(?:kl(?:ockan)?\.?|at)\s*(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?\b/,
  /\b(\d{1,2})[.:](\d{2})\b()/,
  /\b(\d{1,2})()\s*(am|pm)\b/,
];

/**
 * The time that a Swedish or English sentence speaks of: "på fredag kl 15", "i morgon förmiddag", "24/12 kl 10",
 * "friday at 3 pm". A weekday is the next one, today's included while it is still to come. Null: no time was said.
 */
export function parseWhen(sentence: string, at: Date, timezone: string): SaidTime | null {
  const words = sentence.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (/\b(?:just nu|right now|now|nu)\b/.test(words)) return { at, exact: true };
  const rest = words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, ' ');
  const minutes = clockOf(rest);
  const today = localDate(at, timezone);
  const date = dateOf(words, at, timezone);
  if (date === null && minutes === null) return null;
  const said = momentOn(date ?? today, minutes ?? 12 * 60, timezone);
  const isPast = said.getTime() < at.getTime() - 60_000;
  // "Kl 8", said in the afternoon, is tomorrow's; "på måndag kl 8", said on a Monday afternoon, is next week's.
  if (isPast && date === null)
    return { at: momentOn(addDays(today, 1), minutes ?? 0, timezone), exact: true };
  if (isPast && date === today && namesWeekday(words) !== null)
    return { at: momentOn(addDays(today, 7), minutes ?? 12 * 60, timezone), exact: minutes !== null };
  return { at: said, exact: minutes !== null };
}

function momentOn(date: string, minutes: number, timezone: string): Date {
  const day = addDays(date, Math.floor(minutes / 1440));
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const time = { hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60, second: 0 };
  return fromWallClock({ year, month, day: dayOfMonth, ...time }, timezone);
}

/** Minutes from midnight; more than a day's when the night after is meant. */
function clockOf(words: string): number | null {
  for (const pattern of clocks) {
    const [, hours, minutes, half] = pattern.exec(words) ?? [];
    if (hours === undefined) continue;
    const hour = Number(hours) + (half === 'pm' && Number(hours) < 12 ? 12 : 0);
    const minute = Number(minutes || 0);
    if (hour < 24 && minute < 60) return hour * 60 + minute;
  }
  const part = partsOfDay.find(([pattern]) => pattern.test(words));
  return part ? part[1] * 60 : null;
}

function dateOf(words: string, at: Date, timezone: string): string | null {
  const today = localDate(at, timezone);
  const [written] = /\b\d{4}-\d{2}-\d{2}\b/.exec(words) ?? [];
  if (written !== undefined) return isDay(written) ? written : null;
  const [, day, month] = /\b(\d{1,2})\/(\d{1,2})\b/.exec(words) ?? [];
  if (day !== undefined && month !== undefined) return nearestDate(Number(day), Number(month), today);
  if (/\b(?:i ?overmorgon|day after tomorrow)\b/.test(words)) return addDays(today, 2);
  if (/\b(?:i ?morgon|tomorrow)\b/.test(words)) return addDays(today, 1);
  const weekday = namesWeekday(words);
  if (weekday !== null) {
    const now = new Date(`${today}T12:00:00Z`).getUTCDay();
    return addDays(today, (weekday - now + 7) % 7);
  }
  return /\b(?:i ?dag|idag|today|i ?kvall|i ?natt|tonight)\b/.test(words) ? today : null;
}

function namesWeekday(words: string): number | null {
  const index = weekdays.findIndex((names) =>
    names.some((name) => new RegExp(`\\b${name}(?:en|s)?\\b`).test(words)),
  );
  return index === -1 ? null : index;
}

/** A date without a year is the next one that comes. */
function nearestDate(day: number, month: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const pad = (value: number) => String(value).padStart(2, '0');
  const dates = [year, year + 1].map((each) => `${each}-${pad(month)}-${pad(day)}`).filter(isDay);
  return dates.find((date) => date >= today) ?? null;
}
