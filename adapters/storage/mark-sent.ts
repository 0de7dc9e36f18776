import { z } from 'zod';
import type { DeliveryStore } from '#bot/handoff/stores.ts';
import type { Queryable } from './database.ts';
import { inBatches } from './in-batches.ts';
import { rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

type MarkSent = DeliveryStore['markSent'];
type Sent = { readonly id: string; readonly activity: string | null; readonly at: Date };

const Marked = z.object({ id: z.string(), version: z.number().nullable() });

/** What was sent meanwhile is written together: when many are sent at once few questions are asked. */
export function createMarkSent(client: Queryable): MarkSent {
  const mark = inBatches((sent: readonly Sent[]) => write(client, sent));
  return (id, { activityId, at }) => mark({ id, activity: activityId, at });
}

/** @returns the version of each one's case; null: it is about none, or is not in the outbox. */
async function write(client: Queryable, sent: readonly Sent[]): Promise<(number | null)[]> {
  const marked = await rowsOf(
    Marked,
    client,
    `update deliveries d set status = 'sent', activity_id = s.activity, sent_at = s.at, error = null
     from jsonb_to_recordset($1) as s (id text, activity text, at timestamptz) where d.id = s.id
     returning d.id, (select version from cases where id = d.case_id)`,
    [toJson(sent)],
  );
  const versions = new Map(marked.map(({ id, version }) => [id, version]));
  return sent.map(({ id }) => versions.get(id) ?? null);
}
