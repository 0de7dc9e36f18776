/** Failures in a row after which an endpoint is left alone for a while. */
const mostFailures = 3;
const restFor = 30_000;

export type CircuitBreaker = {
  /** False: it failed lately, do not ask. After the rest one question is let through. */
  mayAsk(): boolean;
  /** The same without asking: whether it is left alone at the moment. */
  rests(): boolean;
  /** @returns true when this changed something worth a line in the log. */
  worked(): boolean;
  failed(): boolean;
};

/** `elapsed`: milliseconds on a steady clock. */
export function createCircuitBreaker(elapsed: () => number): CircuitBreaker {
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    mayAsk() {
      if (failures < mostFailures) return true;
      if (elapsed() < restsUntil) return false;
      restsUntil = elapsed() + restFor;
      return true;
    },
    rests: () => failures >= mostFailures && elapsed() < restsUntil,
    worked() {
      const wasOpen = failures >= mostFailures;
      failures = 0;
      return wasOpen;
    },
    failed() {
      failures += 1;
      restsUntil = elapsed() + restFor;
      return failures === mostFailures;
    },
  };
}
