import type { FaultKind } from './faults.ts';
import { faultKinds } from './faults.ts';
import { type TeamsFault, teamsFaults } from './teams.ts';

/** How long a run is, and how rough. Times in milliseconds. */
export type Length = {
  readonly handoffs: number;
  readonly atOnce: number;
  /** On the average somebody who speaks waits so long until the next one begins. */
  readonly think: number;
  readonly kinds: readonly FaultKind[];
  readonly pause: { readonly least: number; readonly more: number };
  readonly away: { readonly least: number; readonly more: number };
  readonly teams: { readonly share: number; readonly kinds: readonly TeamsFault[] };
  /** Of a hundred calls to the contractor so many go wrong. */
  readonly contractorShare: number;
  /** How fast the clock of the second replica is ahead. */
  readonly skew: number;
  /** How often a process says that it lives, and after what silence it is taken for dead. */
  readonly pulse: { readonly every: number; readonly deadAfter: number };
  readonly patience: number;
  readonly settlesWithin: number;
};

export const lengths: Record<'short' | 'long', Length> = {
  // Nothing here takes half a minute to heal, as what may have arrived does.
  short: {
    handoffs: 16,
    atOnce: 4,
    think: 300,
    kinds: ['kill between commit and send', 'postgres restarted', 'teams cut'],
    pause: { least: 300, more: 300 },
    away: { least: 300, more: 300 },
    teams: { share: 5, kinds: ['429'] },
    contractorShare: 0,
    // A job that a process with a fast clock plans is as much later for the others.
    skew: 20_000,
    pulse: { every: 300, deadAfter: 2_500 },
    patience: 10_000,
    settlesWithin: 120_000,
  },
  long: {
    handoffs: 1_000,
    atOnce: 10,
    // Teams takes two messages a second in one chat, and few technicians have all cards.
    think: 5_000,
    kinds: faultKinds,
    pause: { least: 1_000, more: 4_000 },
    away: { least: 500, more: 6_000 },
    teams: { share: 6, kinds: teamsFaults },
    contractorShare: 15,
    skew: 4 * 60_000,
    pulse: { every: 4_000, deadAfter: 20_000 },
    patience: 40_000,
    settlesWithin: 360_000,
  },
};
