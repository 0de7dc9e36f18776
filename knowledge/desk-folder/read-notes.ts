import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Note, sharedFolder } from '../note.ts';
import { privateMarksBalance } from '../note-body.ts';
import { imageFolder } from '../note-images.ts';
import type { InspectText, Named, ReadOptions } from './desk-parts.ts';
import { type Fault, type FaultText, faultAt, type LineOf, type Located } from './fault.ts';
import { fieldFaults, fileFaults, formFaults } from './messages.ts';
import { parseFields, unknownKeys, withoutBlanks } from './parse-fields.ts';
import { mapNote, NoteFrontMatter } from './schema/note-front-matter.ts';
import { lineAt, readTextFile } from './text-file.ts';
import { parseYaml } from './yaml.ts';

/** Files open at once: enough to keep the disk busy, far below any limit. */
const atOnce = 64;
const knownKeys = Object.keys(NoteFrontMatter.shape);

export type ReadNotes = {
  readonly notes: readonly Located<Note>[];
  readonly names: readonly Named[];
  readonly faults: readonly Fault[];
};

type NoteFile = { readonly folder: string; readonly name: string; readonly file: string };

/** `folderFault`: what is wrong with a folder of notes, which must be a known site's. */
export async function readNotes(
  dir: string,
  options: ReadOptions & { inspect: InspectText; folderFault: (folder: string) => Fault | null },
): Promise<ReadNotes> {
  const listed = await listNotes(dir, options.folderFault);
  const notes: Located<Note>[] = [];
  const faults = [...listed.faults];
  for (let start = 0; start < listed.files.length; start += atOnce) {
    const batch = listed.files.slice(start, start + atOnce);
    const read = await Promise.all(batch.map((file) => readNote(dir, file, options.inspect)));
    for (const one of read) {
      if (one.note) notes.push(one.note);
      faults.push(...one.faults);
    }
    options.onProgress?.({ done: Math.min(start + atOnce, listed.files.length), total: listed.files.length });
  }
  const names = listed.files.map(({ folder, name, file }) => ({ id: `${folder}/${name}`, file, line: null }));
  return { notes, names, faults };
}

async function listNotes(dir: string, folderFault: (folder: string) => Fault | null) {
  const files: NoteFile[] = [];
  const faults: Fault[] = [];
  const list = async (path: string): Promise<Entry[]> => {
    const listed = await listFolder(join(dir, path));
    if ('entries' in listed) return listed.entries;
    faults.push({ ...listed.fault, file: path, line: null });
    return [];
  };
  for (const folder of await list('notes')) {
    if (isLitter(folder.name)) continue;
    const path = `notes/${folder.name}`;
    if (!folder.isFolder) {
      const fault = isNoteLike(folder.name) ? fileFaults.outsideFolder() : fileFaults.strayFile();
      faults.push({ ...fault, file: path, line: null });
      continue;
    }
    const unknown = folder.name === sharedFolder ? null : folderFault(folder.name);
    if (unknown) faults.push(unknown);
    for (const entry of await list(path)) {
      if (entry.isFolder && entry.name === imageFolder) continue;
      const file = `${path}/${entry.name}`;
      const fault = entryFault(entry);
      if (fault) faults.push({ ...fault, file, line: null });
      else if (!isLitter(entry.name))
        files.push({ folder: folder.name, name: entry.name.slice(0, -3), file });
    }
  }
  return { files, faults };
}

type Entry = { readonly name: string; readonly isFolder: boolean };

/**
 * In byte order, so that the same folder reads the same everywhere. A folder that cannot be read is a fault: taken
 * for empty, a pruning import would remove every note.
 */
async function listFolder(path: string): Promise<{ entries: Entry[] } | { fault: FaultText }> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return {
      entries: entries
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { fault: code === 'ENOENT' ? fileFaults.noNotes() : fileFaults.unreadableFolder(code) };
  }
}

