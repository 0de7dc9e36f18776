import type { HandoffStores } from '#bot/handoff/stores.ts';
import type { ConversationState } from './conversation-state.ts';

export type ConversationStore = {
  get(channel: string, conversationId: string, personUpn: string): Promise<ConversationState | null>;
  /** Stores the change if nobody stored another since it was read; false = somebody did. */
  save(state: ConversationState): Promise<boolean>;
  /** True the first time an activity of this conversation is seen; false for a redelivery. */
  remember(activity: {
    channel: string;
    conversationId: string;
    activityId: string;
    at: Date;
  }): Promise<boolean>;
};

export type Stores = HandoffStores & { readonly conversations: ConversationStore };

/** Reads and single writes outside a transaction go through `stores`; what belongs together through `transaction`. */
export type Storage = {
  readonly stores: Stores;
  /**
   * All or nothing. Never wait for the network or a model inside: the embedded engine has one connection.
   * Throwing rolls back.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
};
