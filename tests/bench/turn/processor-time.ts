import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Seconds of processor time of those who share the machine with what is measured. */
export type Others = { readonly client: number; readonly database: number };

/** `folder`: Postgres's data; null: there is none. 0 where the system does not tell it as Linux does. */
export async function readOthers(folder: string | null): Promise<Others> {
  const { user, system } = process.cpuUsage();
  return { client: (user + system) / 1e6, database: folder === null ? 0 : await readPostgres(folder) };
}

/** The server and the processes of its connections. One that ended meanwhile is not counted. */
async function readPostgres(folder: string): Promise<number> {
  const [server = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map(readStat));
  return stats.reduce(
    (sum, { id, parent, seconds }) => sum + (id === server || parent === server ? seconds : 0),
    0,
  );
}

async function readStat(id: string): Promise<{ id: string; parent: string; seconds: number }> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold blanks; the parent, user and system time are the 2nd, 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { id, parent: fields[1] ?? '', seconds: Number.isNaN(ticks) ? 0 : ticks / 100 };
}
