import { addDays, localDate } from '#bot/desk/local-time.ts';
import type { InsightsScope } from '#bot/web/api/contract/insights-contract.ts';

export type Weeks = Pick<InsightsScope, 'from' | 'to' | 'frozen'> & { readonly mondays: readonly string[] };

const monthly = /^20\d\d-(?:0[1-9]|1[0-2])$/;

/** The weeks of a period, the first of them first. */
export function weeksOf(period: string, now: Date): Weeks {
  const today = localDate(now, 'Europe/Stockholm');
  const monday = mondayOf(today);
  if (monthly.test(period)) {
    const from = `${period}-01`;
    const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
    const first = mondayOf(addDays(from, 6));
    const mondays = [0, 1, 2, 3, 4].map((week) => addDays(first, 7 * week)).filter((week) => week <= to);
    return { from, to, mondays, frozen: to < today };
  }
  const count = period === '52-weeks' ? 52 : 13;
  const mondays = Array.from({ length: count }, (_, index) => addDays(monday, 7 * (index + 1 - count)));
  return { from: mondays[0] ?? monday, to: today, mondays, frozen: false };
}

/** Ten closed months and the one that goes on, the newest first. */
export function monthsUntil(now: Date): readonly string[] {
  const months: string[] = [];
  let month = localDate(now, 'Europe/Stockholm').slice(0, 7);
  while (months.length < 11) {
    months.push(month);
    month = addDays(`${month}-01`, -1).slice(0, 7);
  }
  return months;
}

function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7));
}
