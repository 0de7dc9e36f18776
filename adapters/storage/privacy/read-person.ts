import { z } from 'zod';
import type { Case } from '#bot/handoff/case.ts';
import type { Identity } from '#bot/privacy/forget-in-text.ts';
import type { PersonFile, PersonRecord } from '#bot/privacy/person-record.ts';
import { storedData } from '#bot/privacy/stored-data.ts';
import { columnsOf, type StoredTable } from '#bot/privacy/stored-table.ts';
import type { Database, Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { createAuditLog } from './audit-log.ts';
import { caseIdsOf, isOf, keysOf } from './erase-person.ts';
import { findIdentity } from './find-identity.ts';
import { type Column, quote, readColumns } from './table-columns.ts';
import { readCases } from './write-cases.ts';

const Row = z.object({ row: z.record(z.string(), z.unknown()) });
const Event = z.object({ case_id: z.string(), at: z.date(), kind: z.string(), actor: z.string() });
const File = z.object({ id: z.string(), name: z.string(), bytes: z.instanceof(Uint8Array) });
const Name = z.object({ name: z.string() });

/**
 * All that is stored about a person, as of one moment, with who else is named in it. That it was read is logged.
 * @throws NotFound when nothing is stored about them.
 */
export function readPerson(database: Database, who: string, by: string): Promise<PersonRecord> {
  return database.transaction(async (client) => {
    const identity = await findIdentity(client, who);
    const cases = await readCases(client, await caseIdsOf(client, identity));
    const columns = await readColumns(client);
    const tables = new Map<string, readonly Record<string, unknown>[]>();
    for (const stored of storedData.filter(({ inExport, erasure }) => inExport && erasure !== 'anonymise')) {
      const own = columns.filter(({ schema, table }) => schema === 'public' && table === stored.table);
      const rows = await rowsAbout(client, stored, own, identity);
      if (rows.length > 0) tables.set(stored.table, rows);
    }
    const others = await namesOfOthers(client, cases, identity);
    const files = await filesOf(client, cases, identity);
    const history = await rowsOf(
      Event,
      client,
      `select case_id, at, kind, actor from case_events where case_id = any($1) order by seq`,
      [cases.map(({ id }) => id)],
    );
    await createAuditLog(client).record({ by, action: 'person-exported', about: identity.ids[0] ?? null });
    const steps = history.map(({ case_id, at, kind, actor }) => ({
      ...{ caseId: case_id, at, kind },
      byThem: isOf(identity, actor),
    }));
    return { identity, cases, tables, others, files, steps };
  });
}

async function rowsAbout(
  client: Queryable,
  stored: StoredTable,
  columns: readonly Column[],
  identity: Identity,
): Promise<Record<string, unknown>[]> {
  const naming = columnsOf(stored, 'subject', 'actor');
  if (stored.table === 'audit_log') return rowsOfLog(client, identity);
  if (naming.length === 0) return [];
  const isList = (name: string) => columns.some((one) => one.name === name && one.type === 'text[]');
  const matches = naming.map((name) =>
    isList(name) ? `${quote(name)} && $1::text[]` : `lower(${quote(name)}) = any($1)`,
  );
  // Bytes are files, which go beside.
  const files = columns.filter(({ type }) => type === 'bytea').map(({ name }) => name);
  const rows = await rowsOf(
    Row,
    client,
    `select to_jsonb(t) - $2::text[] as row from ${quote(stored.table)} t where ${matches.join(' or ')}`,
    [keysOf(identity), files],
  );
  return rows.map(({ row }) => row);
}

/** What they did, and what was done about them: by whom stays a pseudonym. */
async function rowsOfLog(client: Queryable, { ids }: Identity): Promise<Record<string, unknown>[]> {
  const rows = await rowsOf(
    Row,
    client,
    `select jsonb_build_object('at', at, 'action', action, 'thing', thing, 'byThem', actor = any(p.own)) as row
     from audit_log, (select array_agg(known_pseudonym(id)) as own from unnest($1::text[]) id) p
     where actor = any(p.own) or about = any(p.own) order by seq`,
    [ids],
  );
  return rows.map(({ row }) => row);
}

/** Other requesters and reporters in the same cases, and colleagues whom those name: not whoever helped in their work. */
async function namesOfOthers(
  client: Queryable,
  cases: readonly Case[],
  identity: Identity,
): Promise<string[]> {
  const people = cases.flatMap(({ packet, reports = [] }) => [
    packet.requester,
    ...(packet.reportedBy ? [packet.reportedBy] : []),
    ...reports.map((report) => report.packet.requester),
  ]);
  const others = people.filter(({ upn }) => !isOf(identity, upn));
  const found = await rowsOf(
    Name,
    client,
    `select data->>'name' as name from people where id = any($1) union select name from directory_people where id = any($1)`,
    [others.map(({ upn }) => upn)],
  );
  return [...new Set([...others.map(({ name }) => name), ...found.map(({ name }) => name)])];
}

async function filesOf(client: Queryable, cases: readonly Case[], identity: Identity): Promise<PersonFile[]> {
  const ids = cases.flatMap((item) => [
    ...(isOf(identity, item.requesterUpn) ? item.packet.attachments : []),
    ...(item.reports ?? [])
      .filter(({ upn }) => isOf(identity, upn))
      .flatMap(({ packet }) => packet.attachments),
  ]);
  return rowsOf(File, client, 'select id, name, bytes from attachments where id = any($1) order by id', [
    ids.flatMap(({ id }) => (id === undefined ? [] : [id])),
  ]);
}
