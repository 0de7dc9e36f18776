import { z } from 'zod';

/** Where something is sent: raw ids only, never an SDK object. */
export const ConversationAddress = z.object({
  channel: z.enum(['msteams', 'simulator']),
  conversationId: z.string(),
  conversationType: z.enum(['personal', 'groupChat', 'channel']),
  tenantId: z.string().nullable(),
  /** From an authenticated activity, never from cards, notes or people. */
  serviceUrl: z.string(),
  /** The bot's own id in that channel. */
  botId: z.string(),
  /** The person's id in that channel (Teams: `29:…`). */
  userId: z.string(),
});
export type ConversationAddress = Readonly<z.infer<typeof ConversationAddress>>;
