import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import type { ClosedCase, PastCase } from '#knowledge/review/work-store.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

const Row: z.ZodType<ClosedCase> = z
  .object({
    id: z.string(),
    number: z.string(),
    site_id: z.string().nullable(),
    category: z.string(),
    title: z.string(),
    symptom: z.string(),
    device: z.string().nullable(),
    closing_words: z.string(),
    solved_at: z.date(),
    dialogue: z.array(z.object({ name: z.string(), text: z.string() })),
    reply_language: z.enum(['sv', 'en']),
  })
  .transform(({ site_id, closing_words, solved_at, reply_language, ...rest }) => ({
    ...rest,
    siteId: site_id,
    closingWords: closing_words,
    solvedAt: solved_at,
    replyLanguage: reply_language,
  }));

const columns = `c.id, c.number, c.site_id, c.category, c.data->>'title' as title,
  c.data->'packet'->>'symptom' as symptom, c.data->'packet'->>'device' as device,
  c.data->>'resolution' as closing_words, coalesce((c.data->>'resolvedAt')::timestamptz, c.updated_at) as solved_at,
  c.data->'packet'->'dialogue' as dialogue, c.data->>'replyLanguage' as reply_language`;

/** Solved by somebody who said how, and not by what a note says already. */
const teaches = `c.state in ('resolved', 'closed') and coalesce(c.data->>'resolution', '') <> ''
  and not exists (select from case_events e where e.case_id = c.id
    and e.kind in ('note-confirmed', 'note-corrected', 'symptom-added'))
  and not exists (select from work_decisions d
    where d.kind = 'case-drafts' and d.item_id = c.id and d.decision <> 'later')`;

export function closedCases(client: Queryable, since: Date, limit: number): Promise<ClosedCase[]> {
  return rowsOf(
    Row,
    client,
    `select ${columns} from cases c where c.updated_at >= $1 and ${teaches}
     order by c.updated_at desc, c.id limit $2`,
    [since, limit],
  );
}

export function closedCase(client: Queryable, id: string): Promise<ClosedCase | null> {
  return rowOf(Row, client, `select ${columns} from cases c where c.id = $1 and ${teaches}`, [id]);
}

const PastRow: z.ZodType<PastCase> = z
  .object({
    number: z.string(),
    title: z.string(),
    site_id: z.string().nullable(),
    category: Category,
    level: PriorityLevel,
    created_at: z.date(),
    notes_shown: z.array(z.string()),
  })
  .transform(({ site_id, created_at, notes_shown, ...rest }) => ({
    ...rest,
    siteId: site_id,
    createdAt: created_at,
    notesShown: notes_shown,
  }));

export function latestCases(client: Queryable, limit: number): Promise<PastCase[]> {
  return rowsOf(
    PastRow,
    client,
    `select number, data->>'title' as title, site_id, category, data->'priority'->>'level' as level, created_at,
       data->'packet'->'notesShown' as notes_shown
     from cases order by created_at desc, id limit $1`,
    [limit],
  );
}
