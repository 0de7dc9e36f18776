/** What `vaktis privacy` says at the terminal; what it writes for others to read is in Swedish, in bot/privacy. */
export const privacyWords = {
  privacy: 'what is stored about people: keep it no longer than said, give it out, erase it, show who looked',
  person: 'a user principal name, or an Entra object id',
  by: 'who does it, as the log has it (default: console)',
  json: 'print the result as JSON',
  erase: 'take a person out of everything that is stored; cases stay as anonymous statistics',
  close: 'cancel their own open cases first; whoever has one is told',
  yes: 'do it; without it only what would be done is shown',
  wouldErase: (who: string, open: readonly string[]) =>
    `Would erase ${who} from everything that is stored${open.length === 0 ? '' : `; open cases first: ${open.join(', ')}`}. Nothing was changed. With --yes it is done, and cannot be undone.`,
  cancelled: (numbers: readonly string[]) => `Cancelled: ${numbers.join(', ')}.`,
  erased: (rows: number, tables: number) => `Erased: ${rows} rows in ${tables} tables.`,
  namesake:
    'Somebody else has the same name: it was taken out only of what this person took part in. Look through the rest by hand.',
  afterErase:
    'A later import or sync brings back whoever is in people.csv or the directory still. Backups made before keep them: erase again after restoring one.',
  verifyLog: 'check that nothing was changed in, put into or taken out of the log',
  anchor: 'an end of the log that was seen before, as this command printed it',
  wrongAnchor: 'An anchor looks like 42:9f86d08… (number, colon, 64 hexadecimal digits).',
  whole: (rows: number, anchor: string) =>
    `The log is whole: ${rows} rows. Its end: ${anchor}\nKeep that line where nobody who can write to the database reaches it, and give it to --anchor next time.`,
  broken: 'The log is NOT whole.',
  faults: {
    changed: (seq: number) => `Row ${seq} is not what was written.`,
    missing: (seq: number) => `Row ${seq} does not follow the one before: rows are missing, or were put in.`,
    tail: (seq: number) => `After row ${seq} rows are missing.`,
    anchor: (seq: number) => `Row ${seq} is not what it was: the log was written anew.`,
  },
  log: 'who looked and who changed, newest first; each search is logged',
  logBy: 'only what this person did',
  logAbout: 'only what was done about this person',
  logAction: 'only this: case-opened, secret-fact-shown, roles-changed, …',
  limit: 'so many at most (default: 50)',
  wrongLimit: 'How many? A whole number from 1, such as --limit 50.',
  empty: 'Nothing.',
  archive: 'ended cases with their documents and checksums, for the archive',
  archiveDir: 'a folder that is not there yet',
  archiveThere:
    'The folder cannot be made, or is there already. Name a new one: what is archived is not written over.',
  from: 'cases opened on this day or later, such as 2026-01-01',
  to: 'and not after this day',
  wrongDay: 'A day looks like 2026-01-31.',
  archived: (cases: number, files: number, dir: string) =>
    `Written to ${dir}: ${cases} cases in ${files} files, with checksums. It is logged.`,
  report:
    'the record of processing, a data protection impact assessment, AI and secrecy: in Swedish, to be filled in',
  reportDir: 'a folder for the papers; without it they are printed',
  reported: (papers: number, dir: string) => `Written to ${dir}: ${papers} papers.`,
  export: 'everything that is stored about a person, as a zip to read and to hand over',
  out: 'where to write it',
  exported: (path: string, cases: number, files: number) =>
    `Written to ${path}: ${cases} cases, ${files} files. It is logged.`,
  readFirst: 'Read it through before you hand it over: a text may name somebody else, or something secret.',
  retain: 'delete or make anonymous what was kept as long as the desk says; the server does it every night',
  retainDryRun: 'show how much is due, and change nothing',
  minutes: 'stop after so many minutes; what is left is the next run’s (default: 60)',
  wrongMinutes: 'How many minutes? A whole number from 1 to 9999, such as --minutes 30.',
  retained: (isNothing: boolean, isDry: boolean) =>
    isNothing ? 'Nothing is due.' : isDry ? 'So many rows are due. Nothing was changed.' : 'Done.',
  moreToWeed: 'There is more: run it again, or leave it to the night.',
} as const;
