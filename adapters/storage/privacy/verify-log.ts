import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { type LogHead, readLogHead } from './audit-log.ts';

export type LogFault = {
  readonly seq: number;
  /** `changed`: the row is not what was written. `missing`: rows before it are gone. `tail`: rows after it are. */
  readonly what: 'changed' | 'missing' | 'tail' | 'anchor';
};
export type LogVerdict = {
  readonly rows: number;
  readonly head: LogHead;
  /** In order; the first ones are enough to know where to look. */
  readonly faults: readonly LogFault[];
};

/** What was seen of the log before, kept elsewhere: nobody who can write to the database can make it fit. */
export type Anchor = { readonly seq: number; readonly hash: string };

const Row = z.object({ seq: z.coerce.number(), before: z.string(), hash: z.string(), text: z.string() });
const batch = 2_000;
const most = 20;

/**
 * Reads the whole log and works every hash out here, not in the database. A row that was changed, put in or taken away
 * shows, at the end too; somebody who owns the database could write all of it anew, which an anchor shows.
 */
export async function verifyLog(client: Queryable, anchor: Anchor | null = null): Promise<LogVerdict> {
  const head = await readLogHead(client);
  const faults: LogFault[] = [];
  let last = { seq: head.from_seq, hash: head.from_hash };
  let rows = 0;
  let isAnchored = anchor === null || anchor.seq <= head.from_seq || fits(anchor, last);
  for (;;) {
    const found = await readRows(client, last.seq);
    for (const row of found) {
      if (row.seq !== last.seq + 1 || row.before !== last.hash)
        faults.push({ seq: row.seq, what: 'missing' });
      if (sha256(row.text) !== row.hash) faults.push({ seq: row.seq, what: 'changed' });
      last = row;
      isAnchored ||= anchor !== null && fits(anchor, row);
    }
    rows += found.length;
    if (found.length < batch) break;
  }
  if (last.seq !== head.seq || last.hash !== head.hash) faults.push({ seq: last.seq, what: 'tail' });
  if (!isAnchored) faults.push({ seq: anchor?.seq ?? 0, what: 'anchor' });
  return { rows, head, faults: faults.slice(0, most) };
}

/** Written out, so that a function that was replaced in the database does not help. As `audit_text` has it. */
function readRows(client: Queryable, after: number): Promise<z.infer<typeof Row>[]> {
  return rowsOf(
    Row,
    client,
    `select seq, before, hash, jsonb_build_array(before, seq,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action, thing, about, data)::text as text
     from audit_log where seq > $1 order by seq limit ${batch}`,
    [after],
  );
}

function fits(anchor: Anchor, row: Anchor): boolean {
  return row.seq === anchor.seq && row.hash === anchor.hash;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
