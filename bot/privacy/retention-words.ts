import type { RetentionName } from '#bot/desk/retention.ts';
import type { Retention, StoredTable } from './stored-table.ts';

export type KeptDays = Readonly<Record<RetentionName | 'files', number>>;

const happens: Readonly<Record<Retention['does'], string>> = {
  delete: 'tas det bort',
  unname: 'tas namn och text bort',
  anonymise: 'tas namn och text bort; det som räknas blir kvar',
};

/** What the time is counted from, where it is not when the thing was made. */
const since: Readonly<Partial<Record<Retention['time'], string>>> = {
  cases: ' efter den senaste ändringen',
  conversations: ' efter det sista som skrevs',
  departed: ' efter att personen har slutat',
};

/** How long a table's content is kept and what happens then, in Swedish. */
export function describeTime(stored: StoredTable, days: KeptDays): string {
  if (stored.retention.length === 0) return stored.keptWhile ?? '';
  return stored.retention
    .map(({ time, does }, index) => {
      const told = `${inWords(days[time])}${since[time] ?? ''}, sedan ${happens[does]}`;
      return index === 0 ? told : `efter ${inWords(days[time])} ${happens[does]}`;
    })
    .join('; ')
    .concat('.');
}

function inWords(days: number): string {
  if (days % 365 === 0) return days === 365 ? '1 år' : `${days / 365} år`;
  return `${days} dagar`;
}
