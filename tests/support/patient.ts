/**
 * How long a test waits for what must come: as long as the slowest machine may need, and less than a test may take, so
 * that a failure names what was waited for. What must not take long is measured otherwise: see `processor-time.ts`.
 */
export const patient = { timeout: 60_000, interval: 20 };
