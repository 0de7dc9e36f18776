import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Who holds a data folder, and how to reach them on this machine. */
export const LockHolder = z.object({
  pid: z.number().int(),
  port: z.number().int().min(1).max(65_535),
  key: z.string().min(16),
  startedAt: z.string(),
});
export type LockHolder = z.infer<typeof LockHolder>;

/** `holder` null: released, or not readable, which only a crash of the machine leaves behind. */
type Lock = { readonly number: number; readonly holder: LockHolder | null };

/**
 * Locks are numbered files, `lock.1`, `lock.2` …: the highest one tells. Each is made complete and at once
 * (a hard link refuses an existing name), and none is removed but by the holder of a higher one. So of two
 * that both find lock.4 dead, one gets lock.5 and the other sees it; nobody ever removes a living lock.
 *
 * @returns what gives the lock back. When `isHeld` says so of the present holder: that holder.
 */
export async function takeLock(
  folder: string,
  holder: LockHolder,
  isHeld: (holder: LockHolder) => Promise<boolean>,
): Promise<{ release: () => Promise<void> } | { heldBy: LockHolder }> {
  for (;;) {
    const newest = await newestLock(folder);
    if (newest === 'changing') continue;
    if (newest?.holder && (await isHeld(newest.holder))) return { heldBy: newest.holder };
    const number = (newest?.number ?? 0) + 1;
    if (!(await make(folder, number, holder))) continue;
    const numbers = await lockNumbers(folder);
    // The name was free again because others went past it meanwhile.
    if (numbers.some((other) => other > number)) {
      await rm(pathOf(folder, number), { force: true });
      continue;
    }
    for (const older of numbers.filter((other) => other < number)) {
      await rm(pathOf(folder, older), { force: true });
    }
    return { release: () => replace(folder, number, { released: true }) };
  }
}

async function newestLock(folder: string): Promise<Lock | 'changing' | null> {
  const number = Math.max(0, ...(await lockNumbers(folder)));
  if (number === 0) return null;
  const text = await readFile(pathOf(folder, number), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  return text === null ? 'changing' : { number, holder: parseHolder(text) };
}

function parseHolder(text: string): LockHolder | null {
  try {
    return LockHolder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const number = /^lock\.([1-9]\d{0,14})$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** False when that number is taken. */
async function make(folder: string, number: number, content: object): Promise<boolean> {
  const unfinished = await writeBeside(folder, content);
  try {
    await link(unfinished, pathOf(folder, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function replace(folder: string, number: number, content: object): Promise<void> {
  await rename(await writeBeside(folder, content), pathOf(folder, number));
}

async function writeBeside(folder: string, content: object): Promise<string> {
  const path = join(folder, `lock.new-${randomBytes(6).toString('hex')}`);
  await writeFile(path, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
  return path;
}

function pathOf(folder: string, number: number): string {
  return join(folder, `lock.${number}`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
