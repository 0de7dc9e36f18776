import type { z } from 'zod';

/** What one call takes: what the model is to do, and the data it is to do it with. */
export type ChatMessages = { readonly system: string; readonly user: string };

export type Usage = { readonly tokensIn: number; readonly tokensOut: number };

export type Structured<T> = { readonly value: T; readonly usage: Usage; readonly content: string };
export type Streamed = { readonly usage: Usage; readonly content: string };

/** An endpoint that speaks OpenAI's language. Each request is sent once: who calls decides on another. */
export type ChatClient = {
  /** An answer of that shape. @throws ModelFailed */
  ask<T>(
    messages: ChatMessages,
    schema: z.ZodType<T>,
    limits: { readonly signal: AbortSignal; readonly name: string },
  ): Promise<Structured<T>>;
  /** Text as it comes. @throws ModelFailed, also when the stream ends before the answer does. */
  stream(
    messages: ChatMessages,
    limits: { readonly signal: AbortSignal; readonly onText: (piece: string) => void },
  ): Promise<Streamed>;
};

export type FailureKind =
  /** The same may work after a while. */
  | 'later'
  /** Slower than a person waits. */
  | 'slow'
  /** It answered, but with something else than was asked for. */
  | 'nonsense'
  /** The stream ended, or fell silent, in the middle. */
  | 'cut'
  /** It will not answer this: its own filter. */
  | 'refused'
  /** It gave its instructions, or the marks around the data, away: nothing of what it said is used. */
  | 'leaked'
  /** Whoever listens has heard enough. */
  | 'stopped'
  /** Address, model or key are wrong. */
  | 'settings';

/** Why there is no answer; never with any of the text. */
export class ModelFailed extends Error {
  override readonly name = 'ModelFailed';
  readonly kind: FailureKind;
  /** Milliseconds to wait, where the endpoint says so. */
  readonly retryAfter: number | null;

  constructor(message: string, kind: FailureKind, retryAfter: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

/** Four letters to a token: for endpoints that do not count. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
