import { z } from 'zod';
import type { Feedback } from '#bot/conversation/take-feedback.ts';
import type { ActivitySchema } from './activity-schema.ts';
import { cleanText, cutText } from './clean-text.ts';
import { parseAddress } from './parse-address.ts';
import { readAt, readFrom } from './parse-details.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#feedback-buttons */
const FeedbackValue = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});
const FeedbackText = z.object({ feedbackText: z.string() });
const longestText = 2_000;

/** What a reaction says about a message that gave advice; laughter and surprise say nothing. */
const reactions: Readonly<Record<string, Feedback['verdict']>> = {
  like: 'helpful',
  heart: 'helpful',
  sad: 'unhelpful',
  angry: 'unhelpful',
};

/** A thumb under a message. Null: something else, or nothing that can be kept. */
export function parseThumb(activity: ActivitySchema, now: Date): Feedback | null {
  const parsed = FeedbackValue.safeParse(activity.value);
  if (!parsed.success) return null;
  const { reaction, feedback } = parsed.data.actionValue;
  const verdict = reaction === 'like' ? 'helpful' : 'unhelpful';
  return toFeedback(activity, now, verdict, readText(feedback));
}

/** A reaction that was added to a message. One that was taken away again is not undone: it was meant. */
export function parseReaction(activity: ActivitySchema, now: Date): Feedback | null {
  const types = (activity.reactionsAdded ?? []).map(({ type }) => type);
  const [verdict] = types.flatMap((type) => (Object.hasOwn(reactions, type) ? [reactions[type]] : []));
  return verdict === undefined ? null : toFeedback(activity, now, verdict, null);
}

function toFeedback(
  activity: ActivitySchema,
  now: Date,
  verdict: Feedback['verdict'],
  text: string | null,
): Feedback | null {
  if (!activity.id || !activity.replyToId) return null;
  return {
    id: activity.id,
    address: parseAddress(activity),
    from: readFrom(activity),
    at: readAt(activity, now),
    messageId: activity.replyToId,
    verdict,
    text,
  };
}

/** The words are JSON inside a string: `{"feedbackText":"…"}`. */
function readText(feedback: unknown): string | null {
  if (typeof feedback !== 'string') return null;
  const parsed = FeedbackText.safeParse(parseJson(feedback));
  return parsed.success ? cutText(cleanText(parsed.data.feedbackText), longestText) || null : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
