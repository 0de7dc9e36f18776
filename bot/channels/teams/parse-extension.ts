import { z } from 'zod';
import type {
  FormRequest,
  FormSubmission,
  Presser,
  SearchRequest,
  SharedAuthor,
  SharedMessage,
} from '#bot/conversation/beyond-chat/ports.ts';
import { searchKinds } from '#bot/reply/beyond-chat.ts';
import type { ActivitySchema } from './activity-schema.ts';
import { cleanText, cutText } from './clean-text.ts';
import { parseAddress } from './parse-address.ts';
import { readAt, readFrom, readLocale } from './parse-details.ts';
import { longestHtml, plainFromHtml } from './plain-from-html.ts';

/** What Teams sends for a message extension. */
export type ExtensionRequest =
  | { readonly kind: 'open-form'; readonly request: FormRequest }
  | { readonly kind: 'submit-form'; readonly submission: FormSubmission }
  | { readonly kind: 'search'; readonly request: SearchRequest };

/** As the manifest names them. */
const createCaseCommand = 'create-case';

const text = z.string().nullish();
const User = z.object({ id: text, displayName: text, userIdentityType: text });
/** MessageActionsPayload: https://learn.microsoft.com/javascript/api/botframework-schema/messageactionspayload */
const Payload = z.object({
  id: z.string().min(1).max(200),
  messageType: text,
  deleted: z.boolean().nullish(),
  from: z.object({ user: User.nullish(), application: z.unknown().optional() }).nullish().catch(null),
  body: z.object({ contentType: text, content: text }).nullish().catch(null),
  attachments: z
    .array(z.object({ contentType: text }))
    .nullish()
    .catch(null),
});
const Fetch = z.object({ commandId: z.literal(createCaseCommand), messagePayload: Payload });
const field = z.string().max(100_000).nullish();
const Submit = z.object({
  commandId: z.literal(createCaseCommand),
  data: z.object({
    ticket: z.string().max(8_000),
    text: field,
    site: field,
    category: field,
    hasFiles: z.boolean().nullish(),
  }),
});
const Query = z.object({
  commandId: z.enum(searchKinds),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown().optional() })).nullish(),
  queryOptions: z.object({ skip: z.number().int().nullish(), count: z.number().int().nullish() }).nullish(),
});

/** Teams' own page. */
const usualCount = 25;

/** Null: no request of a command of ours, or not in the shape that Teams gives it. */
export function parseExtension(activity: ActivitySchema, now: Date): ExtensionRequest | null {
  const { tenantId } = parseAddress(activity);
  const presser = {
    from: readFrom(activity),
    tenantId,
    locale: readLocale(activity),
    at: readAt(activity, now),
  };
  switch (activity.name) {
    case 'composeExtension/fetchTask':
      return parseFetch(activity, presser);
    case 'composeExtension/submitAction':
      return parseSubmission(activity, presser);
    case 'composeExtension/query':
      return parseQuery(activity, presser);
    default:
      return null;
  }
}

function parseFetch(activity: ActivitySchema, presser: Presser): ExtensionRequest | null {
  const parsed = Fetch.safeParse(activity.value);
  if (!parsed.success) return null;
  const { messagePayload } = parsed.data;
  return { kind: 'open-form', request: { ...presser, message: toMessage(messagePayload, activity) } };
}

function toMessage(payload: z.infer<typeof Payload>, activity: ActivitySchema): SharedMessage {
  const { content, contentType } = payload.body ?? {};
  const html = (content ?? '').slice(0, longestHtml);
  const words = contentType === 'text' ? cleanText(html) : plainFromHtml(html);
  const files = (payload.attachments ?? []).some((file) => file.contentType !== 'messageReference');
  return {
    id: payload.id,
    // In a channel the thread's own message hangs on the conversation's id.
    conversationId: activity.conversation.id.split(';')[0] ?? activity.conversation.id,
    author: authorOf(payload),
    text: payload.deleted ? '' : words,
    hasFiles: files || /<img\b/i.test(html.replace(/<img\b[^<>]*\bemoji/gi, '')),
  };
}

function authorOf({ from, messageType }: z.infer<typeof Payload>): SharedAuthor {
  const user = from?.user;
  if (!user || from.application || (messageType && messageType !== 'message')) return { kind: 'machine' };
  const type = user.userIdentityType ?? 'aadUser';
  if (type !== 'aadUser' && type !== 'onPremiseAadUser') return { kind: 'outsider' };
  const id = z.guid().safeParse(user.id?.toLowerCase()).data ?? null;
  return { kind: 'person', aadObjectId: id, name: cutText(cleanText(user.displayName ?? ''), 200) };
}

function parseSubmission(activity: ActivitySchema, presser: Presser): ExtensionRequest | null {
  const parsed = Submit.safeParse(activity.value);
  if (!parsed.success) return null;
  const { data } = parsed.data;
  return {
    kind: 'submit-form',
    submission: {
      ...presser,
      ticket: data.ticket,
      text: cutText(cleanText(data.text ?? ''), 20_000),
      siteId: data.site?.slice(0, 200) ?? '',
      category: data.category?.slice(0, 200) ?? '',
      hasFiles: data.hasFiles ?? false,
      address: parseAddress(activity),
    },
  };
}

/** The first search comes without words: a parameter named initialRun. */
function parseQuery(activity: ActivitySchema, presser: Presser): ExtensionRequest | null {
  const parsed = Query.safeParse(activity.value);
  if (!parsed.success) return null;
  const { commandId, parameters, queryOptions } = parsed.data;
  const words = parameters?.find(({ name }) => name === 'query')?.value;
  return {
    kind: 'search',
    request: {
      ...presser,
      what: commandId,
      words: typeof words === 'string' ? cutText(cleanText(words), 500) : '',
      skip: queryOptions?.skip ?? 0,
      take: queryOptions?.count ?? usualCount,
    },
  };
}
