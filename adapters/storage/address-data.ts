import { z } from 'zod';
import type { ConversationAddress } from '#bot/reply/address.ts';

/** Where something is sent, as jsonb holds it. */
export const Address = z.object({
  channel: z.enum(['msteams', 'simulator']),
  conversationId: z.string(),
  conversationType: z.enum(['personal', 'groupChat', 'channel']),
  tenantId: z.string().nullable(),
  serviceUrl: z.string(),
  botId: z.string(),
  userId: z.string(),
}) satisfies z.ZodType<ConversationAddress>;
