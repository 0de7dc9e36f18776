import type { Category } from '#bot/desk/category.ts';
import type { Role } from '#bot/desk/person.ts';
import type { SiteKind } from '#bot/desk/site.ts';

/** The stand-in's small district: invented, like everything here. */
export type Person = {
  readonly upn: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly homeSiteIds: readonly string[];
  /** Site ids that they may edit; `*` is all. */
  readonly edits: readonly string[];
};

export type Site = {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly area: string;
};

const person = (
  upn: string,
  name: string,
  title: string,
  roles: Role[],
  homeSiteIds: string[],
  edits: string[],
) => ({
  upn: `${upn}@ekbacken.example`,
  name,
  title,
  roles,
  homeSiteIds,
  edits,
});

export const people: readonly Person[] = [
  person('eva.editor', 'Eva Ek', 'Bibliotekarie', ['editor'], ['biblioteket'], ['*']),
  person('karin.lind', 'Karin Lind', 'IT-tekniker', ['technician', 'editor'], ['stadshuset'], ['*']),
  person('ines.admin', 'Ines Adler', 'IT-chef', ['admin'], ['stadshuset'], ['*']),
  person('mona.grahn', 'Mona Grahn', 'IT-samordnare', ['dispatcher'], ['stadshuset'], []),
  person('hanna.nilsson', 'Hanna Nilsson', 'Rektor', ['editor'], ['solrosen'], ['solrosen']),
  person('per.las', 'Per Holm', 'Handläggare', ['reader'], ['stadshuset'], []),
  person('amina.osman', 'Amina Osman', 'Barnskötare', ['staff'], ['solrosen'], []),
];

export const sites: readonly Site[] = [
  { id: 'solrosen', name: 'Förskolan Solrosen', kind: 'preschool', area: 'Norra' },
  { id: 'blaklockan', name: 'Förskolan Blåklockan', kind: 'preschool', area: 'Norra' },
  { id: 'granen', name: 'Förskolan Granen', kind: 'preschool', area: 'Norra' },
  { id: 'ekskolan', name: 'Ekskolan', kind: 'school', area: 'Norra' },
  { id: 'sjovikskolan', name: 'Sjöviksskolan', kind: 'school', area: 'Södra' },
  { id: 'bryggan', name: 'Fritidsgården Bryggan', kind: 'leisure', area: 'Södra' },
  { id: 'linden', name: 'Äldreboendet Linden', kind: 'elderly-care', area: 'Södra' },
  { id: 'biblioteket', name: 'Ekbackens bibliotek', kind: 'library', area: 'Centrum' },
  { id: 'stadshuset', name: 'Stadshuset', kind: 'office', area: 'Centrum' },
];

export const kindOfThing: readonly Category[] = [
  'printer',
  'network',
  'tablet',
  'av',
  'account',
  'phone',
  'workstation',
  'application',
];

export function mayEdit(who: Person, folder: string): boolean {
  return who.edits.includes('*') || who.edits.includes(folder);
}
