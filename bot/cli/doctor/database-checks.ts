import { z } from 'zod';
import type { Database } from '#adapters/storage/database.ts';
import { rowOf, rowsOf } from '#adapters/storage/rows.ts';
import { readSchemaState, type SchemaState } from '#adapters/storage/schema-state.ts';
import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import { noteClock } from './clock-check.ts';
import type { DoctorWorld } from './world.ts';

type Looking = Pick<DoctorWorld, 'words' | 'database' | 'clues' | 'network'>;

/** The database itself, its schema, and what it could do beside. */
export function databaseChecks(world: Looking): DoctorCheck[] {
  const { words } = world;
  const { names } = words;
  return [
    { id: 'database', name: names.database, run: () => checkDatabase(world) },
    { id: 'schema', name: names.schema, run: () => checkSchema(world) },
    { id: 'extensions', name: names.extensions, run: () => checkExtensions(world) },
  ];
}

const Now = z.object({ now: z.coerce.date() });

async function checkDatabase({ database, words, clues, network }: Looking): Promise<Finding> {
  // Its own words, made for whoever starts Vaktis: they name the place and never the password.
  if (database instanceof Error) return fault({ said: database.message, todo: words.databaseTodo });
  const before = network.now().getTime();
  const row = await rowOf(Now, database, 'select clock_timestamp() as now');
  const after = network.now().getTime();
  if (row) noteClock(clues, { whose: words.clockDatabase, theirs: row.now, before, after });
  return ok(words.databaseOk(database.engine));
}

const Cases = z.object({ count: z.coerce.number() });

async function checkSchema({ database, words, clues }: Looking): Promise<Finding> {
  if (database instanceof Error) return off(words.schemaFirst);
  const state = await readSchemaState(database);
  clues.schema = state;
  if (state.kind !== 'current') return notCurrent(state, words);
  const row = await rowOf(Cases, database, 'select count(*) as count from cases');
  return ok(words.schemaOk(row?.count ?? 0));
}

function notCurrent(state: Exclude<SchemaState, { kind: 'current' }>, words: Looking['words']): Finding {
  if (state.kind === 'empty') return warning(words.schemaEmpty);
  if (state.kind === 'new') return fault(words.schemaNew(state.theirs, state.ours));
  return fault(words.schemaOld(state.missing.length, state.missing[0] ?? ''));
}

const wanted = ['pg_trgm', 'vector'] as const;
const Extension = z.object({ name: z.string() });

/** They are asked about often, so the answer is given: the search runs in the process, and vectors are kept as bytes. */
async function checkExtensions({ database, words }: Looking): Promise<Finding> {
  if (database instanceof Error) return off(words.schemaFirst);
  const text = 'select name from pg_available_extensions where name = any($1) order by name';
  const found = (await rowsOf(Extension, database, text, [wanted])).map(({ name }) => name);
  const missing = wanted.filter((name) => !found.includes(name));
  return missing.length === 0
    ? ok(words.extensionsOk(found.join(', ')))
    : off(words.extensionsNone(missing.join(', ')));
}

/** The database for what rests on its tables; null where it or its schema will not do. */
export function usable({ database, clues }: Pick<DoctorWorld, 'database' | 'clues'>): Database | null {
  return database instanceof Error || clues.schema?.kind !== 'current' ? null : database;
}
