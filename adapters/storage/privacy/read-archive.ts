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

/** Ended cases that were opened from `from` until before `to`, in that order; a few at a time, so that any number fits. */
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
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce).map(({ id }) => id);
    const cases = new Map((await readCases(client, some)).map((item) => [item.id, item]));
    const events = Map.groupBy(await eventsOf(client, some), ({ caseId }) => caseId);
    for (const id of some) {
      const item = cases.get(id);
      if (item !== undefined)
        yield { item, events: events.get(id) ?? [], files: await filesOf(client, item) };
    }
  }
}

/** Cases that are read with one question: more are no quicker, and none of them can be let go before the last. */
const atOnce = 20;

function eventsOf(client: Queryable, ids: readonly string[]): Promise<CaseEvent[]> {
  const text = 'select * from case_events where case_id = any($1) order by seq';
  return rowsOf(CaseEventRow, client, text, [ids]);
}

/** One case's at a time: pictures are large, and most cases have none. */
async function filesOf(client: Queryable, item: Case): Promise<PersonFile[]> {
  const packets = [item.packet, ...(item.reports ?? []).map(({ packet }) => packet)];
  const ids = packets.flatMap(({ attachments }) => attachments.flatMap(({ id }) => id ?? []));
  if (ids.length === 0) return [];
  const text = 'select id, name, bytes from attachments where id = any($1) order by id';
  return rowsOf(File, client, text, [ids]);
}
