import { z } from 'zod';
import { apiTexts } from '#bot/i18n/api.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { FaultyInput } from './api-errors.ts';

export const PageQuery = z.object({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export type PageOf<T> = { items: T[]; next: string | null; total: number };

const usualLimit = 50;

/** One page of a list that is made anew each time: the cursor is a place in it. @throws FaultyInput */
export function pageOfList<T>(list: readonly T[], query: PageQuery, language: ReplyLanguage): PageOf<T> {
  const start = query.cursor === undefined ? 0 : placeOf(query.cursor, language);
  const end = start + (query.limit ?? usualLimit);
  return {
    items: list.slice(start, end),
    next: end < list.length ? String(end) : null,
    total: list.length,
  };
}

function placeOf(cursor: string, language: ReplyLanguage): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new FaultyInput([{ path: 'cursor', message: apiTexts[language].fault.cursor }]);
}
