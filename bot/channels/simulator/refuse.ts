import { adaptiveCardType, type BotActivity, Card } from './bot-activity.ts';
import type { CardRemark, RefusalCode } from './chat.ts';
import { checkCard } from './check-card.ts';

export type Refusal = {
  readonly status: number;
  readonly code: RefusalCode;
  /** For the log and the page: sizes and types, never what was written. */
  readonly detail: string;
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number;
};

/** About 100 KB counted as UTF-16: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const largestMessage = 100 * 1024;

/** What Teams would not take of this activity, or null with what it would remark on. */
export function judgeActivity(
  activity: BotActivity,
): { refusal: Refusal } | { refusal: null; remarks: CardRemark[] } {
  const refusal = refuseSize(activity) ?? refuseShape(activity);
  if (refusal) return { refusal };
  const checked = cardsOf(activity).map(checkCard);
  const bad = checked.find((card) => card.refusal !== null)?.refusal;
  return bad
    ? { refusal: { status: 400, ...bad } }
    : { refusal: null, remarks: checked.flatMap(({ remarks }) => remarks) };
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

function cardsOf(activity: BotActivity): Card[] {
  return (activity.attachments ?? []).flatMap(({ contentType, content }) => {
    const card = contentType === adaptiveCardType ? Card.safeParse(content) : null;
    return card?.success ? [card.data] : [];
  });
}

/**
 * Teams takes text and an attachment in one activity but makes two messages of it, and gives no id back, so that
 * neither can be replaced later.
 * https://github.com/MicrosoftDocs/msteams-docs/blob/main/msteams-platform/bots/how-to/conversations/conversation-messages.md
 */
export function splitActivity(activity: BotActivity): readonly BotActivity[] {
  const both = Boolean(activity.text?.trim()) && (activity.attachments ?? []).length > 0;
  if (!both) return [activity];
  return [
    { ...activity, attachments: [] },
    { ...activity, text: '' },
  ];
}
