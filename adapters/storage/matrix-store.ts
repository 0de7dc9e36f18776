import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { SiteKind } from '#bot/desk/site.ts';
import { NotFound } from '#bot/errors.ts';
import type { MatrixStore, MatrixSuggestion } from '#bot/handoff/matrix-suggestion.ts';
import type { Queryable } from './database.ts';
import { editItem } from './desk-editing.ts';
import { rowOf, rowsOf } from './rows.ts';

const Row: z.ZodType<MatrixSuggestion> = z
  .object({
    id: z.string(),
    contractor_id: z.string(),
    category: Category,
    site_kind: SiteKind.nullable(),
    at: z.date(),
    bounced: z.number(),
    tickets: z.number(),
    case_ids: z.array(z.string()),
    status: z.enum(['open', 'approved', 'dismissed', 'outdated']),
    decided_by: z.string().nullable(),
    decided_at: z.date().nullable(),
  })
  .transform(({ contractor_id, site_kind, case_ids, decided_by, decided_at, ...rest }) => ({
    ...rest,
    contractorId: contractor_id,
    siteKind: site_kind,
    caseIds: case_ids,
    decidedBy: decided_by,
    decidedAt: decided_at,
  }));

/** Rows that bounces suggest, and the matrix itself as a dispatcher changes it with one press. */
export function createMatrixStore(
  client: Queryable,
  inTransaction: <T>(work: (client: Queryable) => Promise<T>) => Promise<T>,
): MatrixStore {
  return {
    async add({ id, contractorId, category, siteKind, at, bounced, tickets, caseIds }) {
      const { rowCount } = await client.query(
        `insert into matrix_suggestions (id, contractor_id, category, site_kind, at, bounced, tickets, case_ids)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [id, contractorId, category, siteKind, at, bounced, tickets, caseIds],
      );
      return rowCount > 0;
    },
    get: (id) => rowOf(Row, client, 'select * from matrix_suggestions where id = $1', [id]),
    recent: (dismissedSince) =>
      rowsOf(
        Row,
        client,
        `select * from matrix_suggestions
         where status = 'open' or (status = 'dismissed' and decided_at > $1) order by at desc, id`,
        [dismissedSince],
      ),
    decide: ({ id, status, byUpn, at }) =>
      rowOf(
        Row,
        client,
        `update matrix_suggestions set status = $2, decided_by = $3, decided_at = $4
         where id = $1 and status = 'open' returning *`,
        [id, status, byUpn, at],
      ),
    change: (input) => inTransaction((held) => changeSettings(held, input)),
  };
}

async function changeSettings(
  client: Queryable,
  { byUpn, at, change }: Parameters<MatrixStore['change']>[0],
): Promise<void> {
  const request = { kind: 'settings', id: 'desk', by: byUpn, at, way: 'suggestion' } as const;
  await editItem(client, request, ({ current }) => {
    if (current === null) throw new NotFound('There are no settings.');
    return change(current.value) ?? current.value;
  });
}
