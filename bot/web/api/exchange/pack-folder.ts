import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { DeskContent } from '#knowledge/desk-folder/desk-item.ts';
import {
  deskYamlText,
  noteText,
  peopleCsvText,
  sitesCsvText,
  techniciansYamlText,
} from '#knowledge/desk-folder/to-files.ts';
import { imagePaths } from '#knowledge/desk-folder/write-images.ts';

/** So many notes are packed before others have a turn. */
const atOnce = 100;

/** A desk folder as a zip, byte for byte what `vaktis export` writes; the same desk gives the same zip. */
export async function packFolder(
  content: DeskContent,
  readImage: (name: string) => Promise<Uint8Array | null>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const { settings } = content;
  addText(zip, 'desk.yaml', deskYamlText(settings));
  addText(zip, 'sites.csv', sitesCsvText(content.sites, settings.secretFacts));
  addText(zip, 'people.csv', peopleCsvText(content.people));
  addText(zip, 'technicians.yaml', techniciansYamlText(content.technicians));
  for (const [index, note] of content.notes.entries()) {
    addAsIs(zip, `notes/${note.id}.md`, strToU8(noteText(note)));
    if (index % atOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const [name, places] of imagePaths(content.notes)) {
    const bytes = await readImage(name);
    for (const place of bytes === null ? [] : places) addAsIs(zip, place, bytes ?? new Uint8Array());
  }
  zip.end();
  return Buffer.concat(parts);
}

/** A zip's own times begin here; the desk folder says nothing of when. */
const begun = new Date(1980, 0, 1, 12);

function addText(zip: Zip, path: string, text: string): void {
  const file = new ZipDeflate(path, { level: 6 });
  file.mtime = begun;
  zip.add(file);
  file.push(strToU8(text), true);
}

/** Pictures are small already, and tens of thousands of short notes cost minutes of packing and save little. */
function addAsIs(zip: Zip, path: string, bytes: Uint8Array): void {
  const file = new ZipPassThrough(path);
  file.mtime = begun;
  zip.add(file);
  file.push(bytes, true);
}
