import { addDays, localDate } from '#bot/desk/local-time.ts';

/** The local Monday of that week. */
export function weekOf(at: Date, timezone: string): string {
  return mondayOf(localDate(at, timezone));
}

export function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((day + 6) % 7));
}

/** `2026-10` */
export function monthOf(at: Date, timezone: string): string {
  return localDate(at, timezone).slice(0, 7);
}

/** So many months later, or earlier. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export function lastDayOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}
