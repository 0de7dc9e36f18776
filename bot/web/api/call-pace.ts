import { type Allowance, createAllowances } from '#bot/conversation/crowd/allowance.ts';

export type CallLimits = {
  readonly person: Allowance;
  /** Everybody who signs in, together. */
  readonly everybody: Allowance;
};

/** Far more than anybody clicks, and far less than what a program of theirs would take from the others. */
const usualCallLimits: CallLimits = {
  person: { burst: 200, perSecond: 20 },
  everybody: { burst: 2_000, perSecond: 200 },
};

export type CallPace = {
  /** Null: it may pass, and is counted. Else the milliseconds until it may. */
  take(upn: string): number | null;
};

/** Counts calls of this process alone. `elapsed`: milliseconds on a clock that never jumps. */
export function createCallPace(elapsed: () => number, limits: CallLimits = usualCallLimits): CallPace {
  const people = createAllowances(limits.person, elapsed);
  const everybody = createAllowances(limits.everybody, elapsed);
  return {
    take(upn) {
      const wait = Math.max(people.wait(upn), everybody.wait(''));
      if (wait > 0) return wait;
      people.use(upn);
      everybody.use('');
      return null;
    },
  };
}
