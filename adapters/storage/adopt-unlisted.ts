import { z } from 'zod';
import type { DirectoryPerson } from '#bot/desk/directory-person.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Met = z.object({ upn: z.string() });

/**
 * Who wrote before anybody listed them is known as `unlisted:<object id>`. When they get a name, what they have here
 * goes along: the way to reach them, their conversation, their cases. Everybody who wrote has a contact, so those
 * alone are looked at.
 */
export async function adoptUnlisted(client: Queryable, people: readonly DirectoryPerson[]): Promise<void> {
  const byOldName = new Map(
    people.flatMap(({ id, objectId }) => (objectId === null ? [] : [[`unlisted:${objectId}`, id]])),
  );
  const met = await rowsOf(Met, client, `select upn from contacts where upn like 'unlisted:%'`);
  for (const { upn: before } of met) {
    const after = byOldName.get(before);
    if (after !== undefined) await rename(client, before, after);
  }
}

async function rename(client: Queryable, before: string, after: string): Promise<void> {
  const names = [before, after];
  await client.query(
    'delete from contacts where upn = $2 and exists (select from contacts where upn = $1)',
    names,
  );
  await client.query('update contacts set upn = $2 where upn = $1', names);
  await client.query(
    `update conversations c set person_upn = $2 where person_upn = $1 and not exists (
       select from conversations k where k.channel = c.channel and k.conversation_id = c.conversation_id
         and k.person_upn = $2)`,
    names,
  );
  // A whole JSON string with an object id in it can be nobody else's name, so text may be replaced as text.
  await client.query(
    `update cases set people = array_replace(people, $1, $2), version = version + 1,
       data = replace(data::text, to_json($1::text)::text, to_json($2::text)::text)::jsonb
     where people @> array[$1]`,
    names,
  );
  await client.query(
    `update deliveries set target = replace(target::text, to_json($1::text)::text, to_json($2::text)::text)::jsonb
     where status in ('pending', 'sending') and target->>'upn' = $1`,
    names,
  );
}
