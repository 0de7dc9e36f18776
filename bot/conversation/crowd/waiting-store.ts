import type { ConversationAddress } from '#bot/reply/address.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { IncomingMessage } from '../incoming-message.ts';

/** A message to be kept until there is time for it. */
export type ToKeep = {
  readonly message: IncomingMessage;
  /** Who shares turns: see lineOf. */
  readonly line: string;
  /** Whether its writer is told that it waits; an installation or an edit asks for no answer. */
  readonly asks: boolean;
};

/** `kept`: safe until it is answered. `known`: it waits already, or was answered. `full`: not kept. */
export type Kept = {
  readonly outcome: 'kept' | 'known' | 'full';
  /** The conversation has not been told so in this burst: this caller tells it. */
  readonly tell: boolean;
  /** What its talk is known by. */
  readonly language: ReplyLanguage | null;
  readonly introduced: boolean;
};

/** One that was taken up, with its place. */
export type TakenUp = {
  readonly place: string;
  /** From 1. */
  readonly attempt: number;
  readonly message: IncomingMessage;
};

export type Backlog = {
  readonly waiting: number;
  /** Seconds; 0: none waits. */
  readonly oldest: number;
};

/** Messages that wait, for all processes together. It keeps its own time. */
export type WaitingStore = {
  /** In the order in which they came; an answer for each. */
  keep(messages: readonly ToKeep[]): Promise<readonly Kept[]>;
  /**
   * Keeps one whose turn goes on: for a minute nobody takes it. Null: it is not kept. No place: it is answered already.
   */
  keepBeside(message: ToKeep): Promise<{ readonly place: string | null } | null>;
  /**
   * Takes up to `most` in fair order, of each conversation the first only and none that somebody has. Whoever took
   * them has a minute; then they are anybody's again.
   */
  take(most: number): Promise<readonly TakenUp[]>;
  /** They are answered. */
  finish(places: readonly string[]): Promise<void>;
  /** Not answered: to be taken up again, by anybody, after so many seconds. */
  giveBack(place: string, seconds: number): Promise<void>;
  /** Whether that conversation has not been told in this burst that it has enough waiting; it counts as told then. */
  isNews(address: ConversationAddress): Promise<boolean>;
  backlog(): Promise<Backlog>;
  /** Forgets who was told long ago. */
  tidy(): Promise<void>;
};
