export type Length = {
  readonly conversations: readonly number[];
  /** How often each server has its turn at each number of conversations. */
  readonly rounds: number;
  /** Seconds of one turn of one server. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly starts: number;
  /** People who report, beside the demo district's own. */
  readonly staff: number;
};

export const lengths = {
  full: { conversations: [1, 20, 100], rounds: 5, seconds: 2, warmUpSeconds: 6, starts: 3, staff: 4_000 },
  short: { conversations: [1, 20, 100], rounds: 2, seconds: 1, warmUpSeconds: 3, starts: 1, staff: 1_000 },
} satisfies Record<string, Length>;
