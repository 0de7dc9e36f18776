import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Seconds of processor time of those who share the machine with what is measured. */
export type Others = { readonly client: number; readonly database: number };

/** `folder`: Postgres's data; null: there is none. 0 where the system does not tell it as Linux does. */
export async function readOthers(folder: string | null): Promise<Others> {
  const { user, system } = process.cpuUsage();
  return { client: (user + system) / 1e6, database: folder === null ? 0 : await readPostgres(folder) };
}

/** The server and the processes of its connections, also of those that ended: the server has inherited their time. */
async function readPostgres(folder: string): Promise<number> {
  const [server = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map(readStat));
  return stats.reduce(
    (sum, { id, parent, own, ended }) =>
      sum + (id === server ? own + ended : 0) + (parent === server ? own : 0),
    0,
  );
}

type Stat = { readonly id: string; readonly parent: string; readonly own: number; readonly ended: number };

async function readStat(id: string): Promise<Stat> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold blanks. After it: 2nd the parent, 12th to 15th user and system time, its own and
  // then that of its children that ended.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (...places: number[]) =>
    places.reduce((sum, place) => sum + (Number(fields[place]) || 0), 0) / 100;
  return { id, parent: fields[1] ?? '', own: seconds(11, 12), ended: seconds(13, 14) };
}
