import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createDesk, type Desk } from '#bot/desk/desk.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import type { Note } from '../note.ts';
import type { DeskParts, ReadOptions } from './desk-parts.ts';
import type { Fault } from './fault.ts';
import { fileFaults } from './messages.ts';
import { readPeople, readSites } from './read-csv-files.ts';
import { readNotes } from './read-notes.ts';
import { readSettings, readTechnicians } from './read-yaml-files.ts';
import { suggest } from './suggest.ts';

/**
 * Reads a desk folder as far as it can be read, with the faults of each file by itself. What has to do with
 * several files at once (mentions, duplicates, secrets) is check.ts's.
 * @throws NotFound when there is no such folder, InvalidInput when it is no desk folder.
 */
export async function readDeskParts(dir: string, options: ReadOptions = {}): Promise<DeskParts> {
  await assertDeskFolder(dir);
  const inspect = options.inspect ?? (() => []);
  const settings = await readSettings(dir, inspect);
  const sites = await readSites(dir, inspect);
  const people = await readPeople(dir, inspect);
  const technicians = await readTechnicians(dir, inspect);
  const siteIds = new Set(sites.names.map((name) => name.id));
  const folderFault = (folder: string): Fault | null => {
    if (!sites.known || siteIds.has(folder)) return null;
    return {
      ...fileFaults.unknownFolder(folder, suggest(folder, siteIds)),
      file: `notes/${folder}`,
      line: null,
    };
  };
  const notes = await readNotes(dir, { ...options, inspect, folderFault });
  return {
    settings: settings.settings,
    sites: sites.items,
    people: people.items,
    technicians: technicians.technicians,
    notes: notes.notes,
    named: {
      sites: sites.names,
      areas: sites.areas,
      siteColumns: sites.columns,
      people: people.names,
      technicians: technicians.names,
      contractors: settings.contractors,
      notes: notes.names,
    },
    known: {
      desk: settings.known,
      sites: sites.known,
      people: people.known,
      technicians: technicians.known,
    },
    faults: [settings, sites, people, technicians, notes].flatMap((part) => part.faults),
  };
}

/**
 * The desk and its notes as the folder holds them, without the database; drafts and archived notes too. Rows and
 * notes with errors are left out and named in `faults`.
 * @throws NotFound, InvalidInput as `readDeskParts`, and InvalidInput when desk.yaml cannot be used.
 */
export async function readDeskFolder(
  dir: string,
): Promise<{ desk: Desk; notes: Note[]; faults: readonly Fault[] }> {
  const parts = await readDeskParts(dir);
  if (parts.settings === null) {
    const why = parts.faults.find((fault) => fault.file === 'desk.yaml' && fault.severity === 'error');
    const where = why?.line ? `:${why.line}` : '';
    throw new InvalidInput(
      `desk.yaml${where}: ${why?.message ?? 'cannot be used'}. ${why?.remedy ?? ''}`.trim(),
    );
  }
  const desk = createDesk({
    settings: parts.settings.value,
    sites: parts.sites.map((site) => site.value),
    people: parts.people.map((person) => person.value),
    technicians: parts.technicians.map((technician) => technician.value),
  });
  return { desk, notes: parts.notes.map((note) => note.value), faults: parts.faults };
}

/**
 * Cheap: looks only for the files.
 * @throws NotFound when there is no such folder, InvalidInput when it is no desk folder.
 */
export async function assertDeskFolder(dir: string): Promise<void> {
  if (!(await isKind(dir, 'folder'))) throw new NotFound(`There is no folder ${resolve(dir)}`);
  const files = ['desk.yaml', 'sites.csv', 'people.csv', 'technicians.yaml'];
  const found = await Promise.all(files.map((file) => isKind(join(dir, file), 'file')));
  if (!found.some(Boolean)) {
    throw new InvalidInput(`${resolve(dir)} is not a desk folder: it has none of ${files.join(', ')}`);
  }
}

async function isKind(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  try {
    const found = await stat(path);
    return kind === 'file' ? found.isFile() : found.isDirectory();
  } catch {
    return false;
  }
}
