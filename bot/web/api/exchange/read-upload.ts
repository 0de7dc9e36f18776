import type { ReadingDesk, ReadUpload, WholeUpload } from './imported.ts';
import { notesOfDocument } from './notes-of-document.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { readMarkdown, readMarkdownZip } from './read-markdown.ts';
import { readTable } from './read-table.ts';
import { readWord } from './read-word.ts';
import { UploadRefused } from './upload-refused.ts';

/** So many notes can be looked through and stored at once; the same limit as ImportNotes has. */
const mostNotes = 500;

/**
 * What a file would become, by what its name says it is. Nothing is stored.
 * @throws UploadRefused when nothing of it can be used.
 */
export async function readUpload(name: string, bytes: Uint8Array, desk: ReadingDesk): Promise<WholeUpload> {
  if (bytes.length === 0) throw new UploadRefused('empty');
  const pictures = createPictures();
  const { notes, left } = await read(name, bytes, desk, pictures);
  const surplus = notes.length - mostNotes;
  const lost = pictures.lost();
  return {
    notes: notes.slice(0, mostNotes),
    left: [
      ...left,
      ...(lost > 0 ? [{ what: String(lost), why: 'pictures' as const }] : []),
      ...(surplus > 0 ? [{ what: String(surplus), why: 'too-many-notes' as const }] : []),
    ],
    pictures: [...pictures.kept.values()],
  };
}

async function read(
  name: string,
  bytes: Uint8Array,
  desk: ReadingDesk,
  pictures: Pictures,
): Promise<ReadUpload> {
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const title = name.replace(/\.[^.]+$/, '');
  switch (kind) {
    case 'docx':
    case 'docm':
    case 'dotx':
    case 'doc':
      return notesOfDocument(await readWord(bytes, pictures), title, null, desk);
    case 'zip':
      return readMarkdownZip(bytes, desk, pictures);
    case 'csv':
    case 'tsv':
      return readTable(bytes, desk);
    case 'md':
    case 'markdown':
    case 'txt':
      return readMarkdown(name, bytes, desk, { files: new Map(), pictures });
    default:
      throw new UploadRefused('unknown-type');
  }
}
