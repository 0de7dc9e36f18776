/** What is counted while the month is played. */
export type Tally = {
  opened: number;
  presses: Record<'accepted' | 'declined' | 'silent' | 'late' | 'undeliverable', number>;
  sick: number;
  /** Minutes of the clock from the report until somebody had it, of those that a technician or dispatcher took. */
  taken: number[];
  promises: Record<'kept' | 'late' | 'changed' | 'given-up' | 'open', number>;
  /** By the number of people asked until somebody had it. */
  events: Map<string, number>;
};

export function newTally(): Tally {
  return {
    opened: 0,
    presses: { accepted: 0, declined: 0, silent: 0, late: 0, undeliverable: 0 },
    sick: 0,
    taken: [],
    promises: { kept: 0, late: 0, changed: 0, 'given-up': 0, open: 0 },
    events: new Map(),
  };
}
