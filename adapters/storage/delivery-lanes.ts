import type { Job } from 'pg-boss';
import { z } from 'zod';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const DeliveryId = z.object({ deliveryId: z.string() });
const Place = z.object({ id: z.string(), lane: z.string(), seq: z.coerce.number() });

/**
 * Sorts `deliver` jobs into lanes, one for each reader, in the order in which the deliveries were written:
 * jobs of one transaction carry the same instant, so the queue alone does not know which came first.
 */
export async function inLanes(client: Queryable, jobs: Job<unknown>[]): Promise<Job<unknown>[][]> {
  const ids = new Map(jobs.map((job) => [job, DeliveryId.safeParse(job.data).data?.deliveryId ?? '']));
  const places = await rowsOf(Place, client, 'select id, lane, seq from deliveries where id = any($1)', [
    [...ids.values()],
  ]);
  const byId = new Map(places.map((place) => [place.id, place]));
  const placeOf = (job: Job<unknown>) => byId.get(ids.get(job) ?? '');
  const sorted = jobs.toSorted((a, b) => (placeOf(a)?.seq ?? 0) - (placeOf(b)?.seq ?? 0));
  return [...Map.groupBy(sorted, (job) => placeOf(job)?.lane ?? job.id).values()];
}
