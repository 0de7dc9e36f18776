export type Lanes = {
  /**
   * Runs the work of one lane one after the other, in the order of the calls; lanes run side by side. Each work
   * hears what the one before it in the line, if there was one, failed with.
   */
  run<T>(lane: string, work: (failedBefore: unknown) => Promise<T>): Promise<T>;
};

/** Work that must not overtake or overlap: a chat's messages, a case's tickets, a conversation's turns. */
export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(lane, work) {
      const before = last.get(lane) ?? Promise.resolve(null);
      const mine = before.then(work);
      const settled = mine.then(
        () => null,
        (error: unknown) => error,
      );
      last.set(lane, settled);
      try {
        return await mine;
      } finally {
        if (last.get(lane) === settled) last.delete(lane);
      }
    },
  };
}
