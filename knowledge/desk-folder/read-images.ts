import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Note } from '../note.ts';
import { imageFolder, imageName, imagesIn, largestImage } from '../note-images.ts';
import { type Fault, faultAt, type Located } from './fault.ts';
import { imageFaults } from './messages-on-content.ts';
import { nameImage } from './name-image.ts';

/** A picture that lies beside the notes of its folder. `path`: on the disk. */
export type ImageFile = { readonly name: string; readonly type: string; readonly path: string };

/**
 * The pictures under notes/<folder>/images/, each once. What is none, or is not named as its bytes say, is left out
 * and named in the faults; so are pictures that a note shows and that are not there.
 */
export async function readImages(
  dir: string,
  notes: readonly Located<Note>[],
): Promise<{ images: readonly ImageFile[]; faults: readonly Fault[] }> {
  const images = new Map<string, ImageFile>();
  const faults: Fault[] = [];
  for (const folder of await namesIn(join(dir, 'notes'))) {
    for (const file of await namesIn(join(dir, 'notes', folder, imageFolder))) {
      if (file.startsWith('.')) continue;
      const image = await readImage(join(dir, 'notes', folder, imageFolder, file), file);
      if (image !== null) images.set(image.name, image);
      else
        faults.push({ ...imageFaults.wrong(), file: `notes/${folder}/${imageFolder}/${file}`, line: null });
    }
  }
  return { images: [...images.values()], faults: [...faults, ...missing(notes, images)] };
}

async function readImage(path: string, name: string): Promise<ImageFile | null> {
  if (!imageName.test(name)) return null;
  const found = await stat(path);
  if (!found.isFile() || found.size > largestImage) return null;
  const named = nameImage(await readFile(path));
  return named?.name === name ? { ...named, path } : null;
}

function missing(notes: readonly Located<Note>[], images: ReadonlyMap<string, unknown>): Fault[] {
  return notes.flatMap((note) =>
    imagesIn(note.value.body)
      .filter((name) => !images.has(name))
      .map((name) => faultAt(note, ['body', note.value.body.indexOf(name)], imageFaults.missing(name))),
  );
}

/** Empty for a folder that is not there: most have no pictures. */
async function namesIn(path: string): Promise<string[]> {
  return (await readdir(path).catch(() => [])).sort();
}
