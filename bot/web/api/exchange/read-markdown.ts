import { Category } from '#bot/desk/category.ts';
import { parseNote } from '#knowledge/desk-folder/read-notes.ts';
import { parseYaml } from '#knowledge/desk-folder/yaml.ts';
import { toContent } from '../notes/note-content.ts';
import { decodeText } from './decode-text.ts';
import type { ReadingDesk, ReadUpload } from './imported.ts';
import { notesOfDocument } from './notes-of-document.ts';
import { openZip } from './open-zip.ts';
import { type Pictures, withPictures } from './pictures.ts';
import { UploadRefused } from './upload-refused.ts';

const limits = { files: 5_000, fileBytes: 2_000_000, totalBytes: 50_000_000 };

/** Every Markdown file of a zip, with its pictures. @throws UploadRefused */
export function readMarkdownZip(bytes: Uint8Array, desk: ReadingDesk, pictures: Pictures): ReadUpload {
  const files = openZip(bytes, limits, (path) => isMarkdown(path) || isPicture(path));
  const read = [...files]
    .filter(([path]) => isMarkdown(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]): ReadUpload => {
      try {
        return readMarkdown(path, content, desk, { files, pictures });
      } catch (error) {
        if (!(error instanceof UploadRefused)) throw error;
        return { notes: [], left: [{ what: path, why: 'not-text' }] };
      }
    });
  return { notes: read.flatMap(({ notes }) => notes), left: read.flatMap(({ left }) => left) };
}

/** What systems leave in a zip is no note. */
function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/|~\$)/.test(path);
}

function isPicture(path: string): boolean {
  return /\.(?:png|jpe?g|webp)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path);
}

/** What lies beside a Markdown file. */
export type Beside = { readonly files: ReadonlyMap<string, Uint8Array>; readonly pictures: Pictures };

/** One Markdown file, with the exchange format's front matter, another system's, or none. @throws UploadRefused */
export function readMarkdown(
  path: string,
  bytes: Uint8Array,
  desk: ReadingDesk,
  { files, pictures }: Beside,
): ReadUpload {
  const text = withPictures(decodeText(bytes), path, files, pictures);
  const segments = path.split('/').filter((part) => part !== '');
  const name = (segments.at(-1) ?? 'note').replace(/\.[^.]+$/, '');
  const parent = segments.at(-2) ?? null;
  const folder = parent === null || parent === '_shared' ? parent : desk.siteNamed(parent);
  if (!/^---[ \t]*\n/.test(text)) return notesOfDocument(text, titleOf(name), folder, desk);
  const strict = parseNote(text, { folder: folder ?? '_shared', name, file: path }).note?.value;
  if (strict !== undefined) return { notes: [{ folder, content: toContent(strict) }], left: [] };
  return readOtherFrontMatter(text, { path, title: titleOf(name), folder }, desk);
}

/** What can be understood of it is taken; the text always is. */
function readOtherFrontMatter(
  text: string,
  file: { path: string; title: string; folder: string | null },
  desk: ReadingDesk,
): ReadUpload {
  const [, yaml = '', body = text] = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text) ?? [];
  const value = parseYaml(yaml, { file: file.path, firstLine: 2 }).value;
  const fields = value !== null && typeof value === 'object' ? value : {};
  const title = textIn(fields, 'title') ?? file.title;
  const read = notesOfDocument(body, title, file.folder, desk);
  const category = Category.safeParse(textIn(fields, 'category'));
  const notes = read.notes.map(({ folder, content }) => ({
    folder,
    content: {
      ...content,
      ...(read.notes.length === 1 && { title }),
      ...(category.success && { category: category.data }),
      ...(textIn(fields, 'audience') === 'technician' && { audience: 'technician' as const }),
    },
  }));
  return { notes, left: [...read.left, { what: file.path, why: 'front-matter' }] };
}

function textIn(fields: object, key: string): string | null {
  const value: unknown = Reflect.get(fields, key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null;
}

/** `skrivaren-kod` → `Skrivaren kod`. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
