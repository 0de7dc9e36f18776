/** The value that an <input type="datetime-local"> takes for an end of the validity window, in the desk's zone. */
export function toLocalInput(moment: string | null, timeZone: string): string {
  if (moment === null) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return `${moment}T00:00`;
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?=:\d{2}$|$)/.exec(moment)?.[0];
  if (local) return local;
  const instant = new Date(moment);
  if (Number.isNaN(instant.getTime())) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return parts.format(instant).replace(' ', 'T');
}

/** A date so many months after another, for "in half a year". */
export function monthsAfter(date: Date, months: number): string {
  const day = date.getUTCDate();
  const later = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day, lastDay));
  return later.toISOString().slice(0, 10);
}
