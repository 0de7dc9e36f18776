import type { TabLanguage } from '../host/host.ts';

const locale: Readonly<Record<TabLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** `2026-09-14` → "14 september 2026". Something else is shown as it is. */
export function dateInWords(date: string, language: TabLanguage): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T12:00:00Z`) : null;
  if (parsed === null || Number.isNaN(parsed.getTime())) return date;
  return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(parsed);
}

/** An instant in the desk's zone: "14 sep. 2026 10:12". */
export function instantInWords(instant: string, language: TabLanguage, timeZone: string): string {
  const parsed = new Date(instant);
  if (Number.isNaN(parsed.getTime())) return instant;
  return new Intl.DateTimeFormat(locale[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(parsed);
}

/** An instant's time of day in the desk's zone: "10:12". */
export function timeInWords(instant: string, language: TabLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(locale[language], { timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** The end of a validity window as the exchange format has it: a date, a local time, or an instant. */
export function momentInWords(moment: string, language: TabLanguage, timeZone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return dateInWords(moment, language);
  const local = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?$/.exec(moment)?.[1];
  if (local) return instantInWords(`${local}:00Z`, language, 'UTC');
  return instantInWords(moment, language, timeZone);
}
