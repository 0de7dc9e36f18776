import type { ReadingDesk, ReadUpload } from './imported.ts';
import { readMarkdown, readMarkdownZip } from './read-markdown.ts';
import { readTable } from './read-table.ts';
import { readWord } from './read-word.ts';
import { notesOfDocument } from './section-note.ts';
import { UploadRefused } from './upload-refused.ts';

/** So many notes can be looked through and stored at once; the same limit as ImportNotes has. */
const mostNotes = 500;

/**
 * What a file would become, by what its name says it is. Nothing is stored.
 * @throws UploadRefused when nothing of it can be used.
 */
export async function readUpload(name: string, bytes: Uint8Array, desk: ReadingDesk): Promise<ReadUpload> {
  if (bytes.length === 0) throw new UploadRefused('empty');
  const { notes, left } = await read(name, bytes, desk);
  const surplus = notes.length - mostNotes;
  if (surplus <= 0) return { notes, left };
  return {
    notes: notes.slice(0, mostNotes),
    left: [...left, { what: String(surplus), why: 'too-many-notes' }],
  };
}

async function read(name: string, bytes: Uint8Array, desk: ReadingDesk): Promise<ReadUpload> {
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  switch (kind) {
    case 'docx':
    case 'docm':
    case 'dotx':
    case 'doc':
      return readDocument(name, bytes, desk);
    case 'zip':
      return readMarkdownZip(bytes, desk);
    case 'csv':
    case 'tsv':
      return readTable(bytes, desk);
    case 'md':
    case 'markdown':
    case 'txt':
      return readMarkdown(name, bytes, desk);
    default:
      throw new UploadRefused('unknown-type');
  }
}

async function readDocument(name: string, bytes: Uint8Array, desk: ReadingDesk): Promise<ReadUpload> {
  const { markdown, pictures } = await readWord(bytes);
  const read = notesOfDocument(markdown, name.replace(/\.[^.]+$/, ''), null, desk);
  if (pictures === 0) return read;
  return { ...read, left: [...read.left, { what: String(pictures), why: 'pictures' }] };
}
