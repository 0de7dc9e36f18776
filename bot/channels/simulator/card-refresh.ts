import { z } from 'zod';
import type { CardJson } from './chat.ts';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views */
const Refreshing = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown() }),
    userIds: z.array(z.string()).max(60).optional(),
  }),
});

/**
 * What Teams asks the bot by itself when that user sees the card: their own view of it. In a chat of so few that
 * is so for everybody when nobody is named; an empty list leaves it to a menu.
 */
export function refreshFor(card: CardJson, userId: string): { verb: string; data: unknown } | null {
  const parsed = Refreshing.safeParse(card);
  if (!parsed.success) return null;
  const { action, userIds } = parsed.data.refresh;
  return userIds === undefined || userIds.includes(userId) ? { verb: action.verb, data: action.data } : null;
}