/** What systems and editors leave behind. */
function isLitter(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

function isNoteLike(name: string): boolean {
  return /\.(md|markdown|mdx|mdown|txt|docx?|odt|rtf|html?)$/i.test(name) || !name.includes('.');
}

function entryFault(entry: Entry) {
  if (isLitter(entry.name)) return null;
  if (entry.isFolder) return fileFaults.tooDeep();
  if (!entry.name.endsWith('.md'))
    return isNoteLike(entry.name) ? fileFaults.notMarkdown() : fileFaults.strayFile();
  const id = entry.name.slice(0, -3);
  return /^[a-z0-9-]+$/.test(id)
    ? null
    : fieldFaults.wrong('the file name', `"${id}"`, 'a name of a-z, 0-9 and - before .md');
}

type ReadNote = { readonly note: Located<Note> | null; readonly faults: readonly Fault[] };

async function readNote(dir: string, place: NoteFile, inspect: InspectText): Promise<ReadNote> {
  const { file } = place;
  const read = await readTextFile(join(dir, file), file);
  if (read.text === null) return { note: null, faults: read.faults };
  const parsed = parseNote(read.text, place);
  return { note: parsed.note, faults: [...inspect(file, read.text), ...parsed.faults] };
}

/** Parses one note's file (LF). */
export function parseNote(text: string, place: NoteFile): ReadNote {
  const { file } = place;
  const split = splitFrontMatter(text);
  if ('fault' in split) return { note: null, faults: [{ ...split.fault, file, line: 1 }] };
  const yaml = parseYaml(split.frontMatter, { file, firstLine: 2 });
  if (yaml.value === undefined) return { note: null, faults: yaml.faults };
  const raw = withoutBlanks(yaml.value) ?? {};
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return {
      note: null,
      faults: [{ ...formFaults.yamlShape('front matter of keys with values'), file, line: 2 }],
    };
  }
  const parsed = parseFields(NoteFrontMatter, raw, { file, lineOf: yaml.lineOf });
  const faults = [
    ...parsed.faults,
    ...unknownKeys(raw, knownKeys, { file, lineOf: yaml.lineOf }),
    ...bodyFaults(split, file),
  ];
  if (parsed.value === null) return { note: null, faults };
  const extra = Object.fromEntries(Object.entries(raw).filter(([key]) => !knownKeys.includes(key)));
  const value = mapNote(place, parsed.value, split.body, extra);
  return { note: { value, file, lineOf: lazyLineOf(split, file) }, faults };
}

type SplitNote = { readonly frontMatter: string; readonly body: string; readonly bodyLine: number };

function splitFrontMatter(text: string): SplitNote | { fault: ReturnType<typeof formFaults.noFrontMatter> } {
  if (!/^---[ \t]*\n/.test(text)) return { fault: formFaults.noFrontMatter() };
  const start = text.indexOf('\n') + 1;
  const closing = /^---[ \t]*(?:\n|$)/m.exec(text.slice(start));
  if (closing === null) return { fault: formFaults.openFrontMatter() };
  const end = start + closing.index;
  const bodyStart = end + closing[0].length;
  return {
    frontMatter: text.slice(start, end),
    body: text.slice(bodyStart),
    bodyLine: lineAt(text, bodyStart),
  };
}

function bodyFaults(split: SplitNote, file: string): Fault[] {
  const place = { file, lineOf: () => split.bodyLine };
  const faults: Fault[] = [];
  if (split.body.trim() === '') faults.push(faultAt(place, [], formFaults.emptyBody()));
  if (!privateMarksBalance(split.body)) faults.push(faultAt(place, [], formFaults.unbalancedPrivate()));
  return faults;
}

/**
 * Line of a key, or with `['body', offset]` of a place in the body. Keeps the short text and parses it again
 * only for a fault: fifty thousand syntax trees would fill the memory.
 */
function lazyLineOf(split: SplitNote, file: string): LineOf {
  const { frontMatter, bodyLine, body } = split;
  return (path) => {
    if (path[0] !== 'body') return parseYaml(frontMatter, { file, firstLine: 2 }).lineOf(path);
    return bodyLine + lineAt(body, Number(path[1] ?? 0)) - 1;
  };
}
