import { z } from 'zod';

/** Teams leaves out what it has nothing to say about, and now and then sends null for it. */
const text = z.string().nullish();
/** Put into addresses and the database: what neither can hold (control characters, half a character) is no id. */
const id = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const Account = z.object({ id, name: text, aadObjectId: text });

/** Only the fields that are used, as documented in the Bot Framework's activity schema and by Teams. */
export const ActivitySchema = z.object({
  type: z.string().min(1),
  id: z.union([id, z.literal('')]).nullish(),
  timestamp: z.unknown().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id,
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: text }).nullish() })
    .nullish()
    .catch(null),
  locale: text.catch(null),
  text: text,
  name: text,
  action: text,
  replyToId: z
    .union([id, z.literal('')])
    .nullish()
    .catch(null),
  value: z.unknown().optional(),
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .nullish()
    .catch(null),
  reactionsAdded: z
    .array(z.object({ type: z.string() }))
    .nullish()
    .catch(null),
  attachments: z
    .array(
      z.object({
        contentType: text,
        name: text,
        contentUrl: text.catch(null),
        content: z.object({ downloadUrl: text }).nullish().catch(null),
      }),
    )
    .nullish()
    .catch(null),
  entities: z.array(z.record(z.string(), z.unknown())).nullish().catch(null),
});
export type ActivitySchema = z.infer<typeof ActivitySchema>;

/** The tenant that the activity says it comes from; 'conflicting' when it names two. */
export function readTenant(
  activity: Pick<ActivitySchema, 'conversation' | 'channelData'>,
): string | null | 'conflicting' {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
    .filter((id) => typeof id === 'string' && id !== '')
    .map((id) => String(id).toLowerCase());
  if (new Set(named).size > 1) return 'conflicting';
  return named[0] ?? null;
}
