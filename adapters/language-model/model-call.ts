import type { FailureKind } from './chat-client.ts';

export const purposes = [
  'understand',
  'compose',
  'summarise',
  'translate',
  'draft-note',
  'name-cluster',
  'check',
] as const;
export type Purpose = (typeof purposes)[number];

export type CallOutcome = 'ok' | FailureKind | 'over-budget' | 'resting';

/** One call of the model, or one that the leash held back, as it is recorded. */
export type ModelCall = {
  readonly id: string;
  readonly at: Date;
  readonly purpose: Purpose;
  readonly model: string;
  /** Name and version. */
  readonly prompt: string;
  readonly upn: string | null;
  readonly caseId: string | null;
  readonly outcome: CallOutcome;
  /** Requests that were sent: a hedged one is the second. */
  readonly requests: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** In the desk's money; 0 where no price is set. */
  readonly cost: number;
  /** Milliseconds; null: there was none. */
  readonly firstTokenAfter: number | null;
  readonly took: number;
  /** What was sent and answered, masked; null unless the desk keeps it. */
  readonly sent: string | null;
  readonly answered: string | null;
};

/** Tokens that were taken since two moments. */
export type Spent = {
  readonly personToday: number;
  readonly deskToday: number;
  readonly deskThisMonth: number;
};

/** Where calls are kept. */
export type ModelCallStore = {
  add(call: ModelCall): Promise<void>;
  /** `upn` null: of nobody in particular. */
  spent(of: {
    readonly upn: string | null;
    readonly dayFrom: Date;
    readonly monthFrom: Date;
  }): Promise<Spent>;
  /** What was called for this person lately, and for no case, was for this one. */
  giveToCase(of: { readonly caseId: string; readonly upn: string; readonly since: Date }): Promise<void>;
  /** By case, for those that had calls since. */
  costs(since: Date): Promise<{ readonly cases: number; readonly cost: number }>;
};

/** What counts calls as they happen. */
export type ModelMeter = { called(call: ModelCall): void };
