import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InvalidInput } from '#bot/errors.ts';
import type { DeskContent } from './desk-item.ts';
import { deskYamlText, noteText, peopleCsvText, sitesCsvText, techniciansYamlText } from './to-files.ts';

const atOnce = 64;
const noteId = /^(?:_shared|[a-z0-9-]+)\/[a-z0-9-]+$/;

export type WrittenFolder = {
  readonly notes: number;
  /** Notes that lay there already and that the desk lacks; removed when pruning, else left. */
  readonly surplus: readonly string[];
};

/**
 * Writes a desk folder, over one that may lie there already.
 * @throws InvalidInput when the folder holds something else, or a note's id is no file name.
 */
export async function writeDeskFolder(
  dir: string,
  content: DeskContent,
  options: { prune?: boolean; onProgress?: (progress: { done: number; total: number }) => void } = {},
): Promise<WrittenFolder> {
  await assertWritable(dir);
  const bad = content.notes.find((note) => !noteId.test(note.id));
  if (bad) throw new InvalidInput(`The note id "${bad.id}" cannot be a file name.`);
  const files = new Map(content.notes.map((note) => [`notes/${note.id}.md`, note]));
  const surplus = (await listNotes(dir)).filter((file) => !files.has(file));
  await mkdir(dir, { recursive: true });
  await writeText(dir, 'desk.yaml', deskYamlText(content.settings));
  await writeText(dir, 'sites.csv', sitesCsvText(content.sites, content.settings.secretFacts));
  await writeText(dir, 'people.csv', peopleCsvText(content.people));
  await writeText(dir, 'technicians.yaml', techniciansYamlText(content.technicians));
  await writeNotes(dir, [...files], options.onProgress);
  if (options.prune) for (const file of surplus) await rm(join(dir, file));
  return { notes: files.size, surplus };
}

async function writeNotes(
  dir: string,
  files: readonly (readonly [string, DeskContent['notes'][number]])[],
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<void> {
  const folders = new Set(files.map(([file]) => dirname(file)));
  await mkdir(join(dir, 'notes'), { recursive: true });
  for (const folder of folders) await mkdir(join(dir, folder), { recursive: true });
  for (let start = 0; start < files.length; start += atOnce) {
    const batch = files.slice(start, start + atOnce);
    await Promise.all(batch.map(([file, note]) => writeText(dir, file, noteText(note))));
    onProgress?.({ done: start + batch.length, total: files.length });
  }
}

async function writeText(dir: string, file: string, text: string): Promise<void> {
  await writeFile(join(dir, file), text, 'utf8');
}

/** An export never mixes with somebody's other files. */
async function assertWritable(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new InvalidInput(`${resolve(dir)} is a file. Name a folder to export to.`);
    throw error;
  });
  const visible = entries.filter((entry) => !entry.startsWith('.'));
  if (visible.length > 0 && !visible.includes('desk.yaml')) {
    throw new InvalidInput(
      `${resolve(dir)} holds other files and no desk folder. Name a new or empty folder to export to.`,
    );
  }
}

async function listNotes(dir: string): Promise<string[]> {
  const entries = await readdir(join(dir, 'notes'), { recursive: true, encoding: 'utf8' }).catch(() => []);
  return entries
    .filter((entry) => entry.endsWith('.md'))
    .map((entry) => `notes/${entry.replaceAll('\\', '/')}`);
}
