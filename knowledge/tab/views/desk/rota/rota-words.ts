import { isDay } from '#bot/desk/local-time.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import type { Period } from './rota-change.ts';
import { clockSpan, isWholeDay, type RotaBar } from './rota-week.ts';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Days and times of the rota as the reader says them. */
export function useRotaWords() {
  const { language } = useTab();
  const words = useWords(tabDeskTexts).rota;
  const format = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(noon(day));
  const date = (day: string) => format(day, { day: 'numeric', month: 'long' });
  const days = (from: string, to: string) =>
    new Intl.DateTimeFormat(locales[language], {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).formatRange(noon(from), noon(to));
  const span = (bar: RotaBar) => (isWholeDay(bar) ? words.wholeDay : clockSpan(bar, language));
  const clock = (moment: string) =>
    language === 'sv' ? moment.slice(11, 16).replace(':', '.') : moment.slice(11, 16);
  const moment = (text: string) => `${date(text.slice(0, 10))} ${clock(text)}`.trim();
  const period = ({ from, to }: Period) => {
    if (isDay(from) && isDay(to)) return days(from, to);
    if (from.slice(0, 10) === to.slice(0, 10)) return `${moment(from)}–${clock(to)}`;
    return words.span(moment(from), moment(to));
  };
  return {
    days,
    /** "mån 23 nov." */
    shortDay: (day: string) => format(day, { weekday: 'short', day: 'numeric', month: 'short' }),
    /** "måndag 23 november" */
    longDay: (day: string) => format(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    span,
    clock: (part: { from: number; to: number }) => clockSpan(part, language),
    /** "Jour 16.00–21.00", "Borta hela dagen: semester" */
    bar: (bar: RotaBar) => {
      const reason = bar.reason === null || bar.reason === '' ? '' : `: ${bar.reason}`;
      return `${words.kinds[bar.kind]} ${span(bar)}${reason}`;
    },
    /** A period as it is stored: "24 november", "24–26 november" or with clock times. */
    period,
  };
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
