import { z } from 'zod';
import type { DirectoryPerson } from '#bot/desk/directory-person.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const DirectoryRow = z
  .object({
    id: z.string(),
    object_id: z.string().nullable(),
    upn: z.string(),
    name: z.string(),
    department: z.string().nullable(),
    office: z.string().nullable(),
    site_ids: z.array(z.string()),
    language: z.string().nullable(),
    inactive_since: z.date().nullable(),
  })
  .transform(
    ({ object_id, site_ids, inactive_since, ...row }): DirectoryPerson => ({
      ...row,
      objectId: object_id,
      siteIds: site_ids,
      inactiveSince: inactive_since,
    }),
  );

/** Everybody who came from the directory, those who left too. By id. */
export function loadDirectory(client: Queryable): Promise<DirectoryPerson[]> {
  return rowsOf(DirectoryRow, client, 'select * from directory_people order by id');
}
