import { OutsideSystemFailed } from '#bot/errors.ts';

/**
 * For the SDK's own requests, which have no time limit and take no signal. What came too late is dropped.
 * @throws OutsideSystemFailed, retryable
 */
export function withTimeLimit<T>(work: Promise<T>, milliseconds: number, complaint: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<T>();
  const tooLate = () => reject(new OutsideSystemFailed(complaint, { retryable: true }));
  const timer = setTimeout(tooLate, milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
