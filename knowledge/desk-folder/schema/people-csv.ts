import { z } from 'zod';
import { type Person, Role } from '#bot/desk/person.ts';
import { Guid, Id, Language, listCell, Upn } from './fields.ts';

/** One row of people.csv; blank cells are left out before. Every further column is a fact. */
export const PersonRow = z
  .object({
    upn: Upn,
    aad_object_id: Guid.optional(),
    name: z.string(),
    title: z.string().optional(),
    phone: z.string().optional(),
    home_site_ids: listCell(Id).optional(),
    roles: listCell(Role).describe('Separated by ; (empty = staff)').optional(),
    language: Language.optional(),
    edits: listCell(z.string()).describe('Site or area ids separated by ;, or *').optional(),
  })
  .catchall(z.string())
  .meta({ title: 'A row of people.csv' });
export type PersonRow = z.infer<typeof PersonRow>;

export const neededPersonColumns = ['upn', 'name'];
export const expectedPersonColumns = [
  'upn',
  'aad_object_id',
  'name',
  'title',
  'phone',
  'home_site_ids',
  'roles',
  'language',
];
export const personColumns = [...expectedPersonColumns, 'edits'];

export function mapPerson(row: PersonRow, facts: Readonly<Record<string, string>>): Person {
  const roles = [...new Set(row.roles ?? [])];
  return {
    upn: row.upn,
    aadObjectId: row.aad_object_id ?? null,
    name: row.name,
    title: row.title ?? null,
    phone: row.phone ?? null,
    homeSiteIds: [...new Set(row.home_site_ids ?? [])],
    roles: roles.length === 0 ? ['staff'] : roles,
    language: row.language ?? null,
    edits: row.edits ?? null,
    facts,
  };
}
