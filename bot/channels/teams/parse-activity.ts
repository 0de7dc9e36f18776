import type { z } from 'zod';
import type { IncomingMessage, Press, Revision } from '#bot/conversation/incoming-message.ts';
import type { Feedback } from '#bot/conversation/take-feedback.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import { ActivitySchema } from './activity-schema.ts';
import { cleanText, cutText } from './clean-text.ts';
import type { FileSource } from './fetch-file.ts';
import { parseAddress } from './parse-address.ts';
import {
  readAt,
  readAttachments,
  readFileSources,
  readFrom,
  readLocale,
  readStamp,
} from './parse-details.ts';
import { type ExtensionRequest, parseExtension } from './parse-extension.ts';
import { parseReaction, parseThumb } from './parse-feedback.ts';
import { parseExecute, parseSubmit } from './parse-press.ts';
import { stripMention } from './strip-mention.ts';

/** Far beyond any report that a person writes; the rest is kept out of search, storage and cards. */
export const longestText = 20_000;

export type ParsedActivity =
  /** `cardId`: the message that holds the pressed card, when Teams names it. */
  | {
      readonly kind: 'message';
      readonly message: IncomingMessage;
      readonly invoke: boolean;
      readonly cardId: string | null;
      /** Where each of the message's attachments is to be had. */
      readonly files: readonly (FileSource | null)[];
    }
  | {
      readonly kind: 'uninstalled';
      readonly address: ConversationAddress;
      readonly from: IncomingMessage['from'];
    }
  | { readonly kind: 'feedback'; readonly feedback: Feedback | null; readonly invoke: boolean }
  /** Something done outside the chat with Vaktis: it is answered where it was done, and nowhere else. */
  | { readonly kind: 'extension'; readonly request: ExtensionRequest }
  /** Nothing that Vaktis acts on. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /** Not what it should be. `address` is set when somebody is there to be told. */
  | {
      readonly kind: 'refused';
      readonly reason: 'malformed' | 'unknown-press';
      /** Names of the faulty fields, never what they hold. */
      readonly fields: readonly string[];
      readonly address: ConversationAddress | null;
      readonly locale: string | null;
      readonly invoke: boolean;
    };

/** Translates what Teams posted. Never throws; `now` is used when the activity has no good time of its own. */
export function parseActivity(body: unknown, now: Date): ParsedActivity {
  const parsed = ActivitySchema.safeParse(body);
  if (!parsed.success) return malformed(parsed.error);
  const activity = parsed.data;
  // Bots have ids that begin with 28: – answering one could go on for ever.
  if (activity.from.id.startsWith('28:')) return { kind: 'ignored', reason: 'from a bot' };
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, now);
    case 'invoke':
      return parseInvoke(activity, now);
    case 'messageUpdate':
      return parseRevision(activity, now, 'edited');
    case 'messageDelete':
      return parseRevision(activity, now, 'deleted');
    case 'messageReaction':
      return { kind: 'feedback', feedback: parseReaction(activity, now), invoke: false };
    case 'installationUpdate':
      return parseInstallation(activity, now);
    case 'conversationUpdate':
      return addsBot(activity) ? parseArrival(activity, now) : { kind: 'ignored', reason: activity.type };
    default:
      return { kind: 'ignored', reason: activity.type.slice(0, 40) };
  }
}

function malformed(error: z.ZodError): ParsedActivity {
  const fields = error.issues.map((issue) => issue.path.join('.'));
  return { kind: 'refused', reason: 'malformed', fields, address: null, locale: null, invoke: false };
}

function refuse(
  activity: ActivitySchema,
  reason: 'malformed' | 'unknown-press',
  field: string,
): ParsedActivity {
  return {
    kind: 'refused',
    reason,
    fields: [field],
    address: parseAddress(activity),
    locale: readLocale(activity),
    invoke: activity.type === 'invoke',
  };
}

function parseMessage(activity: ActivitySchema, now: Date): ParsedActivity {
  const text = cleanText(stripMention(activity));
  if (activity.value === undefined || activity.value === null) return toMessage(activity, now, { text });
  const press = parseSubmit(activity.value);
  if (press) return toMessage(activity, now, { press });
  // A button of somebody else's card may say something beside its data: then that is the message.
  return text ? toMessage(activity, now, { text }) : refuse(activity, 'unknown-press', 'value');
}

function parseInvoke(activity: ActivitySchema, now: Date): ParsedActivity {
  if (activity.name === 'message/submitAction')
    return { kind: 'feedback', feedback: parseThumb(activity, now), invoke: true };
  const extension = parseExtension(activity, now);
  if (extension) return { kind: 'extension', request: extension };
  if (activity.name !== 'adaptiveCard/action') return { kind: 'ignored', reason: 'invoke' };
  const press = parseExecute(activity.value);
  return press ? toMessage(activity, now, { press }) : refuse(activity, 'unknown-press', 'value');
}

/**
 * Teams names the message by its own id, which was seen before: the change gets one of its own. Teams sends an
 * update for a message brought back, too; its words are then what they were.
 */
function parseRevision(activity: ActivitySchema, now: Date, how: Revision['how']): ParsedActivity {
  const { id: messageId } = activity;
  if (!messageId) return { kind: 'ignored', reason: 'a change of no message' };
  const at = readStamp(activity, now).toISOString();
  const text = how === 'edited' ? cleanText(stripMention(activity)) : '';
  const changed = { ...activity, id: `${how}:${messageId}:${at}`, attachments: [] };
  return toMessage(changed, now, { text, revises: { messageId, how } });
}

function parseInstallation(activity: ActivitySchema, now: Date): ParsedActivity {
  if (activity.action?.startsWith('add')) return parseArrival(activity, now);
  if (!activity.action?.startsWith('remove')) return { kind: 'ignored', reason: 'installationUpdate' };
  const address = parseAddress(activity);
  if (address.conversationType !== 'personal') return { kind: 'ignored', reason: 'removed from a group' };
  return { kind: 'uninstalled', address, from: readFrom(activity) };
}

function addsBot(activity: ActivitySchema): boolean {
  return activity.membersAdded?.some((member) => member.id === activity.recipient.id) ?? false;
}

/**
 * Teams tells of one installation twice, as installationUpdate and as conversationUpdate, in either order.
 * Both get the same id, so that the second is a redelivery and the welcome is said once (a day).
 */
function parseArrival(activity: ActivitySchema, now: Date): ParsedActivity {
  const day = readStamp(activity, now).toISOString().slice(0, 10);
  return toMessage({ ...activity, id: `installed:${day}` }, now, { installed: true });
}

function toMessage(
  activity: ActivitySchema,
  now: Date,
  said: { text?: string; press?: Press; installed?: boolean; revises?: Revision },
): ParsedActivity {
  if (!activity.id) return refuse(activity, 'malformed', 'id');
  const text = said.text ?? '';
  const message: IncomingMessage = {
    id: activity.id,
    address: parseAddress(activity),
    from: readFrom(activity),
    at: readAt(activity, now),
    text: cutText(text, longestText),
    truncated: text.length > longestText,
    locale: readLocale(activity),
    attachments: said.press ? [] : readAttachments(activity),
    press: said.press ?? null,
    installed: said.installed ?? false,
    ...(said.revises ? { revises: said.revises } : {}),
  };
  return {
    kind: 'message',
    message,
    invoke: activity.type === 'invoke',
    cardId: activity.replyToId || null,
    files: said.press ? [] : readFileSources(activity),
  };
}
