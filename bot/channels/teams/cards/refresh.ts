import type { Envelope } from '#bot/reply/reply.ts';
import type { Card } from './card.ts';

/** Ids of people as this bot knows them; an Entra id, which a first contact is made with, is none. */
const userIdPattern = /^29:/;

/**
 * A case's card fetches itself anew when its reader comes back to it, wherever they pressed last:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
 * Other cards say what was so when they were sent, and stay.
 */
export function withRefresh(card: Card, { content }: Envelope, userId: string): Card {
  if (content.kind !== 'case-card' || !userIdPattern.test(userId)) return card;
  const data = { verb: 'show-case', caseId: content.view.id };
  return {
    ...card,
    refresh: { action: { type: 'Action.Execute', verb: data.verb, data }, userIds: [userId] },
  };
}
