import type { Envelope } from '#bot/reply/reply.ts';
import type { Decision, Triage } from '#bot/triage/triage-result.ts';
import type { IncomingMessage } from './incoming-message.ts';

/** What the turn did to the person's case. */
export type CaseEffect =
  | 'none'
  | 'opened'
  | 'unchanged'
  | 'updated'
  | 'solved'
  | 'cancelled'
  | 'reopened'
  | 'joined';

/** One turn of a conversation, after it was stored. The replies are sent through the outbox, not by the caller. */
export type TurnResult = {
  /** False: a redelivery, nothing was done and nothing is said. */
  readonly handled: boolean;
  readonly replies: readonly Envelope[];
  /** What the press is answered with in its card's place; null for a message. Also among `replies` unless it replaces the card. */
  readonly pressAnswer: Envelope | null;
  readonly decision: Decision | null;
  /** The triage that the turn rests on, when there was one. */
  readonly triage: Triage | null;
  readonly caseEffect: CaseEffect;
  readonly caseId: string | null;
};

/** What a channel calls with each message. Never throws for bad input: the person gets a reply that says what to do. */
export type ReceiveMessage = (message: IncomingMessage) => Promise<TurnResult>;
