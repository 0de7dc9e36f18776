import { createCheckContext } from './check/context.ts';
import { checkDuplicates } from './check/duplicates.ts';
import { checkNotes } from './check/notes.ts';
import { checkPeople } from './check/people.ts';
import { checkSecretFacts } from './check/secret-facts.ts';
import { checkPasswordColumns, inspectSecrets } from './check/secrets.ts';
import { checkSettings } from './check/settings.ts';
import { checkSites } from './check/sites.ts';
import type { DeskContent } from './desk-item.ts';
import type { DeskParts, ReadOptions } from './desk-parts.ts';
import { type Fault, sortFaults } from './fault.ts';
import { readDeskParts } from './read.ts';
import { type ImageFile, readImages } from './read-images.ts';

export type CheckedFolder = {
  /** Null when there is an error: such a folder is not imported at all. */
  readonly content: DeskContent | null;
  /** Every fault, errors and warnings, by file and line. */
  readonly faults: readonly Fault[];
  /** Pictures that lie beside the notes. */
  readonly images: readonly ImageFile[];
};

/** Reads and checks a whole desk folder. @throws NotFound, InvalidInput when there is no desk folder there. */
export async function checkDeskFolder(
  dir: string,
  options: Pick<ReadOptions, 'onProgress'> = {},
): Promise<CheckedFolder> {
  const parts = await readDeskParts(dir, { ...options, inspect: inspectSecrets });
  const images = await readImages(dir, parts.notes);
  const faults = sortFaults([...parts.faults, ...images.faults, ...checkParts(parts)]);
  const broken = faults.some((fault) => fault.severity === 'error');
  return { content: broken ? null : toContent(parts), faults, images: images.images };
}

/** What can be seen only when all the files lie side by side. */
function checkParts(parts: DeskParts): Fault[] {
  const context = createCheckContext(parts);
  return [
    ...checkDuplicates(parts),
    ...checkSettings(context),
    ...checkSites(context),
    ...checkPeople(context),
    ...checkNotes(context),
    ...checkPasswordColumns(context),
    ...checkSecretFacts(context),
  ];
}

function toContent(parts: DeskParts): DeskContent | null {
  if (parts.settings === null) return null;
  return {
    settings: parts.settings.value,
    sites: parts.sites.map((site) => site.value),
    people: parts.people.map((person) => person.value),
    technicians: parts.technicians.map((technician) => technician.value),
    notes: parts.notes.map((note) => note.value),
  };
}
