import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import type { RotaStore } from '#bot/handoff/stores.ts';
import type { Queryable } from './database.ts';
import { TechnicianData } from './desk-data.ts';
import { moveRevision } from './desk-revision.ts';
import { rowOf } from './rows.ts';
import { toJson } from './to-json.ts';

const Row = z.object({ data: TechnicianData });

/** Changes of the rota made in the talk. The last import's mark stays as it is: the technician counts as edited here. */
export function createRotaStore(
  inTransaction: <T>(work: (client: Queryable) => Promise<T>) => Promise<T>,
): RotaStore {
  return { change: (input) => inTransaction((client) => change(client, input)) };
}

async function change(
  client: Queryable,
  { upn, byUpn, at, why, change: make }: Parameters<RotaStore['change']>[0],
): ReturnType<RotaStore['change']> {
  // Taken first: edits of the desk happen one after the other, so no other change of the technician is lost.
  const revision = await moveRevision(client);
  const row = await rowOf(Row, client, 'select data from technicians where id = $1 for update', [upn]);
  if (row === null) throw new NotFound(`There is no technician ${upn}.`);
  const changed = make(row.data);
  await client.query('update technicians set data = $2::jsonb, revision = $3 where id = $1', [
    upn,
    toJson(changed),
    revision,
  ]);
  await client.query(
    `insert into rota_changes (technician_upn, by_upn, at, why, before, after)
       values ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`,
    [upn, byUpn, at, why, toJson(row.data), toJson(changed)],
  );
  return changed;
}
