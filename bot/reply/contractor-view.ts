/** Why a contractor sent a case back, as it is chosen on a card. */
export type BounceReasonView = 'not-in-agreement' | 'wrong-queue' | 'needs-on-site' | 'duplicate' | 'other';

/** That a contractor sent it back; instants are ISO 8601. */
export type BounceView = {
  readonly at: string;
  readonly reason: BounceReasonView;
  /** Theirs. */
  readonly words: string | null;
  /** Name of who reported it; null: their system. */
  readonly by: string | null;
};

/** How long a contractor had a case and what came of it, in minutes of their service hours. */
export type ContractorRecordView = {
  readonly name: string;
  readonly outcome: 'with-them' | 'resolved' | 'returned' | 'taken-back' | 'cancelled';
  readonly waited: number;
  /** Null: they promised nothing. */
  readonly promised: number | null;
  readonly dueAt: string | null;
  /** False: the promise is broken. */
  readonly kept: boolean | null;
  /** Until somebody there was heard; null: nobody yet. */
  readonly heardAfter: number | null;
  /** Waits while they had it. */
  readonly holds: readonly { readonly reason: string; readonly minutes: number; readonly stopped: boolean }[];
  readonly bounces: readonly BounceView[];
  readonly reopenings: number;
  /** What they said last; null: nothing. */
  readonly lastWords: string | null;
  /** They have it, and those words sound like "not ours". */
  readonly doubt: boolean;
};
