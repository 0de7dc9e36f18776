import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';

/** How something reaches a person in their chat. Implemented by the channel. */
export type Notifier = {
  /**
   * Sends one reply. With `replaces` the card with that id is replaced in place.
   * An address with an empty conversationId is a first contact: the conversation is made.
   * @returns the channel's id of what was sent, when it gives one; `conversationId` when one was made, to be kept.
   * @throws OutsideSystemFailed; not retryable when the person cannot be reached (not installed, blocked).
   */
  send(message: {
    address: ConversationAddress;
    envelope: Envelope;
    replaces: string | null;
  }): Promise<{ activityId: string | null; conversationId?: string }>;
};
