import { sharedFolder } from '../note.ts';
import { createCheckContext } from './check/context.ts';
import { checkNotes } from './check/notes.ts';
import { checkPeople } from './check/people.ts';
import { checkSettings } from './check/settings.ts';
import { checkSites } from './check/sites.ts';
import { contentOf, type DeskContent, type DeskItem } from './desk-item.ts';
import type { DeskParts, Named } from './desk-parts.ts';
import type { DeskChanges } from './desk-repository.ts';
import type { Fault, Located } from './fault.ts';
import { fileFaults } from './messages.ts';
import { itemsAfter } from './plan-import.ts';

/**
 * Mentions of something that would be gone after the changes, for instance a note that was edited here and is kept
 * while its site is pruned. Errors that the desk has already are not the import's.
 */
export function danglingMentions(current: readonly DeskItem[], changes: DeskChanges): Fault[] {
  if (changes.remove.length === 0) return [];
  const before = new Set(mentionFaults(contentOf(current)).map(describe));
  return mentionFaults(contentOf(itemsAfter(current, changes))).filter(
    (fault) => !before.has(describe(fault)),
  );
}

function describe(fault: Fault): string {
  return `${fault.file}\n${fault.message}`;
}

function mentionFaults(content: DeskContent | null): Fault[] {
  if (content === null) return [];
  const context = createCheckContext(partsOf(content));
  const folders = content.notes.flatMap((note) => {
    const folder = note.id.split('/')[0] ?? '';
    if (folder === sharedFolder || context.sites.has(folder)) return [];
    return [{ ...fileFaults.unknownFolder(folder, null), file: `notes/${note.id}.md`, line: null }];
  });
  return [
    ...checkSettings(context),
    ...checkSites(context),
    ...checkPeople(context),
    ...checkNotes(context),
    ...folders,
  ].filter((fault) => fault.severity === 'error');
}

/** Stored items as if they had been read; there are no lines. */
function partsOf(content: DeskContent): DeskParts {
  const locate = <T>(value: T, file: string): Located<T> => ({ value, file, lineOf: () => null });
  const name = (id: string): Named => ({ id, file: '', line: null });
  const { settings, sites, people, technicians, notes } = content;
  return {
    settings: locate(settings, 'desk.yaml'),
    sites: sites.map((site) => locate(site, `sites.csv (${site.id})`)),
    people: people.map((person) => locate(person, `people.csv (${person.upn})`)),
    technicians: technicians.map((technician) => locate(technician, `technicians.yaml (${technician.upn})`)),
    notes: notes.map((note) => locate(note, `notes/${note.id}.md`)),
    named: {
      sites: sites.map((site) => name(site.id)),
      areas: new Set(sites.map((site) => site.area)),
      siteColumns: new Set([...sites.flatMap((site) => Object.keys(site.facts)), ...settings.secretFacts]),
      people: people.map((person) => name(person.upn)),
      technicians: technicians.map((technician) => name(technician.upn)),
      contractors: settings.contractors.map((contractor) => name(contractor.id)),
      notes: notes.map((note) => name(note.id)),
    },
    known: { desk: true, sites: true, people: true, technicians: true },
    faults: [],
  };
}
