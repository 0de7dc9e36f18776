import type { RetentionName } from '#bot/desk/retention.ts';

/** Whose data it is. */
export type Subject = 'staff' | 'technician' | 'dispatcher' | 'editor';

/**
 * What a column can hold about a person.
 * `subject`: names whom the row is about. `actor`: names who did it. `label`: a name or a description of the subject.
 * `words`: what somebody wrote. `record`: several of these, as JSON. `file`: a picture or a document.
 */
export type ColumnKind = 'subject' | 'actor' | 'label' | 'words' | 'record' | 'file' | 'none';

/** What happens when the time is up, counted from the column `from`. */
export type Retention = {
  readonly time: RetentionName | 'files';
  readonly from: string;
  /** `unname`: names and words go, the row stays. `anonymise`: a case and its history become statistics. */
  readonly does: 'delete' | 'unname' | 'anonymise';
};

/**
 * What erasing a person does. `delete`: rows about them go. `unname`: the rows stay without names, and without the
 * words of theirs. `anonymise`: as when the time is up. `forget-key`: what is written cannot be traced to them any
 * more. Whatever it is, every text is searched for their names, numbers and addresses afterwards.
 */
export type Erasure = 'delete' | 'unname' | 'anonymise' | 'forget-key' | 'nothing';

/** One table of the database, as whoever must answer for it sees it. */
export type StoredTable = {
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Empty: nothing in it is about anybody. */
  readonly subjects: readonly Subject[];
  /** What it is, what for, and who sees it: Swedish, for the record of processing. */
  readonly what: string;
  readonly why: string;
  readonly seenBy: string;
  /** Empty: it stays for as long as what it belongs to, and `keptWhile` says which. */
  readonly retention: readonly Retention[];
  readonly keptWhile?: string;
  readonly erasure: Erasure;
  /** Whether it is in the export of one person's data. */
  readonly inExport: boolean;
  /** What the archive does with it: kept for ever (bevaras), or weeded (gallras). */
  readonly archive: 'keep' | 'discard';
};

/** Whether a column may say something about a person. */
export function isPersonal(kind: ColumnKind): boolean {
  return kind !== 'none';
}

/** The columns of that kind. */
export function columnsOf(
  { columns }: Pick<StoredTable, 'columns'>,
  ...kinds: readonly ColumnKind[]
): string[] {
  return Object.entries(columns).flatMap(([name, kind]) => (kinds.includes(kind) ? [name] : []));
}

/** Columns that hold nothing about anybody. */
export function none(...names: readonly string[]): Readonly<Record<string, 'none'>> {
  return Object.fromEntries(names.map((name) => [name, 'none']));
}
