import type { failedStatuses, turnKinds, turnOutcomes } from './metric-table.ts';

export type TurnKind = (typeof turnKinds)[number];
export type TurnOutcome = (typeof turnOutcomes)[number];
export type FailedStatus = (typeof failedStatuses)[number];

/** What the process tells of its own work. All in seconds. */
export type Measures = {
  /** The last message of a turn was sent, or put off. */
  readonly answered: (kind: TurnKind, seconds: number) => void;
  readonly turned: (kind: TurnKind, outcome: TurnOutcome) => void;
  readonly sent: () => void;
  readonly notSent: (status: FailedStatus, final: boolean) => void;
  readonly worked: (job: string, outcome: 'done' | 'failed', seconds: number) => void;
};

const nothing = () => undefined;
export const noMeasures: Measures = {
  answered: nothing,
  turned: nothing,
  sent: nothing,
  notSent: nothing,
  worked: nothing,
};

/** How it stands in the database: read when somebody looks, the same for every replica. */
export type DatabaseMeasures = {
  readonly jobs: readonly { readonly job: string; readonly waiting: number; readonly oldest: number }[];
  readonly givenUp: readonly { readonly job: string; readonly count: number }[];
  readonly outbox: readonly {
    readonly status: 'pending' | 'sending';
    readonly count: number;
    readonly oldest: number;
  }[];
  readonly offers: { readonly late: number; readonly inTime: number };
  readonly cases: readonly { readonly state: string; readonly holder: string; readonly count: number }[];
  readonly bytes: number;
  /** Seconds by which its clock is ahead of this machine's. */
  readonly clockAhead: number;
};

/** How this process stands to its database. */
export type PoolMeasures = {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  /** Since the start. */
  readonly waits: number;
  /** Seconds, since the start. */
  readonly waited: number;
};
