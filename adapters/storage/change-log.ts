import { z } from 'zod';
import {
  type ChangeFilter,
  type ChangeWay,
  changeWays,
  type DeskKind,
  type ItemChange,
} from '#knowledge/review/desk-editing.ts';
import type { Queryable } from './database.ts';
import { NoteData, PersonData, SettingsData, SiteData, TechnicianData } from './desk-data.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

export type NewChange = {
  readonly at: Date;
  readonly revision: number;
  readonly kind: DeskKind;
  readonly id: string;
  readonly byUpn: string | null;
  readonly way: ChangeWay;
  /** As stored; null: it was not there, or is not there any more. */
  readonly before: unknown;
  readonly after: unknown;
};

/** Call it in the transaction that makes the change. */
export async function recordChange(client: Queryable, change: NewChange): Promise<void> {
  const { at, revision, kind, id, byUpn, way, before, after } = change;
  await client.query(
    `insert into changes (at, revision, kind, item_id, by_upn, way, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [at, revision, kind, id, byUpn, way, jsonOf(before), jsonOf(after)],
  );
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : toJson(value);
}

const base = {
  seq: z.coerce.number(),
  at: z.date(),
  revision: z.coerce.number(),
  item_id: z.string(),
  by_upn: z.string().nullable(),
  way: z.enum(changeWays),
};
function rowOfKind<K extends DeskKind, T>(kind: K, data: z.ZodType<T>) {
  return z.object({ ...base, kind: z.literal(kind), before: data.nullable(), after: data.nullable() });
}
const Row: z.ZodType<ItemChange> = z
  .discriminatedUnion('kind', [
    rowOfKind('settings', SettingsData),
    rowOfKind('site', SiteData),
    rowOfKind('person', PersonData),
    rowOfKind('technician', TechnicianData),
    rowOfKind('note', NoteData),
  ])
  .transform(({ item_id, by_upn, revision, ...rest }) => ({
    ...rest,
    id: item_id,
    byUpn: by_upn,
    version: revision,
  }));

/** Newest first; see DeskEditing.changes. */
export async function listChanges(
  client: Queryable,
  { kind, id, beforeSeq, limit }: ChangeFilter,
): Promise<{ items: ItemChange[]; total: number }> {
  const matches = '($1::text is null or kind = $1) and ($2::text is null or item_id = $2)';
  const items = await rowsOf(
    Row,
    client,
    `select seq, at, revision, kind, item_id, by_upn, way, before, after from changes
     where ${matches} and ($3::bigint is null or seq < $3) order by seq desc limit $4`,
    [kind ?? null, id ?? null, beforeSeq ?? null, limit],
  );
  const counted = await rowOf(
    z.object({ total: z.number() }),
    client,
    `select count(*)::int as total from changes where ${matches}`,
    [kind ?? null, id ?? null],
  );
  return { items, total: counted?.total ?? 0 };
}
