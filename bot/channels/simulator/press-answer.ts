import { z } from 'zod';
import { adaptiveCardType, Card } from './bot-activity.ts';
import type { CardJson, PressResult } from './chat.ts';
import type { BotAnswer } from './deliver-to-bot.ts';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
const InvokeAnswer = z.discriminatedUnion('type', [
  z.looseObject({ statusCode: z.number(), type: z.literal(adaptiveCardType), value: Card }),
  z.looseObject({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.looseObject({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ message: z.string() }),
  }),
]);

/** What the client does with the bot's answer to a press: a new card in its place, or a line for the person. */
export function readPressAnswer(answer: BotAnswer): PressResult | { kind: 'card'; card: CardJson } {
  const parsed = answer.status === 200 ? InvokeAnswer.safeParse(answer.body) : null;
  if (!parsed?.success) return { kind: 'failed', text: null };
  const { data } = parsed;
  if (data.type === adaptiveCardType) return { kind: 'card', card: data.value };
  if (data.type === 'application/vnd.microsoft.error') return { kind: 'failed', text: data.value.message };
  return { kind: 'message', text: data.value };
}
