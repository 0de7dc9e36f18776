import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import { localDate, toWallClock } from '#bot/desk/local-time.ts';
import type { Case } from './case.ts';
import { type ContractorRecord, contractorRecords } from './contractor-record.ts';
import { staysOf } from './contractor-stays.ts';

/** Which cases: those handed over on these days (local dates, both included), to that contractor. Null: any. */
export type RecordPeriod = {
  readonly from: string | null;
  readonly to: string | null;
  readonly contractorId: string | null;
};

/** `plain`: RFC 4180 with commas. `excel`: as Excel in Sweden opens it, with semicolons and a byte-order mark. */
export type CsvForm = 'plain' | 'excel';

type Row = { readonly item: Case; readonly record: ContractorRecord; readonly settings: DeskSettings };
type Cell = string | number | null;

/** The columns and what stands in them; adapters/contractor/README.md says what each is. Nobody is named. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  case: ({ item }) => item.number,
  contractor: ({ record }) => record.contractorId,
  contractor_reference: referenceOf,
  category: ({ item }) => item.category,
  site: ({ item }) => item.siteId,
  priority: ({ item }) => item.priority.level,
  handed_over: ({ record, settings }) => time(record.from, settings),
  first_heard: ({ record, settings }) => time(record.heardAt, settings),
  heard_after_minutes: ({ record }) => minutes(record.heardAfter),
  respond_promise_minutes: ({ record }) => minutes(record.respondPromised),
  respond_kept: ({ record }) => yesOrNo(record.respondKept),
  waited_minutes: ({ record }) => minutes(record.waited),
  promise_minutes: ({ record }) => minutes(record.promised),
  due: ({ record, settings }) => time(record.dueAt, settings),
  outcome: ({ record }) => record.outcome,
  ended: ({ record, settings }) => time(record.endedAt, settings),
  promise_kept: ({ record }) => yesOrNo(record.kept),
  stopped_minutes: ({ record }) =>
    minutes(record.holds.reduce((total, { stopped, length }) => total + (stopped ? length : 0), 0)),
  waits: ({ record, settings }) => record.holds.map((hold) => waitInWords(hold, settings)).join(' | '),
  bounces: ({ record }) => record.bounces.length,
  bounce_reasons: ({ record }) => record.bounces.map(({ reason }) => reason).join(' | '),
  reopenings: ({ record }) => record.reopenings,
};

export const contractorRecordColumns: readonly string[] = Object.keys(columns);

export type ContractorRecordCsv = {
  readonly text: string;
  readonly rows: number;
  /** Ids of contractors whom the desk no longer has: without their hours nothing can be said. */
  readonly unknown: readonly string[];
};

/** One row for each case and contractor, in the order in which they were handed over, as of `at`. */
export function contractorRecordCsv(
  cases: readonly Case[],
  settings: DeskSettings,
  { at, form, ...period }: RecordPeriod & { readonly at: Date; readonly form: CsvForm },
): ContractorRecordCsv {
  const rows = cases
    .flatMap((item) => contractorRecords(item, settings, at).map((record) => ({ item, record, settings })))
    .filter((row) => isWanted(row, period))
    .sort(
      (a, b) => a.record.from.getTime() - b.record.from.getTime() || (a.item.number < b.item.number ? -1 : 1),
    );
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  const known = new Set(settings.contractors.map(({ id }) => id));
  const all = new Set(cases.flatMap((item) => staysOf(item).map(({ contractorId }) => contractorId)));
  return {
    text: writeCsv([contractorRecordColumns, ...cells], form),
    rows: rows.length,
    unknown: [...all.difference(known)].sort(),
  };
}

function isWanted({ record, settings }: Row, { from, to, contractorId }: RecordPeriod): boolean {
  if (contractorId !== null && record.contractorId !== contractorId) return false;
  const day = localDate(record.from, settings.timezone);
  return (from === null || day >= from) && (to === null || day <= to);
}

/** A case keeps one reference: that of whoever had it last. */
function referenceOf({ item, record }: Row): string | null {
  return staysOf(item).at(-1)?.contractorId === record.contractorId ? item.contractorReference : null;
}

function waitInWords(
  { reason, from, to, stopped, length }: ContractorRecord['holds'][number],
  settings: DeskSettings,
): string {
  const span = `${time(from, settings)} to ${to === null ? 'now' : time(to, settings)}`;
  return `${reason} ${span}: ${minutes(length)} min, clock ${stopped ? 'stopped' : 'ran'}`;
}

function yesOrNo(claim: boolean | null): string | null {
  return claim === null ? null : claim ? 'yes' : 'no';
}

/** Whole minutes, rounded up, so that what is over a promise looks so. */
function minutes(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.ceil(milliseconds / 60_000);
}

/** `2026-11-23 09:15` by the desk's clock, which spreadsheets take for a time. */
function time(at: Date | null, { timezone }: DeskSettings): string | null {
  if (at === null) return null;
  const { year, month, day, hour, minute } = toWallClock(at, timezone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function writeCsv(rows: readonly (readonly Cell[])[], form: CsvForm): string {
  const [separator, lineEnd, mark] = form === 'excel' ? [';', '\r\n', '\uFEFF'] : [',', '\n', ''];
  const lines = rows.map((cells) => cells.map((cell) => writeCell(cell)).join(separator));
  return `${mark}${lines.join(lineEnd)}${lineEnd}`;
}

/** What others wrote must not become a formula where it is opened: https://owasp.org/www-community/attacks/CSV_Injection */
function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[\s]*[=+\-@]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
