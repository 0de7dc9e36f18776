import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Count = z.object({ category: Category, count: z.number() });

/** How many cases of each category were opened since then, whatever became of them. */
export async function countCasesByCategory(client: Queryable, since: Date): Promise<Map<Category, number>> {
  const rows = await rowsOf(
    Count,
    client,
    `select category, count(*)::int as count from cases
     where category is not null and created_at >= $1 group by category`,
    [since],
  );
  return new Map(rows.map(({ category, count }) => [category, count]));
}
