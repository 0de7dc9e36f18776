import { isDeepStrictEqual } from 'node:util';
import type { Category } from '#bot/desk/category.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';
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

export type Matter = {
  readonly siteId: string | null;
  readonly category: Category | null;
  readonly level: PriorityLevel | null;
  /** Best first. */
  readonly noteIds: readonly string[];
  readonly responsible: {
    readonly kind: 'technician' | 'contractor' | 'dispatcher';
    readonly id: string;
  } | null;
};

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
  /** What it was about: from the triage, or from the case that the turn touched. */
  readonly matter: Matter | null;
  readonly caseEffect: CaseEffect;
  readonly caseId: string | null;
};

/** What takes the pressed card's place; null when the answer is a message of its own, which the outbox sends. */
export function replacementOf(result: Pick<TurnResult, 'pressAnswer' | 'replies'>): Envelope | null {
  const { pressAnswer, replies } = result;
  const saidAnyway = replies.some((reply) => isDeepStrictEqual(reply.content, pressAnswer?.content));
  return saidAnyway ? null : pressAnswer;
}

/** What a channel calls with each message. Never throws for bad input: the person gets a reply that says what to do. */
export type ReceiveMessage = (message: IncomingMessage) => Promise<TurnResult>;
