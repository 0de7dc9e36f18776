import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The lines of a backup, and what is in them apart from when it was made. */
export async function linesOf(path: string): Promise<string[]> {
  return gunzipSync(await readFile(path))
    .toString('utf8')
    .trimEnd()
    .split('\n');
}

/** What two backups of the same data have in common: all but when they were made, in no order. */
export async function contentOf(path: string): Promise<string[]> {
  return (await linesOf(path)).slice(1, -1).sort();
}

/** Writes the backup with other lines, and a checksum that fits them. */
export async function rewrite(
  from: string,
  to: string,
  change: (lines: readonly string[]) => readonly string[],
): Promise<void> {
  const lines = await linesOf(from);
  const changed = change(lines.slice(0, -1));
  const text = changed.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const last = { ...JSON.parse(lines.at(-1) ?? ''), sha256 };
  await writeFile(to, gzipSync(`${text}${JSON.stringify(last)}\n`));
}
