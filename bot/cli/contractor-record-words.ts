/** What `vaktis export --contractor-record` says to whoever follows up a contract. */
export const contractorRecordWords = {
  option: 'write how long cases waited on contractors, as CSV, instead of the desk',
  from: 'cases handed over on this day or later (2026-11-01, in the desk’s time)',
  to: 'cases handed over on this day or earlier',
  contractor: 'this contractor only',
  out: 'write to this file instead of the terminal',
  excel: 'semicolons and a byte-order mark, as Excel in Sweden opens it',
  needsFolder: 'Which folder? vaktis export DIR, or vaktis export --contractor-record',
  noFolder: 'With --contractor-record there is no folder; --out FILE names the file.',
  onlyRecord: 'only with --contractor-record',
  noDay: (name: string, day: string) => `${name}: ${day} is not a day like 2026-11-01`,
  backwards: (from: string, to: string) => `--to ${to} is before --from ${from}`,
  noContractor: (id: string, known: readonly string[]) =>
    `--contractor: the desk has no contractor ${id} (${known.join(', ') || 'it has none'})`,
  unknown: (ids: readonly string[]) =>
    `Left out, for the desk no longer has them and their hours: ${ids.join(', ')}.`,
  written: (rows: number, file: string) => `${rows} ${rows === 1 ? 'row' : 'rows'} written to ${file}.`,
} as const;
