/** Where something is sent: raw ids only, never an SDK object. */
export type ConversationAddress = {
  readonly channel: 'msteams' | 'simulator';
  readonly conversationId: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string | null;
  /** From an authenticated activity, never from cards, notes or people. */
  readonly serviceUrl: string;
  /** The bot's own id in that channel. */
  readonly botId: string;
  /** The person's id in that channel (Teams: `29:…`). */
  readonly userId: string;
};
