import { z } from 'zod';
import type { AuditEntry, AuditLog } from '#bot/handoff/audit-log.ts';
import type { Queryable } from '../database.ts';
import { rowOf, rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';

/** Writes to the log in the transaction of that client. People go in by name and are kept under their pseudonym. */
export function createAuditLog(client: Queryable): AuditLog {
  return {
    async record({ by, action, thing = null, about = null, facts = {} }: AuditEntry) {
      await client.query('select audit_append($1, $2, $3, $4, $5)', [
        by,
        action,
        thing,
        about,
        toJson(facts),
      ]);
    },
  };
}

const Row = z.object({
  seq: z.coerce.number(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  thing: z.string().nullable(),
  about: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type LogRow = z.infer<typeof Row>;

export type LogFilter = {
  /** A person, as the desk names them; found under their pseudonym. */
  readonly by?: string | undefined;
  readonly about?: string | undefined;
  readonly action?: string | undefined;
  readonly limit: number;
};

/** Newest first. Searching the log is logged itself, by whoever asks: see privacy-log in bot/cli. */
export function searchLog(client: Queryable, { by, about, action, limit }: LogFilter): Promise<LogRow[]> {
  return rowsOf(
    Row,
    client,
    `select seq, at, actor, action, thing, about, data from audit_log
     where ($1::text is null or actor = known_pseudonym($1)) and ($2::text is null or about = known_pseudonym($2))
       and ($3::text is null or action = $3)
     order by seq desc limit $4`,
    [by ?? null, about ?? null, action ?? null, limit],
  );
}

const Known = z.object({ known: z.boolean() });

/** Whether the log has anything that can be traced to this person. */
export async function isInLog(client: Queryable, person: string): Promise<boolean> {
  const row = await rowOf(Known, client, 'select known_pseudonym($1) is not null as known', [person]);
  return row?.known ?? false;
}

const Head = z.object({
  seq: z.coerce.number(),
  hash: z.string(),
  from_seq: z.coerce.number(),
  from_hash: z.string(),
});
export type LogHead = z.infer<typeof Head>;

/** Where the log begins and ends. @throws Error when it has neither: somebody took that away. */
export async function readLogHead(client: Queryable): Promise<LogHead> {
  const head = await rowOf(Head, client, 'select seq, hash, from_seq, from_hash from audit_head');
  if (head === null) throw new Error("The log's beginning and end are missing.");
  return head;
}
