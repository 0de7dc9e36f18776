import { z } from 'zod';
import { Role } from '#bot/desk/person.ts';
import { SiteKind } from '#bot/desk/site.ts';

/** Every answer that is not 2xx, conflicts aside. */
export const ApiError = z
  .object({
    error: z.enum([
      'not-signed-in',
      'not-allowed',
      'not-found',
      'invalid-input',
      'conflict',
      'too-large',
      'too-many',
      'unavailable',
    ]),
    /** In the reader's language: what is wrong, and what to do. */
    message: z.string(),
    /** Where in the input, for `invalid-input`. */
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** To quote when asking for help. */
    reference: z.string(),
  })
  .meta({ id: 'ApiError' });
export type ApiError = z.infer<typeof ApiError>;

/** A page of a longer list. `next`: pass it as `cursor` for the following one; null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}

/** Who is signed in and what the tab may show. */
export const Me = z
  .object({
    upn: z.string(),
    name: z.string(),
    roles: z.array(Role),
    homeSiteIds: z.array(z.string()),
    deskName: z.string(),
    timezone: z.string(),
    /** May see technician-only notes. */
    seesTechnicianNotes: z.boolean(),
    /** May edit at least one note. */
    edits: z.boolean(),
    /** May see and change the desk's own data. */
    looksAfterDesk: z.boolean(),
    /** May see figures: of everything, or of the sites that they are head of. */
    seesInsights: z.boolean().optional(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SiteBranch = z
  .object({
    /** `_shared` for the notes of every site. */
    id: z.string(),
    name: z.string(),
    kind: SiteKind.nullable(),
    area: z.string().nullable(),
    parentId: z.string().nullable(),
    notes: z.number().int(),
    stale: z.number().int(),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'SiteBranch' });
export type SiteBranch = z.infer<typeof SiteBranch>;
