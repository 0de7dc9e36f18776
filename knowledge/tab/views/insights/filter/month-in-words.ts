import type { TabLanguage } from '../../../host/host.ts';

/** `2026-10` → "oktober 2026". Something else is shown as it is. */
export function monthInWords(month: string, language: TabLanguage): string {
  const at = /^\d{4}-\d{2}$/.test(month) ? new Date(`${month}-15T12:00:00Z`) : null;
  if (at === null || Number.isNaN(at.getTime())) return month;
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}
