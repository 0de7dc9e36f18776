import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Sentence } from '#bot/reply/composed-answer.ts';
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
  /**
   * Begins a reply that grows while it is made; null where the channel cannot (only a person's own chat can). What it
   * shows meanwhile may be late or left out, so nothing of it is waited for and nothing throws.
   */
  openStream?(address: ConversationAddress, envelope: Envelope): ReplyStream | null;
};

export type ReplyStream = {
  /** All sentences so far. */
  show(sentences: readonly Sentence[]): void;
  /** The whole reply. @throws OutsideSystemFailed */
  end(envelope: Envelope): Promise<{ activityId: string | null }>;
};
