import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';

/** What one message, request or job set off, under one id from the activity to the delivery and the job. */
export type Trail = {
  /** Stands in every line of the log; its beginning is the reference that a person is given. */
  readonly id: string;
  /** When it began here, in milliseconds of the machine's steady clock. */
  readonly since: number;
  /** The span that is open, as W3C Trace Context writes it; null: nothing is traced. */
  readonly parent: string | null;
  /** What kind of turn is under way, when one is: for measures. */
  readonly turn?: 'message' | 'press' | 'installed';
};

/** A trail as it goes along with a job, from one process to another. */
export const CarriedTrail = z.object({ id: z.string().max(100), parent: z.string().max(60).nullable() });
export type CarriedTrail = z.infer<typeof CarriedTrail>;

const trails = new AsyncLocalStorage<Trail>();

/** Null outside of all: at the start, in what goes round by itself. */
export function currentTrail(): Trail | null {
  return trails.getStore() ?? null;
}

/** All that the work sets off is on that trail. */
export function onTrail<T>(trail: Trail, work: () => T): T {
  return trails.run(trail, work);
}

/** Begins a trail, or goes on with one that was carried. */
export function beginTrail({ id, parent = null }: { id: string; parent?: string | null }): Trail {
  return { id, parent, since: performance.now() };
}

/** What a line of the log says of its trail; the trace's id is the second part of its parent. */
export function trailInLog(): { trail?: string; trace?: string } {
  const trail = currentTrail();
  if (trail === null) return {};
  const trace = trail.parent?.split('-')[1];
  return trace === undefined ? { trail: trail.id } : { trail: trail.id, trace };
}

/** So many characters of a trail's id tell a person where to find it, and are still read out easily. */
const referenceLength = 8;

/** What a person is told when something went wrong: the beginning of the trail's id. */
export function referenceOf(id: string): string {
  return id.slice(0, referenceLength);
}
