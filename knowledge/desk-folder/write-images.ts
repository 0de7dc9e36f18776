import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Note } from '../note.ts';
import { imageFolder, imageName, imagesIn } from '../note-images.ts';

/** Where each picture of the notes lies in a desk folder, by its name: beside every note that shows it. */
export function imagePaths(notes: readonly Pick<Note, 'id' | 'body'>[]): Map<string, string[]> {
  const paths = new Map<string, Set<string>>();
  for (const { id, body } of notes) {
    for (const name of imagesIn(body)) {
      const path = `notes/${id.split('/')[0]}/${imageFolder}/${name}`;
      paths.set(name, (paths.get(name) ?? new Set()).add(path));
    }
  }
  return new Map([...paths].map(([name, places]) => [name, [...places]]));
}

/**
 * Writes the pictures that notes show. One that is not kept is left out: the note says what it showed. With `prune`
 * those that no note shows any more are removed.
 */
export async function writeImages(
  dir: string,
  notes: readonly Pick<Note, 'id' | 'body'>[],
  read: (name: string) => Promise<Uint8Array | null>,
  options: { readonly prune?: boolean } = {},
): Promise<void> {
  const paths = imagePaths(notes);
  for (const [name, places] of paths) {
    const bytes = await read(name);
    for (const place of bytes === null ? [] : places) {
      await mkdir(join(dir, dirname(place)), { recursive: true });
      await writeFile(join(dir, place), bytes ?? '');
    }
  }
  if (options.prune) await removeUnused(dir, new Set([...paths.values()].flat()));
}

async function removeUnused(dir: string, used: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(join(dir, 'notes'), { recursive: true, encoding: 'utf8' }).catch(() => []);
  for (const entry of entries.map((one) => `notes/${one.replaceAll('\\', '/')}`)) {
    const [, , folder, name = ''] = entry.split('/');
    if (folder === imageFolder && imageName.test(name) && !used.has(entry)) await rm(join(dir, entry));
  }
}
