import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoFolder } from '../../support/talk.ts';

export type BenchPerson = { readonly aadObjectId: string; readonly name: string };

/** Whom a case may be given to: they must have the app, or no card could be sent. */
const caseHandler = /;(technician|dispatcher)\b|,(technician|dispatcher)\b/;

/**
 * The demo district with more staff, so that nobody reports a hundred faults a minute: a person's own cases are
 * read in every turn.
 */
export async function writeBenchDesk(
  folder: string,
  staff: number,
): Promise<{ staff: BenchPerson[]; caseHandlers: BenchPerson[] }> {
  await cp(demoFolder, folder, { recursive: true });
  const path = join(folder, 'people.csv');
  const csv = (await readFile(path, 'utf8')).trimEnd();
  const siteIds = (await readFile(join(folder, 'sites.csv'), 'utf8'))
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')
    .filter(Boolean);
  const added = Array.from({ length: staff }, (_, index) => ({
    aadObjectId: toGuid(`staff ${index}`),
    name: `Personal ${index}`,
    line: `personal.${index}@ekbacken.example,${toGuid(`staff ${index}`)},Personal ${index},barnskötare,,${siteIds[index % siteIds.length]},,sv,`,
  }));
  await writeFile(path, [csv, ...added.map(({ line }) => line), ''].join('\n'));
  const caseHandlers = csv
    .split('\n')
    .filter((line) => caseHandler.test(line))
    .map((line) => line.split(','))
    .map(([, aadObjectId = '', name = '']) => ({ aadObjectId, name }));
  return { staff: added, caseHandlers };
}

function toGuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
