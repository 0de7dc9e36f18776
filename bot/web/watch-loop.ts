export type LoopWatch = {
  /** Whether it stood still for long a short while ago: whoever asks is answered only after it. */
  readonly isBlocked: () => boolean;
  readonly stop: () => void;
};

/** Milliseconds. */
const lookEvery = 500;
/** So late: a person has waited for it. */
const longest = 2_000;
/** So long it counts, so that the one who asks every few seconds hears of it. */
const remembered = 10_000;

/** Looks whether the event loop comes to what is due: while it is blocked nobody is answered at all. */
export function watchLoop({ elapsed }: { readonly elapsed: () => number }): LoopWatch {
  let due = elapsed() + lookEvery;
  let blockedAt: number | null = null;
  const look = () => {
    const now = elapsed();
    if (now - due > longest) blockedAt = now;
    due = now + lookEvery;
  };
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return {
    isBlocked() {
      const now = elapsed();
      // Asked before the look that is late.
      if (now - due > longest) return true;
      return blockedAt !== null && now - blockedAt < remembered;
    },
    stop: () => clearInterval(timer),
  };
}
