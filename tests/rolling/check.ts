import pg from 'pg';
import { z } from 'zod';
import type { Spoken } from './speak.ts';

/** What arrived at Teams' side, written down there. */
export type Arrival = { readonly conversation: string; readonly at: number };

export type Outbox = {
  readonly sent: number;
  /** Pending or being sent. */
  readonly left: number;
  /** Sent though it may have arrived before: its sender died in between. */
  readonly uncertain: number;
};

export type Verdict = {
  readonly notTaken: readonly Spoken[];
  readonly lost: readonly Spoken[];
  readonly doubled: readonly Spoken[];
};

/**
 * Message by message: what arrived in its chat from the moment when it was said until the next was said there. It
 * trusts neither the bot nor the speakers, only what Teams' side wrote down.
 */
export function judge(spoken: readonly Spoken[], arrivals: readonly Arrival[]): Verdict {
  const found: Record<keyof Verdict, Spoken[]> = { notTaken: [], lost: [], doubled: [] };
  const arrived = Map.groupBy(arrivals, ({ conversation }) => conversation);
  for (const [conversation, own] of Map.groupBy(spoken, (message) => message.conversation)) {
    const inOrder = own.toSorted((a, b) => a.from - b.from);
    for (const [index, message] of inOrder.entries()) {
      const until = inOrder[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const replies = (arrived.get(conversation) ?? []).filter(({ at }) => at >= message.from && at < until);
      if (!message.handed.taken) found.notTaken.push(message);
      else if (replies.length === 0) found.lost.push(message);
      else if (replies.length > 1) found.doubled.push(message);
    }
  }
  return found;
}

const Counted = z.object({ sent: z.number(), left: z.number(), uncertain: z.number() });
const Cases = z.object({ cases: z.number() });

/** Asks the database itself, over a connection of its own. */
export async function readDatabase(url: string): Promise<{ outbox: Outbox; cases: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const outbox = await client.query(
      `select count(*) filter (where status = 'sent')::int as sent,
              count(*) filter (where status in ('pending', 'sending'))::int as left,
              count(*) filter (where uncertain_sends > 0)::int as uncertain from deliveries`,
    );
    const cases = await client.query('select count(*)::int as cases from cases');
    return { outbox: Counted.parse(outbox.rows[0]), cases: Cases.parse(cases.rows[0]).cases };
  } finally {
    await client.end();
  }
}
