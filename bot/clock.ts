import type { Clock } from './app.ts';

/** The machine's clock, which can be moved: from a set instant it runs on at its own pace. */
export function createClock(realNow: () => Date = () => new Date()): Clock {
  let offset = 0;
  return {
    now: () => new Date(realNow().getTime() + offset),
    toMachineTime: (at) => new Date(at.getTime() - offset),
    set(instant) {
      offset = instant === null ? 0 : instant.getTime() - realNow().getTime();
    },
  };
}
