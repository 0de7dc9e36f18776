import { z } from 'zod';
import type { CaseStore } from '#bot/handoff/stores.ts';
import { CaseRow } from './case-data.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Upn = z.object({ upn: z.string() });
/** Nobody asks who was fourth. */
const mostFixers = 3;

/** What dispatching looks up: who solved the same before, and what was reported near by just now. */
export function dispatchSearches(
  client: Queryable,
  isOpen: string,
): Pick<CaseStore, 'fixersAt' | 'openNear' | 'withContractor'> {
  return {
    async fixersAt({ siteId, category, since }) {
      const rows = await rowsOf(
        Upn,
        client,
        `select assigned_upn as upn from cases
         where site_id = $1 and category = $2 and updated_at >= $3 and state in ('resolved', 'closed')
           and assigned_upn is not null
         group by assigned_upn order by max(updated_at) desc limit ${mostFixers}`,
        [siteId, category, since],
      );
      return rows.map(({ upn }) => upn);
    },
    // Two questions in one, so that each is answered from its own index.
    openNear: ({ categories, since }) =>
      rowsOf(
        CaseRow,
        client,
        `select id, number, version, data from (
           select id, number, version, data, created_at from cases
             where category = any($1) and ${isOpen} and data ? 'announcement'
           union all
           select id, number, version, data, created_at from cases
             where category = any($1) and ${isOpen} and created_at >= $2 and not data ? 'announcement'
         ) near order by created_at, number limit 200`,
        [categories, since],
      ),
    withContractor: ({ since, category }) =>
      rowsOf(
        CaseRow,
        client,
        `select id, number, version, data from cases
         where (data ? 'contractorStays' or data ? 'contractorSince') and (updated_at >= $1 or ${isOpen})
           and ($2::text is null or category = $2) order by created_at, number`,
        [since, category ?? null],
      ),
  };
}
