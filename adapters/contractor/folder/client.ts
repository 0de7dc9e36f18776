import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { codeOf, mapError } from './errors.ts';
import { renderMarkdown } from './render-markdown.ts';
import { FolderTicket } from './schema.ts';

/** One contractor's folder: a JSON and a Markdown file per case, named by our reference. */
export type FolderClient = {
  /** Null when there is none yet. @throws OutsideSystemFailed */
  read(reference: string): Promise<FolderTicket | null>;
  /** Both files, each whole or not at all. @throws OutsideSystemFailed */
  write(ticket: FolderTicket): Promise<void>;
};

export function createFolderClient(folder: string, language: 'sv' | 'en'): FolderClient {
  const pathOf = (reference: string, ending: string) => join(folder, `${safeName(reference)}.${ending}`);
  return {
    read: (reference) => readTicket(pathOf(reference, 'json')),
    async write(ticket) {
      try {
        await mkdir(folder, { recursive: true });
        // The JSON file is what says that the case is there, so it comes last.
        await writeWhole(pathOf(ticket.reference, 'md'), renderMarkdown(ticket, language));
        await writeWhole(pathOf(ticket.reference, 'json'), `${JSON.stringify(ticket, null, 2)}\n`);
      } catch (error) {
        throw mapError(error);
      }
    },
  };
}

async function readTicket(path: string): Promise<FolderTicket | null> {
  try {
    return FolderTicket.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (codeOf(error) !== 'unknown') throw mapError(error);
    // Somebody else wrote there: never overwrite it.
    throw new OutsideSystemFailed('a file of that name holds something else', {
      retryable: false,
      cause: error,
    });
  }
}

/** Beside it and then in its place: a reader never sees half a file, and a crash leaves the old one. */
async function writeWhole(path: string, content: string): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function safeName(reference: string): string {
  return reference.replaceAll(/[^A-Za-z0-9-]/g, '_');
}
