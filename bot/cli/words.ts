/** What the commands say to the desk's administrator. English, as `check` is; one place for all of it. */
export const words = {
  program: 'The helpdesk that knows the building.',
  help: 'show the help of a command',
  seeHelp: '(vaktis --help shows every command, vaktis <command> --help one of them)',
  database:
    'The database is DATABASE_URL, else the embedded one in VAKTIS_DATA (.vaktis/). While a server holds the\n' +
    'embedded one, commands go through that server. Exit codes: 0 done, 1 could not, 2 wrong usage.',
  unexpected: (message: string) => `Something went wrong: ${message}`,
  import: 'load a desk folder into the database, all of it or nothing',
  importMore: `
Importing again updates by id. What was edited here since the last import is kept and listed as a conflict;
what the folder lacks stays. Look first with --dry-run.`,
  overwrite: 'let the folder win over what was edited here since the last import',
  prune: 'remove what the folder lacks (of what was edited here only together with --overwrite)',
  dryRun: 'show the difference, field by field, and change nothing',
  jsonResult: 'print the result as JSON',
  check: 'look for faults in a desk folder: file, line and remedy of each',
  schema: 'print the JSON Schemas of the files instead',
  needsFolder: 'Which folder? vaktis check DIR, or vaktis check --schema',
  export: 'write the desk back as a desk folder',
  exportPrune: 'remove notes from the folder that the desk lacks',
  migrate: 'bring the database’s schema up to date',
  printRoles: 'print the SQL that lets a server use the database without owning it, and change nothing',
  folder: 'a desk folder',
  clean: (what: string) => `No faults: ${what}.`,
  faults: (errors: number, warnings: number) => `${count(errors, 'error')}, ${count(warnings, 'warning')}.`,
  notImported: 'Nothing was imported. Mend the errors and import again.',
  reading: (done: number, total: number) => `Reading: ${thousands(done)} of ${thousands(total)} notes`,
  importing: (done: number, total: number) => `Importing: ${thousands(done)} of ${thousands(total)}`,
  exporting: (done: number, total: number) => `Writing: ${thousands(done)} of ${thousands(total)} notes`,
  content: (parts: { sites: number; people: number; technicians: number; notes: number }) =>
    `${count(parts.sites, 'site')}, ${count(parts.people, 'person', 'people')}, ` +
    `${count(parts.technicians, 'technician')}, ${count(parts.notes, 'note')}`,
  imported: (parts: { added: number; updated: number; unchanged: number; removed: number }) =>
    `Imported: ${thousands(parts.added)} added, ${thousands(parts.updated)} updated, ` +
    `${thousands(parts.unchanged)} unchanged, ${thousands(parts.removed)} removed.`,
  wouldImport: (parts: { added: number; updated: number; unchanged: number; removed: number }) =>
    `Would import: ${thousands(parts.added)} added, ${thousands(parts.updated)} updated, ` +
    `${thousands(parts.unchanged)} unchanged, ${thousands(parts.removed)} removed. Nothing was changed.`,
  conflicts: (kept: number) =>
    `${count(kept, 'conflict')}: edited here since the last import and kept. --overwrite lets the folder win.`,
  lacking: (surplus: number) =>
    `${thousands(surplus)} that the folder lacks ${surplus === 1 ? 'stays' : 'stay'}. --prune removes ${surplus === 1 ? 'it' : 'them'}.`,
  wouldDangle: (mentions: number) =>
    `This import would leave ${count(mentions, 'mention')} of something that is gone, so nothing was imported:`,
  exported: (dir: string, content: string) => `Exported to ${dir}: ${content}.`,
  surplus: (files: number, removed: boolean) =>
    removed
      ? `Removed ${count(files, 'note')} that the desk lacks.`
      : `${count(files, 'note')} in the folder that the desk lacks ${files === 1 ? 'was' : 'were'} left. --prune removes ${files === 1 ? 'it' : 'them'}.`,
  noDesk: 'There is no desk yet. Load one with: vaktis import DIR',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'The schema is up to date.' : `Ran ${names.join(', ')}. The schema is up to date.`,
} as const;

/** `1 note`, `50,000 notes`. */
function count(amount: number, one: string, many = `${one}s`): string {
  return `${thousands(amount)} ${amount === 1 ? one : many}`;
}

function thousands(amount: number): string {
  return amount.toLocaleString('en-GB');
}
