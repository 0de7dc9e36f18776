import { adaptiveCardType, type BotActivity, Card } from './bot-activity.ts';
import type { RefusalCode } from './chat.ts';

export type Refusal = {
  readonly status: number;
  readonly code: RefusalCode;
  /** For the log and the page: sizes and types, never what was written. */
  readonly detail: string;
};

/** About 100 KB counted as UTF-16: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const largestMessage = 100 * 1024;

/** What Teams would not take of this activity; null when it is fine. */
export function refuse(activity: BotActivity): Refusal | null {
  return refuseSize(activity) ?? refuseShape(activity) ?? refuseTextWithAttachment(activity);
}

function refuseSize(activity: BotActivity): Refusal | null {
  const bytes = JSON.stringify(activity).length * 2;
  if (bytes <= largestMessage) return null;
  const detail = `${Math.ceil(bytes / 1024)} KB as UTF-16; the limit is ${largestMessage / 1024} KB`;
  return { status: 413, code: 'MessageSizeTooBig', detail };
}

function refuseShape(activity: BotActivity): Refusal | null {
  if (activity.type !== 'message' && activity.type !== 'typing') {
    return { status: 400, code: 'BadSyntax', detail: `activity type ${activity.type}` };
  }
  const attachments = activity.attachments ?? [];
  const faulty = attachments.some(
    ({ contentType, content }) => contentType === adaptiveCardType && !Card.safeParse(content).success,
  );
  if (faulty) return { status: 400, code: 'BadSyntax', detail: 'a card without content' };
  const empty = activity.type === 'message' && !activity.text?.trim() && attachments.length === 0;
  return empty ? { status: 400, code: 'BadSyntax', detail: 'neither text nor attachment' } : null;
}

/**
 * Teams takes such a message but splits it in two and gives no id back, so the card could never be replaced:
 * a fault that would show only in production is refused here.
 * https://github.com/MicrosoftDocs/msteams-docs/blob/main/msteams-platform/bots/how-to/conversations/conversation-messages.md
 */
function refuseTextWithAttachment(activity: BotActivity): Refusal | null {
  const both = Boolean(activity.text?.trim()) && (activity.attachments ?? []).length > 0;
  if (!both) return null;
  return { status: 400, code: 'TextWithAttachment', detail: 'Teams splits it and returns no id' };
}
