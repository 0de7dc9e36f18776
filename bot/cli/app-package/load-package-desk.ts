import { resolve } from 'node:path';
import { z } from 'zod';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { countCasesByCategory } from '#adapters/storage/count-cases-by-category.ts';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { Category } from '#bot/desk/category.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { contentOf } from '#knowledge/desk-folder/desk-item.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import type { Note } from '#knowledge/note.ts';
import type { CommandContext } from '../command-context.ts';

const Counts = z.partialRecord(Category, z.number());

/** What the package takes from the desk. Only counts: what people wrote never gets into the package. */
export const PackageDesk = z.strictObject({
  name: z.string(),
  /** Opened lately, by category. */
  cases: Counts,
  /** Published notes for staff, by category: what the desk thought worth writing about. */
  notes: Counts,
});
export type PackageDesk = z.infer<typeof PackageDesk>;

/** Long enough for a quiet desk, short enough that last year's exchange of printers is forgotten. */
const days = 180;

/**
 * The desk of a folder, else of the database; null when there is none yet. A server that holds the database is
 * asked for it and for no more: the package is made here, with the settings of whoever makes it.
 * @throws InvalidInput, NotFound when the folder cannot be used; OutsideSystemFailed.
 */
export async function loadPackageDesk(
  folder: string | undefined,
  context: CommandContext,
): Promise<PackageDesk | null> {
  if (folder !== undefined) {
    const { desk, notes } = await readDeskFolder(resolve(context.cwd, folder));
    return { name: desk.settings.name, cases: {}, notes: countNotes(notes) };
  }
  try {
    return await readStoredDesk(context, new Date());
  } catch (error) {
    if (error instanceof DataFolderInUse) return await askServer(error, context);
    throw error;
  }
}

/** @throws DataFolderInUse */
export async function readStoredDesk(context: CommandContext, now: Date): Promise<PackageDesk | null> {
  const { desk, database } = await context.storage();
  const content = contentOf((await desk.load()).items);
  if (content === null) return null;
  const cases = await countCasesByCategory(database, new Date(now.getTime() - days * 86_400_000));
  return {
    name: content.settings.name,
    cases: Object.fromEntries(cases),
    notes: countNotes(content.notes),
  };
}

async function askServer(inUse: DataFolderInUse, context: CommandContext): Promise<PackageDesk | null> {
  const lines: string[] = [];
  const argv = ['package', '--print-desk'];
  const exit = await runThroughServer(inUse, argv, context.cwd, (line) => lines.push(line));
  if (exit === 0) return PackageDesk.nullable().parse(JSON.parse(lines.join('\n')));
  throw new OutsideSystemFailed('The running Vaktis did not tell about its desk.', { retryable: true });
}

function countNotes(notes: readonly Note[]): PackageDesk['notes'] {
  const counts: PackageDesk['notes'] = {};
  for (const { category, status, audience } of notes) {
    if (status === 'published' && audience === 'staff') counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}
