import type { Desk } from '#bot/desk/desk.ts';
import type { DeskWords } from '#bot/i18n/api-desk.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { leavesNoAdmin } from './check-forms.ts';

/** Why something of the desk cannot be removed yet, each sentence with what to do first. */

type Looking = { readonly desk: Desk; readonly notes: readonly Note[]; readonly words: DeskWords };

const mostNamed = 5;

/** A few of them by name, and how many more. */
export function listed(names: readonly string[], words: DeskWords): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown}, ${words.inUse.more(more)}` : shown;
}

export function usesOfSite(id: string, { desk, notes, words }: Looking): string[] {
  const { people, technicians, sites, settings } = desk;
  const nameOf = (upn: string) => people.get(upn)?.name ?? upn;
  const homes = [...people.values()].filter(({ homeSiteIds }) => homeSiteIds.includes(id));
  const editors = [...people.values()].filter(({ edits }) => edits?.includes(id));
  const served = [...technicians.values()].filter((technician) => technician.sites.includes(id));
  const rows = settings.responsibility.flatMap(({ site }, index) => (site === id ? [String(index + 1)] : []));
  const leaning = [...sites.values()].filter(
    (site) => site.id !== id && (site.parentId === id || site.dependsOn.includes(id)),
  );
  const about = notes.filter((note) => isAbout(note, id) && !isLeftover(note, id));
  return [
    ...sentence(
      homes.map(({ name }) => name),
      words,
      words.inUse.home,
    ),
    ...sentence(
      editors.map(({ name }) => name),
      words,
      words.inUse.edits,
    ),
    ...sentence(
      served.map(({ upn }) => nameOf(upn)),
      words,
      words.inUse.technicianSites,
    ),
    ...sentence(rows, words, words.inUse.matrix),
    ...sentence(
      leaning.map(({ name }) => name),
      words,
      words.inUse.sites,
    ),
    ...sentence(
      about.map(({ title }) => title),
      words,
      (what) => words.inUse.notes(about.length, what),
    ),
  ];
}

function isAbout(note: Note, siteId: string): boolean {
  return folderOf(note.id) === siteId || note.sites.includes(siteId);
}

/** Archived and in the site's own folder: it goes with the site. */
export function isLeftover(note: Note, siteId: string): boolean {
  return note.status === 'archived' && siteId !== sharedFolder && folderOf(note.id) === siteId;
}

export function usesOfPerson(upn: string, { desk, notes, words }: Looking): string[] {
  const contacts = [...desk.sites.values()].filter(({ contactUpn }) => contactUpn === upn);
  const owned = notes.filter((note) => note.owner === upn && note.status !== 'archived');
  return [
    ...(desk.technicians.has(upn) ? [words.inUse.technician] : []),
    ...(leavesNoAdmin(upn, null, desk) ? [words.lastAdmin] : []),
    ...sentence(
      contacts.map(({ name }) => name),
      words,
      words.inUse.contact,
    ),
    ...sentence(
      owned.map(({ title }) => title),
      words,
      (what) => words.inUse.owner(owned.length, what),
    ),
  ];
}

/** `openCases`: those that they have or are offered. */
export function usesOfTechnician(upn: string, openCases: number, { desk, notes, words }: Looking): string[] {
  const deputised = [...desk.technicians.values()].filter(({ deputy }) => deputy === upn);
  const named = notes.filter((note) => note.handledBy === upn && note.status !== 'archived');
  const nameOf = (other: string) => desk.people.get(other)?.name ?? other;
  return [
    ...(openCases > 0 ? [words.inUse.cases(openCases)] : []),
    ...sentence(
      deputised.map((other) => nameOf(other.upn)),
      words,
      words.inUse.deputy,
    ),
    ...sentence(
      named.map(({ title }) => title),
      words,
      (what) => words.inUse.handles(named.length, what),
    ),
  ];
}

function sentence(names: readonly string[], words: DeskWords, say: (names: string) => string): string[] {
  return names.length === 0 ? [] : [say(listed(names, words))];
}
