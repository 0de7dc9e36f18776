import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { pseudonym } from '#bot/insights/facts/make-case-fact.ts';
import type { Identity } from '#bot/privacy/forget-in-text.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';

const maybe = z.string().nullable();
const Found = z.object({
  id: maybe,
  other_id: maybe,
  object_id: maybe,
  name: maybe,
  phone: maybe,
  user_id: maybe,
  chat_id: maybe,
});
type Found = z.infer<typeof Found>;

/** `$1`: what they may be known as, in lower case. Whatever the desk, the directory, the channel and cases say. */
const looking = `
  select id, data->>'upn' as other_id, data->>'aadObjectId' as object_id, data->>'name' as name,
    data->>'phone' as phone, null as user_id, null as chat_id
  from people where lower(id) = any($1) or lower(data->>'aadObjectId') = any($1)
  union all
  select d.id, case when not exists (select from directory_people o where o.id = d.upn and o.id <> d.id)
      and not exists (select from people p where p.id = d.upn and d.id <> d.upn) then d.upn end,
    d.object_id, d.name, null, null, null
  from directory_people d where lower(d.id) = any($1) or lower(d.object_id) = any($1)
  union all
  select upn, null, aad_object_id, null, null, data->>'userId',
    case when data->>'conversationType' = 'personal' then data->>'conversationId' end
  from contacts where lower(upn) = any($1) or lower(aad_object_id) = any($1)
  union all
  select person_upn, null, null, null, null, state->'address'->>'userId',
    case when state->'address'->>'conversationType' = 'personal' then conversation_id end
  from conversations where lower(person_upn) = any($1)
  union all
  select r->>'upn', null, null, r->>'name', r->>'phone', null, null
  from cases, lateral (select jsonb_path_query(data, '$.packet.requester') r
    union all select jsonb_path_query(data, '$.reports[*].packet.requester')) asked
  where people && $1::text[] and lower(r->>'upn') = any($1)
  union all
  select id, null, null, null, null, null, null from technicians where lower(id) = any($1)`;

/**
 * All that somebody is known by; `who` is a user principal name, an Entra object id, or what the desk knows them as.
 * Whoever has a upn that was another's before is not taken for the other.
 * @throws NotFound when nothing is stored about anybody of that name.
 */
export async function findIdentity(client: Queryable, who: string): Promise<Identity> {
  let known = [who.trim().toLowerCase()];
  let found: Found[] = [];
  // What is found may lead to more: an object id to what was written before anybody listed them.
  for (;;) {
    found = await rowsOf(Found, client, looking, [known]);
    const more = distinct([...known, ...found.flatMap(idsOf)]);
    if (more.length === known.length) break;
    known = more;
  }
  if (found.length === 0) throw new NotFound(`Nothing is stored about ${who}.`);
  return {
    ids: known.filter((id) => !isGuid(id)),
    objectIds: known.filter(isGuid),
    channelIds: distinct(found.flatMap(({ user_id, chat_id }) => [user_id, chat_id])),
    pseudonyms: distinct([...known, who.trim()].map(pseudonym)),
    names: distinct(found.map(({ name }) => name)),
    phones: distinct(found.map(({ phone }) => phone)),
  };
}

function idsOf({ id, other_id, object_id }: Found): string[] {
  const objectId = object_id?.toLowerCase() ?? null;
  const ids = [id, other_id, objectId, objectId && `unlisted:${objectId}`];
  return ids.flatMap((one) => (one === null || one === '' ? [] : [one.toLowerCase()]));
}

function isGuid(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => (value === null || value.trim() === '' ? [] : [value])))];
}
