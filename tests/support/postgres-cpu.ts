import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const perTick = 10;

type Stat = { readonly parent: number; readonly own: number; readonly waitedFor: number };

/**
 * Milliseconds of processor time that a Postgres of this machine has used, with all its processes, also those that are
 * gone. Null where there is no /proc. `folder`: its data.
 */
export async function postgresCpu(folder: string): Promise<number | null> {
  const first = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0] ?? '';
  const postmaster = await statOf(first.trim());
  if (postmaster === null) return null;
  const others = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(others.map(statOf));
  const children = stats.filter((stat) => stat?.parent === Number(first));
  const ticks = children.reduce((sum, child) => sum + (child?.own ?? 0), 0);
  return (postmaster.own + postmaster.waitedFor + ticks) * perTick;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the fields after the name, which may hold anything. */
async function statOf(pid: string): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map(
    (place) => fields[place],
  );
  return { parent, own: user + system, waitedFor: childUser + childSystem };
}
