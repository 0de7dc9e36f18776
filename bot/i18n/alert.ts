import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** What is said of a case on a locked screen or by a voice: the number and the place, nothing else. */
export type AlertFacts = {
  readonly number: string;
  readonly site: string | null;
  readonly level: 'critical' | 'hazard';
};

/** A place's name longer than this would make two messages of one. */
const longestSite = 60;

const what: Record<ReplyLanguage, Record<AlertFacts['level'], (number: string, at: string) => string>> = {
  sv: {
    critical: (number, at) => `Vaktis: kritiskt ärende ${number}${at}. Öppna Teams.`,
    hazard: (number, at) => `Vaktis: risk för skada, ärende ${number}${at}. Öppna Teams.`,
  },
  en: {
    critical: (number, at) => `Vaktis: critical case ${number}${at}. Open Teams.`,
    hazard: (number, at) => `Vaktis: risk of harm, case ${number}${at}. Open Teams.`,
  },
};

/** The words of a call by SMS or phone: one line. */
export function alertText(language: ReplyLanguage, { number, site, level }: AlertFacts): string {
  const name = site?.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim() ?? '';
  const short =
    Array.from(name).length > longestSite
      ? `${Array.from(name)
          .slice(0, longestSite - 1)
          .join('')}…`
      : name;
  const at = short === '' ? '' : `${language === 'sv' ? ' på ' : ' at '}${short}`;
  return what[language][level](number, at);
}
