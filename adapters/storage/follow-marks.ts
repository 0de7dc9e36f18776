import { z } from 'zod';
import type { FollowMarks } from '#bot/handoff/contractor-connector.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Row = z.object({ mark: z.string() });

export function createFollowMarks(client: Queryable): FollowMarks {
  return {
    async read(contractorId) {
      const text = 'select mark from contractor_marks where contractor_id = $1';
      return (await rowsOf(Row, client, text, [contractorId]))[0]?.mark ?? null;
    },
    async save(contractorId, mark) {
      await client.query(
        `insert into contractor_marks (contractor_id, mark) values ($1, $2)
         on conflict (contractor_id) do update set mark = excluded.mark`,
        [contractorId, mark],
      );
    },
  };
}
