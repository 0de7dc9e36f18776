import type { CrowdLimits } from '#bot/conversation/crowd/crowd-limits.ts';
import type { TownSize } from './town.ts';

export type PlannedPhase = {
  readonly name: string;
  /** Messages a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Messages of one noisy person, all at once, at its beginning. */
  readonly noise: number;
};

export type Length = {
  readonly town: TownSize;
  readonly phases: readonly PlannedPhase[];
  /** Rates that are tried one after the other, for so many seconds each, until one is too much. */
  readonly search: { readonly rates: readonly number[]; readonly seconds: number } | null;
  readonly limits: Partial<CrowdLimits>;
  /** Milliseconds that a technician looks at a card. */
  readonly thinksFor: number;
  /** Milliseconds until everything must be answered. */
  readonly settlesWithin: number;
};

/** A small town in proportion, whose processes take little at once, so that it meets what the large one does. */
export const shortLength: Length = {
  town: { staff: 800, sites: 36, technicians: 8, notes: 150 },
  phases: [
    { name: 'early', rate: 10, seconds: 1.5, noise: 0 },
    { name: 'peak', rate: 50, seconds: 1.5, noise: 45 },
    { name: 'after', rate: 10, seconds: 1, noise: 0 },
  ],
  search: null,
  limits: { atOnce: 3, takenUpAtOnce: 3, crowdedAfter: 100, patience: 250 },
  thinksFor: 500,
  settlesWithin: 60_000,
};

/** A Monday morning of so many minutes: 60 a second, and 200 a second for half a minute in its middle, times `scale`. */
export function longLength(minutes: number, scale = 1): Length {
  const around = Math.max(10, (minutes * 60 - 30) / 2);
  return {
    town: { staff: 20_000, sites: 900, technicians: 40, notes: 4_000 },
    phases: [
      { name: 'morning', rate: 60 * scale, seconds: around, noise: 0 },
      { name: 'peak', rate: 200 * scale, seconds: 30, noise: 60 },
      { name: 'after', rate: 60 * scale, seconds: around, noise: 0 },
    ],
    search: { rates: [5, 10, 20, 30, 40, 50, 60, 80, 100, 120, 150], seconds: 10 },
    limits: {},
    thinksFor: 8_000,
    settlesWithin: 30 * 60_000,
  };
}
