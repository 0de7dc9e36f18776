import { z } from 'zod';
import type { DeliveryStore } from '#bot/handoff/stores.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

type MarkSent = DeliveryStore['markSent'];
type Versions = ReadonlyMap<string, number | null>;
type Sent = { readonly id: string; readonly activity: string | null; readonly at: Date };

const Marked = z.object({ id: z.string(), version: z.number().nullable() });

/**
 * The first is written at once; what comes meanwhile is written together when that is done. So when many are sent
 * at once few questions are asked, and nobody waits longer than for the one before.
 */
export function createMarkSent(client: Queryable): MarkSent {
  let waiting: Sent[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let next: Promise<Versions> | null = null;
  return async (id, { activityId, at }) => {
    waiting.push({ id, activity: activityId, at });
    next ??= writing.then(() => {
      const sent = waiting;
      waiting = [];
      next = null;
      const written = write(client, sent);
      writing = written.catch(() => undefined);
      return written;
    });
    return (await next).get(id) ?? null;
  };
}

async function write(client: Queryable, sent: readonly Sent[]): Promise<Versions> {
  const marked = await rowsOf(
    Marked,
    client,
    `update deliveries d set status = 'sent', activity_id = s.activity, sent_at = s.at, error = null
     from jsonb_to_recordset($1) as s (id text, activity text, at timestamptz) where d.id = s.id
     returning d.id, (select version from cases where id = d.case_id)`,
    [toJson(sent)],
  );
  return new Map(marked.map(({ id, version }) => [id, version]));
}
