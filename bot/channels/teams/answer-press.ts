import type { InvokeResponse } from 'botbuilder';
import type { RenderedMessage } from './render-reply.ts';

/** What a press on Action.Execute is answered with: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
export function answerPress(rendered: RenderedMessage | null): InvokeResponse {
  return { status: 200, body: { statusCode: 200, ...toBody(rendered) } };
}

function toBody(rendered: RenderedMessage | null): { type: string; value: unknown } {
  if (rendered?.card) return { type: 'application/vnd.microsoft.card.adaptive', value: rendered.card };
  // Nothing to show in the card's place: the answer comes as a message of its own.
  return { type: 'application/vnd.microsoft.activity.message', value: rendered?.text ?? '' };
}
