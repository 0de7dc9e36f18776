import { z } from 'zod';
import type { DirectoryPerson } from '#bot/desk/directory-person.ts';
import { InvalidInput } from '#bot/errors.ts';
import type { PeopleStore, Reach, StoredPeople } from '#knowledge/desk-folder/people/people-store.ts';
import { adoptUnlisted } from './adopt-unlisted.ts';
import type { Database, Queryable } from './database.ts';
import { PersonData, SettingsData, SiteData } from './desk-data.ts';
import { moveRevision, readRevision } from './desk-revision.ts';
import { dataOf } from './desk-store.ts';
import { loadDirectory } from './directory-people.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

/** Rows per statement, as an import's. */
const batchSize = 500;

export function createPeopleStore(database: Database): PeopleStore {
  return {
    load: () => database.transaction(load),
    apply: (plan, about) =>
      database.transaction(async (client) => {
        const revision = await moveRevision(client);
        if (revision - 1 !== about.basedOn) {
          throw new InvalidInput('The desk was changed meanwhile. Nothing was synced: do it again.');
        }
        await removeForgotten(client, plan.forget);
        const kept = [...plan.add, ...plan.update.map(({ after }) => after)];
        await write(client, [...kept, ...plan.leave], revision);
        await adoptUnlisted(client, kept);
        await client.query(
          `insert into people_syncs (at, source, known, departed)
           select $1, $2, count(*) filter (where inactive_since is null), $3 from directory_people`,
          [about.at, about.source, plan.leave.length],
        );
      }),
    lastSync: () =>
      rowOf(
        SyncRow,
        database,
        'select at, source, known, departed from people_syncs order by seq desc limit 1',
      ),
    reach: () => readReach(database),
  };
}

const SyncRow = z
  .object({ at: z.date(), source: z.enum(['csv', 'graph']), known: z.number(), departed: z.number() })
  .transform(({ departed, ...row }) => ({ ...row, left: departed }));

async function load(client: Queryable): Promise<StoredPeople> {
  await client.query('set transaction isolation level repeatable read');
  const [settings = null] = await dataOf(client, 'desk_settings', SettingsData);
  return {
    settings,
    sites: await dataOf(client, 'sites', SiteData),
    listed: await dataOf(client, 'people', PersonData),
    directory: await loadDirectory(client),
    revision: await readRevision(client),
  };
}

async function write(client: Queryable, people: readonly DirectoryPerson[], revision: number): Promise<void> {
  for (let start = 0; start < people.length; start += batchSize) {
    const batch = people.slice(start, start + batchSize).map((person) => ({
      ...person,
      object_id: person.objectId,
      site_ids: person.siteIds,
      inactive_since: person.inactiveSince,
    }));
    await client.query(
      `insert into directory_people
         (id, object_id, upn, name, department, office, site_ids, language, inactive_since, revision)
       select id, object_id, upn, name, department, office, site_ids, language, inactive_since, $2
       from jsonb_to_recordset($1) as row (id text, object_id text, upn text, name text, department text,
         office text, site_ids text[], language text, inactive_since timestamptz)
       on conflict (id) do update set object_id = excluded.object_id, upn = excluded.upn, name = excluded.name,
         department = excluded.department, office = excluded.office, site_ids = excluded.site_ids,
         language = excluded.language, inactive_since = excluded.inactive_since, revision = excluded.revision`,
      [toJson(batch), revision],
    );
  }
}

/** Before the rest is written: an object id that goes may come back under another name. */
async function removeForgotten(client: Queryable, people: readonly DirectoryPerson[]): Promise<void> {
  if (people.length === 0) return;
  await client.query('delete from directory_people where id = any($1)', [people.map(({ id }) => id)]);
}

const ReachRow = z.object({
  upn: z.string(),
  aad_object_id: z.string().nullable(),
  reachable: z.boolean(),
});

async function readReach(client: Queryable): Promise<ReadonlyMap<string, Exclude<Reach, 'never'>>> {
  const rows = await rowsOf(ReachRow, client, 'select upn, aad_object_id, reachable from contacts');
  const found = new Map<string, Exclude<Reach, 'never'>>();
  for (const { upn, aad_object_id: objectId, reachable } of rows) {
    for (const key of objectId === null ? [upn] : [upn, `oid:${objectId.toLowerCase()}`]) {
      if (found.get(key) !== 'reached') found.set(key, reachable ? 'reached' : 'blocked');
    }
  }
  return found;
}
