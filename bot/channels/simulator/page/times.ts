import type { ReplyLanguage } from './texts.ts';

/** How the page writes times: in the desk's zone, wherever the browser is. */
export type Times = {
  /** `10:02` */
  time(at: Date): string;
  /** `tisdag 24 november` */
  day(at: Date): string;
  /** `tis 24 nov 10:02` */
  moment(at: Date): string;
};

export function createTimes(language: ReplyLanguage, timeZone: string): Times {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const short = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return {
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    moment: (at) => `${short.format(at)} ${time.format(at)}`,
  };
}
