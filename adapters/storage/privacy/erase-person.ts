import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import type { AttachmentName, Case } from '#bot/handoff/case.ts';
import { erasedId } from '#bot/privacy/anonymise-case.ts';
import type { Identity } from '#bot/privacy/forget-in-text.ts';
import { isOpen } from '../case-store.ts';
import type { Database, Queryable } from '../database.ts';
import { moveRevision } from '../desk-revision.ts';
import { rowsOf } from '../rows.ts';
import { createAuditLog } from './audit-log.ts';
import { eraseRows } from './erase-rows.ts';
import { findIdentity } from './find-identity.ts';
import { type Counts, forgetEverywhere } from './forget-everywhere.ts';
import { anonymiseCases, readCases } from './write-cases.ts';

export type OpenCase = { readonly id: string; readonly number: string; readonly isTheirOwn: boolean };
export type Erased = { readonly counts: Counts; readonly hasNamesake: boolean };

const Open = z.object({ id: z.string(), number: z.string(), own: z.boolean() });
const Id = z.object({ id: z.string() });

/** What must end first: their own open cases, and those that they have or are asked to take. */
export async function openCasesOf(client: Queryable, { ids }: Identity): Promise<OpenCase[]> {
  const rows = await rowsOf(
    Open,
    client,
    `select id, number, coalesce(lower(assigned_upn) <> all($1), true) and coalesce(lower(offered_upn) <> all($1), true)
       as own
     from cases where ${isOpen} and (people && $1::text[] or lower(assigned_upn) = any($1) or lower(offered_upn) = any($1))
     order by number`,
    [ids],
  );
  return rows.map(({ id, number, own }) => ({ id, number, isTheirOwn: own }));
}

/**
 * Takes a person out of everything that is stored, all of it or nothing. Cases stay as statistics; the log keeps a
 * pseudonym that nobody can trace any more. With the embedded engine all else waits meanwhile.
 * @throws NotFound when nothing is stored about them; InvalidInput while a case of theirs is open.
 */
export function erasePerson(database: Database, who: string, by: string): Promise<Erased> {
  return database.transaction(async (client) => {
    const identity = await findIdentity(client, who);
    const open = await openCasesOf(client, identity);
    if (open.length > 0) throw new InvalidInput(stillOpen(open));
    const revision = await moveRevision(client);
    const hasNamesake = await findNamesake(client, identity);
    const cases = await readCases(client, await caseIdsOf(client, identity));
    const owned = cases.filter(({ requesterUpn }) => isOf(identity, requesterUpn));
    await createAuditLog(client).record({ by, action: 'person-erased', about: identity.ids[0] ?? null });
    await anonymiseCases(client, cases, (id) => isOf(identity, id));
    await eraseAround(client, cases, owned, identity);
    const erased = await eraseRows(client, keysOf(identity));
    const caseIds = cases.map(({ id }) => id);
    const found = await forgetEverywhere(client, { identity, hasNamesake, caseIds, revision });
    // One by one: a key that is not there is none to forget.
    for (const id of [...identity.ids, by].filter((id) => isOf(identity, id)))
      await client.query('select forget_pseudonym($1)', [id]);
    return { counts: together(new Map([['cases', cases.length]]), erased, found), hasNamesake };
  });
}

function stillOpen(open: readonly OpenCase[]): string {
  const numbers = open.map(({ number }) => number).join(', ');
  return open.every(({ isTheirOwn }) => isTheirOwn)
    ? `There are open cases: ${numbers}. Let them end first, or cancel them with --close. Nothing was erased.`
    : `There are open cases that this person reported, has or is asked to take: ${numbers}. Hand them to somebody else first. Nothing was erased.`;
}

export function isOf({ ids }: Identity, id: string): boolean {
  return ids.includes(id.toLowerCase());
}

/** As columns name them: also the lanes of the outbox. */
export function keysOf({ ids, objectIds, channelIds, pseudonyms }: Identity): string[] {
  const chats = channelIds.flatMap((id) => [`conversation msteams ${id}`, `conversation simulator ${id}`]);
  const keys = [
    ...ids,
    ...objectIds,
    ...channelIds,
    ...pseudonyms,
    ...ids.map((id) => `person ${id}`),
    ...chats,
  ];
  return [...new Set([...keys, ...keys.map((key) => key.toLowerCase())])];
}

/** Reported, had, was asked to take, or did something with. */
export async function caseIdsOf(client: Queryable, { ids }: Identity): Promise<string[]> {
  const rows = await rowsOf(
    Id,
    client,
    `select id from cases where people && $1::text[] or lower(assigned_upn) = any($1) or lower(offered_upn) = any($1)
       or data->'assignee'->>'id' = any($1)
     union select case_id from case_events where lower(actor) = any($1)
     union select case_id from offers where lower(to_id) = any($1)
     union select id from cases where jsonb_path_exists(data, '$.**.byUpn ? (@ == $ids[*])', jsonb_build_object('ids', to_jsonb($1::text[])))
       or jsonb_path_exists(data, '$.**.reportedBy.upn ? (@ == $ids[*])', jsonb_build_object('ids', to_jsonb($1::text[])))`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function findNamesake(client: Queryable, { names, ids }: Identity): Promise<boolean> {
  const wanted = names.map((name) => name.toLowerCase());
  const rows = await rowsOf(
    Id,
    client,
    `select id from people where lower(data->>'name') = any($1) and lower(id) <> all($2)
     union select id from directory_people where lower(name) = any($1) and lower(id) <> all($2) limit 1`,
    [wanted, ids],
  );
  return rows.length > 0;
}

/** What hangs on cases and names nobody itself: files, what a model was shown and wrote, what was said and asked. */
async function eraseAround(
  client: Queryable,
  cases: readonly Case[],
  owned: readonly Case[],
  identity: Identity,
): Promise<void> {
  const ids = owned.map(({ id }) => id);
  const files = cases.flatMap((item) => filesOf(item, identity));
  await client.query('delete from attachments where id = any($1)', [files]);
  await client.query('delete from deliveries where case_id = any($1) or card_case_id = any($1)', [ids]);
  await client.query('delete from unanswered_questions where case_id = any($1)', [ids]);
  await client.query('delete from machine_drafts where item_id = any($1)', [ids]);
  await client.query(
    'update model_calls set sent = null, answered = null, upn = null where case_id = any($1)',
    [ids],
  );
  // What the search learned of their words is taken back, which running servers notice.
  await client.query(
    `update note_outcomes set by_upn = case when lower(by_upn) = any($2) then $3 else by_upn end,
       text = case when text is null then null else '' end,
       undone_at = case when text is null then undone_at else coalesce(undone_at, now()) end
     where case_id = any($1) or lower(by_upn) = any($2)`,
    [ids, identity.ids, erasedId],
  );
  await client.query(
    'delete from symptom_suggestions where people <@ $1::text[] and cardinality(people) > 0',
    [identity.ids],
  );
}

/** Of their own report, and nobody else's. */
function filesOf(item: Case, identity: Identity): string[] {
  const packets = [
    ...(isOf(identity, item.requesterUpn) ? [item.packet] : []),
    ...(item.reports ?? []).filter(({ upn }) => isOf(identity, upn)).map(({ packet }) => packet),
  ];
  const files: AttachmentName[] = packets.flatMap(({ attachments }) => [...attachments]);
  return files.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function together(...counts: readonly Counts[]): Counts {
  const sum: Counts = new Map();
  for (const [table, count] of counts.flatMap((one) => [...one]))
    sum.set(table, (sum.get(table) ?? 0) + count);
  return sum;
}
