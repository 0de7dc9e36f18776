import type { Case } from '#bot/handoff/case.ts';
import type { Contact, HandoffStores } from '#bot/handoff/stores.ts';
import type { ConversationState } from './conversation-state.ts';

/** What is known when a message comes, as of one moment. */
export type TurnBasis = {
  /** Null: this person never said anything in this conversation. */
  readonly state: ConversationState | null;
  readonly contact: Contact | null;
  /** As CaseStore.casesOf gives them. */
  readonly cases: Case[];
  /** As CaseStore.openCountByTechnician gives them. */
  readonly openCases: Map<string, number>;
  /** Whether this activity was taken before. Absent: nobody asked. */
  readonly seen?: boolean;
  /** Whether messages of this conversation were kept for later and still wait. Absent: nothing is kept here. */
  readonly waits?: boolean;
};

export type ConversationStore = {
  /** All that a turn rests on, in one question to the database. `since`: for cases that are closed. */
  readBasis(of: {
    channel: string;
    conversationId: string;
    personUpn: string;
    since: Date;
    activityId?: string;
  }): Promise<TurnBasis>;
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

export type Known = { readonly cases: readonly Case[]; readonly seen?: boolean };

/** Reads and single writes outside a transaction go through `stores`; what belongs together through `transaction`. */
export type Storage = {
  readonly stores: Stores;
  /**
   * All or nothing. Never wait for the network or a model inside: the embedded engine has one connection.
   * Throwing rolls back. It may be begun anew when somebody else was first, so `work` changes nothing but the stores.
   * `known`: what was read a moment before, and need not be read again; whoever saves it finds out if it is old.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>, known?: Known): Promise<T>;
};
