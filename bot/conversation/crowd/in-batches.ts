/**
 * The first is done at once; what comes meanwhile is done together when that is over. So when much comes at once few
 * questions are asked, and nobody waits longer than for the one before. One answer for each item, in order.
 */
export function inBatches<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
  most: number,
): (item: T) => Promise<R> {
  type Waiting = { readonly item: T; readonly settle: PromiseWithResolvers<R> };
  const waiting: Waiting[] = [];
  let busy = false;
  const goOn = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await settle(waiting.splice(0, most));
    busy = false;
  };
  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await work(batch.map(({ item }) => item));
      for (const [index, one] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) one.settle.reject(new Error('There was no answer for one of a batch.'));
        else one.settle.resolve(answer);
      }
    } catch (error) {
      for (const one of batch) one.settle.reject(error);
    }
  };
  return (item) => {
    const settle = Promise.withResolvers<R>();
    waiting.push({ item, settle });
    void goOn();
    return settle.promise;
  };
}
