import { z } from 'zod';
import type { Case, CaseEvent } from '#bot/handoff/case.ts';
import type { PersonFile } from '#bot/privacy/person-record.ts';
import { CaseEventRow } from '../case-data.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { readCases } from './write-cases.ts';

export type CaseToArchive = {
  readonly item: Case;
  readonly events: readonly CaseEvent[];
  readonly files: readonly PersonFile[];
};

const Id = z.object({ id: z.string() });
const File = z.object({ id: z.string(), name: z.string(), bytes: z.instanceof(Uint8Array) });

/** Ended cases that were opened from `from` until before `to`, in that order; one at a time, so that any number fits. */
export async function* readArchive(
  client: Queryable,
  { from, to }: { readonly from: Date; readonly to: Date },
): AsyncGenerator<CaseToArchive> {
  const ids = await rowsOf(
    Id,
    client,
    `select id from cases where created_at >= $1 and created_at < $2 and state in ('closed', 'cancelled')
     order by created_at, number`,
    [from, to],
  );
  for (const { id } of ids) {
    const [item] = await readCases(client, [id]);
    if (item === undefined) continue;
    const events = await rowsOf(
      CaseEventRow,
      client,
      'select * from case_events where case_id = $1 order by seq',
      [id],
    );
    const named = [item.packet, ...(item.reports ?? []).map(({ packet }) => packet)].flatMap(
      ({ attachments }) => attachments,
    );
    const files = await rowsOf(
      File,
      client,
      'select id, name, bytes from attachments where id = any($1) order by id',
      [named.flatMap((file) => (file.id === undefined ? [] : [file.id]))],
    );
    yield { item, events, files };
  }
}
