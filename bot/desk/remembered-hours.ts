/** As much of the `opening_hours` package as is used. Dates show the desk's clock in their local getters. */
export type OpeningHours = {
  getState(local: Date): boolean;
  getNextChange(local: Date): Date | undefined;
};

/** From `from` up to `until` the hours neither begin nor end. */
type Stretch = { readonly from: number; readonly until: number; readonly isOpen: boolean };

const mostStretches = 100;

/**
 * The same answers, each worked out once: the package goes through every holiday of the year for each question, and
 * all day long the questions are about the same few stretches of the same few specs.
 */
export function rememberHours(hours: OpeningHours): OpeningHours {
  let stretches: Stretch[] = [];
  const stretchAt = (local: Date): Stretch => {
    const time = local.getTime();
    const known = stretches.find(({ from, until }) => from <= time && time < until);
    if (known !== undefined) return known;
    const until = hours.getNextChange(local)?.getTime() ?? Number.POSITIVE_INFINITY;
    const found = { from: time, until, isOpen: hours.getState(local) };
    // Another question may have met the same stretch further on.
    const others = stretches.filter((stretch) => stretch.until !== until);
    stretches = [found, ...others].slice(0, mostStretches);
    return found;
  };
  return {
    getState: (local) => stretchAt(local).isOpen,
    getNextChange(local) {
      const { until } = stretchAt(local);
      return until === Number.POSITIVE_INFINITY ? undefined : new Date(until);
    },
  };
}
