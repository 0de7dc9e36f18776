import type { Summary } from '#adapters/storage/backup/format.ts';

/** What `backup` and `restore` say. English, as the other commands are. */
export const backupWords = {
  file: 'a backup file',
  backup: 'write everything that the database holds into one file',
  overwrite: 'write over a file that is there',
  backupMore: `
It may run beside servers. With the embedded database the bot waits until it is done. Without FILE the name says when
it was made. It can be restored into either kind of database.`,
  exists: (path: string) =>
    `${path} is there already. Choose another name, or write over it with --overwrite.`,
  written: (path: string, bytes: number) => `Wrote ${path} (${megabytes(bytes)}).`,
  holds: (summary: Summary) => `It holds ${contentOf(summary)}.`,
  secret:
    'Keep it as safe as the database: it holds names, what people wrote, notes for technicians only and the keys of\n' +
    'links. It does not hold the settings (.env): passwords and tokens are to be kept elsewhere.',
  restore: 'fill an empty database from a backup, all of it or nothing',
  check: 'only look whether the file is whole, and tell what it holds',
  replace: 'throw away what the database holds (with --yes)',
  yes: 'mean it',
  restoreMore: `
Stop every server first. An older backup is brought up to date; one that a newer version of Vaktis made is refused.
Afterwards the bot goes on where the backup was made: what was still to be sent then is sent. To look at a copy without
writing to anybody, start it without the bot's credentials.`,
  whole: (summary: Summary) => `The backup is whole: made ${summary.head.madeAt}, ${contentOf(summary)}.`,
  confirm:
    'Everything that the database holds now would be thrown away. If that is meant, add --yes. Nothing was changed.',
  inUse: (pid: number) =>
    `A server (process ${pid}) holds the database. Stop it first, then restore, then start it again.`,
  restored: ({ last }: Summary) => {
    const unsent = last.rows.deliveries === undefined ? '' : ' What was not sent yet will be sent.';
    return `Restored. ${count(last.jobs, 'job')} wait for the next start.${unsent}`;
  },
} as const;

function contentOf({ head, last }: Summary): string {
  const { cases = 0, notes = 0, people = 0 } = last.rows;
  const rows = Object.values(last.rows).reduce((sum, one) => sum + one, 0);
  return (
    `${count(cases, 'case')}, ${count(notes, 'note')}, ${people.toLocaleString('en-GB')} people, ` +
    `${count(rows, 'row')} in all, ${count(last.jobs, 'job')}; Vaktis ${head.version}, schema version ${Math.max(0, ...head.schema)}`
  );
}

function count(amount: number, one: string): string {
  return `${amount.toLocaleString('en-GB')} ${amount === 1 ? one : `${one}s`}`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
