import type { Allowance } from './allowance.ts';

/** How much is taken at once, and when it is too much. Times in milliseconds. */
export type CrowdLimits = {
  /** Turns that are thought and stored at the same time; more only wait for each other inside. */
  readonly atOnce: number;
  /** Of what had to wait, turns that are under way at once: few, so that taking new messages stays quick. */
  readonly takenUpAtOnce: number;
  /** While somebody has waited for a turn for so long, whoever comes is told that it takes a while. */
  readonly crowdedAfter: number;
  /** Whoever has waited for so long is told so too. */
  readonly patience: number;
  /** Messages of one conversation that may wait. */
  readonly mostWaiting: number;
  /** Messages of one person, in all their conversations together; what is more is not taken. */
  readonly person: Allowance;
  /** Messages of one tenant; what is more waits until there is time, however empty it is here. */
  readonly tenant: Allowance;
  /** What people do outside their chat, searches and forms: of one person, and of one tenant's people together. */
  readonly beyond: { readonly person: Allowance; readonly tenant: Allowance };
  /** A process where somebody has waited for so long can neither answer nor keep. */
  readonly stuckAfter: number;
};

/**
 * On two cores a turn takes some ten milliseconds of processor time, so that those who are inside are through in a
 * quarter of a second. The times leave whoever wrote with a sign of life in three seconds.
 */
export const usualLimits: CrowdLimits = {
  atOnce: 24,
  takenUpAtOnce: 6,
  crowdedAfter: 1_000,
  patience: 2_000,
  mostWaiting: 20,
  person: { burst: 120, perSecond: 2 },
  // A town of 20,000 writes 200 in a second at its worst.
  tenant: { burst: 12_000, perSecond: 400 },
  // Teams searches while somebody types, at most twice a second or so.
  beyond: { person: { burst: 120, perSecond: 2 }, tenant: { burst: 6_000, perSecond: 200 } },
  stuckAfter: 30_000,
};
