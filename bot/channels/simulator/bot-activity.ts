import { z } from 'zod';
import type { CardJson, CardRemark, ChatMessage } from './chat.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

const Attachment = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().nullish(),
});

const Suggestion = z.looseObject({ title: z.string(), value: z.unknown().optional() });

/** The fields that the simulator uses of what a bot sends; the rest is let through unread. */
export const BotActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  attachments: z.array(Attachment).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  suggestedActions: z.looseObject({ actions: z.array(Suggestion) }).nullish(),
});
export type BotActivity = z.infer<typeof BotActivity>;

export const Card = z.record(z.string(), z.unknown());
export type Card = z.infer<typeof Card>;

/** A bot's activity as a message of the chat. */
export function toChatMessage(
  activity: BotActivity,
  place: { id: string; at: Date; revision: number; remarks: readonly CardRemark[] },
): ChatMessage {
  const attachments = activity.attachments ?? [];
  return {
    id: place.id,
    from: 'bot',
    at: place.at.toISOString(),
    text: activity.text ?? '',
    // Bot Framework's default: only an explicit `plain` is not Markdown.
    textFormat: activity.textFormat === 'plain' ? 'plain' : 'markdown',
    cards: attachments.flatMap(cardOf),
    attachmentNames: attachments.flatMap((one) =>
      one.contentType === adaptiveCardType ? [] : [one.name ?? one.contentType],
    ),
    suggestions: (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({
      title,
      value: typeof value === 'string' ? value : title,
    })),
    revision: place.revision,
    remarks: place.remarks,
    pending: false,
    notice: null,
    ...machineOf(activity),
  };
}

const Citation = z.looseObject({
  position: z.number(),
  appearance: z.looseObject({ name: z.string(), abstract: z.string().optional() }),
});
const Label = z.looseObject({
  additionalType: z.array(z.string()),
  citation: z.array(Citation).optional(),
});

/** What Teams shows of the label that says that a machine made it; exactly one such entity counts. */
function machineOf({ entities, text }: BotActivity): Pick<ChatMessage, 'machine'> {
  const found = (entities ?? []).filter(({ type }) => type === 'https://schema.org/Message');
  const label = found.length === 1 ? Label.safeParse(found[0]) : null;
  if (!label?.success || !label.data.additionalType.includes('AIGeneratedContent')) return {};
  const named = (label.data.citation ?? []).filter(({ position }) => text?.includes(`[${position}]`));
  const citations = named.map(({ position, appearance: { name, abstract } }) => ({
    position,
    name,
    abstract: abstract ?? '',
  }));
  return { machine: { citations } };
}

function cardOf(attachment: z.infer<typeof Attachment>): CardJson[] {
  if (attachment.contentType !== adaptiveCardType) return [];
  const card = Card.safeParse(attachment.content);
  return card.success ? [card.data] : [];
}
