import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Note } from '../note.ts';

/** One thing that an import adds, updates or removes. `id` is the site id, the upn, the note id, or `desk`. */
export type DeskItem =
  | { readonly kind: 'settings'; readonly id: 'desk'; readonly value: DeskSettings }
  | { readonly kind: 'site'; readonly id: string; readonly value: Site }
  | { readonly kind: 'person'; readonly id: string; readonly value: Person }
  | { readonly kind: 'technician'; readonly id: string; readonly value: Technician }
  | { readonly kind: 'note'; readonly id: string; readonly value: Note };

export type DeskItemKind = DeskItem['kind'];
export type DeskItemRef = { readonly kind: DeskItemKind; readonly id: string };
/** `<kind>:<id>`: one text for both, to key maps by. */
export type DeskItemKey = `${DeskItemKind}:${string}`;

/** Everything that a desk folder holds, validated. */
export type DeskContent = {
  readonly settings: DeskSettings;
  readonly sites: readonly Site[];
  readonly people: readonly Person[];
  readonly technicians: readonly Technician[];
  readonly notes: readonly Note[];
};

export function keyOf(item: DeskItemRef): DeskItemKey {
  return `${item.kind}:${item.id}`;
}

/** In an order in which every item comes after what it refers to, cycles (parents, deputies) aside. */
export function itemsOf(content: DeskContent): DeskItem[] {
  return [
    { kind: 'settings', id: 'desk', value: content.settings },
    ...content.sites.map((value): DeskItem => ({ kind: 'site', id: value.id, value })),
    ...content.people.map((value): DeskItem => ({ kind: 'person', id: value.upn, value })),
    ...content.technicians.map((value): DeskItem => ({ kind: 'technician', id: value.upn, value })),
    ...content.notes.map((value): DeskItem => ({ kind: 'note', id: value.id, value })),
  ];
}

/** Null when there are no settings among the items: nothing was imported yet. */
export function contentOf(items: Iterable<DeskItem>): DeskContent | null {
  let settings: DeskSettings | null = null;
  const sites: Site[] = [];
  const people: Person[] = [];
  const technicians: Technician[] = [];
  const notes: Note[] = [];
  for (const item of items) {
    if (item.kind === 'settings') settings = item.value;
    else if (item.kind === 'site') sites.push(item.value);
    else if (item.kind === 'person') people.push(item.value);
    else if (item.kind === 'technician') technicians.push(item.value);
    else notes.push(item.value);
  }
  return settings === null ? null : { settings, sites, people, technicians, notes };
}
