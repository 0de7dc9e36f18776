import { z } from 'zod';
import { createForget, type Identity, patternsOf, type TextPatterns } from '#bot/privacy/forget-in-text.ts';
import type { Queryable } from '../database.ts';
import { deskTables } from '../desk-store.ts';
import { rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';
import { type Column, quote, readColumns } from './table-columns.ts';

/** Rows that a table changed, for the receipt. */
export type Counts = Map<string, number>;

const Row = z.object({ ctid: z.string(), row: z.record(z.string(), z.unknown()) });

/** Nobody's name is in it: pseudonyms alone, and what the migrations are called. */
const passedOver = new Set(['audit_log', 'audit_head', 'pseudonym_keys', 'migrations', 'signing_keys']);

type Looking = {
  readonly identity: Identity;
  /** Somebody else has the same name: it goes only where the person took part. */
  readonly hasNamesake: boolean;
  /** Where they took part. */
  readonly caseIds: readonly string[];
  /** To be written on rows of the desk that change, so that running servers read them again. */
  readonly revision: number;
};

/**
 * The last step of erasing: every text of every table is searched for what the person was known by, and it is taken
 * out wherever it stands. Jobs that name them go.
 */
export async function forgetEverywhere(client: Queryable, looking: Looking): Promise<Counts> {
  const counts: Counts = new Map();
  const { ids, names } = patternsOf(looking.identity);
  const everywhere: TextPatterns = { ids, names: looking.hasNamesake ? [] : names };
  for (const [key, columns] of Map.groupBy(
    await readColumns(client),
    ({ schema, table }) => `${schema}.${table}`,
  )) {
    const [{ schema, table } = { schema: '', table: '' }] = columns;
    if (passedOver.has(table)) continue;
    const changed =
      schema === 'jobs'
        ? await forgetJobs(client, columns, everywhere)
        : await forgetIn(client, columns, everywhere, looking.revision, null);
    const near = looking.hasNamesake ? caseColumn(columns) : null;
    const about = near && { column: near, caseIds: looking.caseIds };
    const named = about ? await forgetIn(client, columns, { ids, names }, looking.revision, about) : 0;
    if (changed + named > 0) counts.set(key.replace('public.', ''), changed + named);
  }
  return counts;
}

function caseColumn(columns: readonly Column[]): string | null {
  if (columns.some(({ table }) => table === 'cases')) return 'id';
  return columns.some(({ name }) => name === 'case_id') ? 'case_id' : null;
}

const textual = /^(text|jsonb|text\[\]|character varying)$/;

async function forgetIn(
  client: Queryable,
  columns: readonly Column[],
  patterns: TextPatterns,
  revision: number,
  about: { readonly column: string; readonly caseIds: readonly string[] } | null,
): Promise<number> {
  const texts = columns.filter(({ type, generated }) => textual.test(type) && !generated);
  const [{ table } = { table: '' }] = columns;
  const all = [...patterns.ids, ...patterns.names];
  if (texts.length === 0 || all.length === 0) return 0;
  const matches = texts.map(({ name }) => `${quote(name)}::text ~* $1`).join(' or ');
  const within = about === null ? 'true' : `${quote(about.column)} = any($2)`;
  const rows = await rowsOf(
    Row,
    client,
    `select ctid::text, to_jsonb(t) as row from ${quote(table)} t where (${matches}) and ${within}`,
    about === null ? [inAnyCase(all)] : [inAnyCase(all), about.caseIds],
  );
  const forget = createForget(patterns);
  const isDesk = Object.values(deskTables).some((name) => name === table) || table === 'directory_people';
  for (const { ctid, row } of rows) {
    const values = texts.map(({ name, type }) => valueFor(type, forget(row[name])));
    const sets = texts.map(({ name, type }, n) => `${quote(name)} = $${n + 2}::${type}`);
    if (isDesk) sets.push(`revision = ${revision}`);
    await client.query(`update ${quote(table)} set ${sets.join(', ')} where ctid = $1::tid`, [
      ctid,
      ...values,
    ]);
  }
  return rows.length;
}

function valueFor(type: string, value: unknown): unknown {
  return type === 'jsonb' && value !== null ? toJson(value) : value;
}

/** A database may fold only the letters of English: the others are written out in both cases. */
function inAnyCase(sources: readonly string[]): string {
  return sources
    .map((source) =>
      source.replaceAll(/[^\p{ASCII}]/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
    )
    .join('|');
}

/** A job is ids: one that names somebody who is gone has nothing to do any more. */
async function forgetJobs(
  client: Queryable,
  columns: readonly Column[],
  patterns: TextPatterns,
): Promise<number> {
  const [{ table } = { table: '' }] = columns;
  const texts = columns.filter(({ type }) => textual.test(type));
  if (table !== 'job' || texts.length === 0) return 0;
  const matches = texts.map(({ name }) => `${quote(name)}::text ~* $1`).join(' or ');
  const { rowCount } = await client.query(`delete from jobs.job where ${matches}`, [
    inAnyCase([...patterns.ids, ...patterns.names]),
  ]);
  return rowCount;
}
