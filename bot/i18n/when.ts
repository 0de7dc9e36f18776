import type { ReplyLanguage } from '#bot/reply/reply.ts';

export type TimeOptions = {
  readonly language: ReplyLanguage;
  /** IANA zone of the desk. */
  readonly timezone: string;
  /** What "today" is measured from; null = always write the date out. */
  readonly now: Date | null;
};

const locales: Record<ReplyLanguage, string> = { sv: 'sv-SE', en: 'en-GB' };
const dayLength = 86_400_000;

/** "i dag kl. 10.40", "på måndag kl. 07.30", "torsdagen den 3 december kl. 08.00". A faulty instant is returned as it is. */
export function timeInWords(instant: string | Date, options: TimeOptions): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return String(instant);
  const joint = options.language === 'sv' ? 'kl.' : 'at';
  return `${dayInWords(at, options)} ${joint} ${clockInWords(at, options)}`;
}

/** For a promise: "ca 10.40" when it is today, otherwise "på måndag ca 10.40". */
export function aboutTimeInWords(instant: string | Date, options: TimeOptions): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return String(instant);
  const about = `${options.language === 'sv' ? 'ca' : 'around'} ${clockInWords(at, options)}`;
  return daysFromNow(at, options) === 0 ? about : `${dayInWords(at, options)} ${about}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than all the rest of a sentence; there are a dozen different ones. */
function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** "10.40" in Swedish, "10:40" in English. */
function clockInWords(instant: string | Date, options: TimeOptions): string {
  const clock = formatFor('sv-SE', {
    timeZone: options.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return options.language === 'sv' ? clock.replace(':', '.') : clock;
}

/** A date (`2026-09-14`) or instant → "14 september 2026". Something else is returned as it is. */
export function dateInWords(date: string, options: TimeOptions): string {
  const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const at = new Date(wholeDay ? `${date}T12:00:00Z` : date);
  if (Number.isNaN(at.getTime())) return date;
  return formatFor(locales[options.language], {
    timeZone: wholeDay ? 'UTC' : options.timezone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

function dayInWords(at: Date, options: TimeOptions): string {
  const days = daysFromNow(at, options);
  const near = days === null ? undefined : nearDays[options.language][String(days)];
  if (near) return near;
  if (days !== null && days > 1 && days < 7)
    return `${weekdayLead[options.language]} ${weekday(at, options)}`;
  return farDay(at, options);
}

const nearDays: Record<ReplyLanguage, Readonly<Record<string, string>>> = {
  sv: { '-1': 'i går', '0': 'i dag', '1': 'i morgon' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
};
const weekdayLead: Record<ReplyLanguage, string> = { sv: 'på', en: 'on' };

function weekday(at: Date, options: TimeOptions): string {
  return formatFor(locales[options.language], {
    timeZone: options.timezone,
    weekday: 'long',
  }).format(at);
}

/** "måndagen den 30 november"; the year is said only when it is another one than now. */
function farDay(at: Date, options: TimeOptions): string {
  const sameYear = options.now !== null && yearOf(at, options) === yearOf(options.now, options);
  const day = formatFor(locales[options.language], {
    timeZone: options.timezone,
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' as const }),
  }).format(at);
  return options.language === 'sv'
    ? `${weekday(at, options)}en den ${day}`
    : `on ${weekday(at, options)} ${day}`;
}

function yearOf(at: Date, options: TimeOptions): string {
  return localDate(at, options).slice(0, 4);
}

/** Calendar days in the desk's zone from now: 0 = today. Null without a now. */
function daysFromNow(at: Date, options: TimeOptions): number | null {
  if (options.now === null) return null;
  const midnight = (instant: Date) => Date.parse(`${localDate(instant, options)}T00:00:00Z`);
  return Math.round((midnight(at) - midnight(options.now)) / dayLength);
}

/** sv-SE writes dates as ISO does. */
function localDate(at: Date, options: TimeOptions): string {
  return formatFor('sv-SE', { timeZone: options.timezone }).format(at);
}
