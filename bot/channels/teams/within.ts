export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** The work's result, or that it takes longer than so many milliseconds. The work goes on either way. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<InTime<T>> {
  const { promise, resolve } = Promise.withResolvers<InTime<T>>();
  const timer = setTimeout(() => resolve({ late: true }), milliseconds);
  const done = work.then((value): InTime<T> => ({ late: false, value }));
  try {
    return await Promise.race([done, promise]);
  } finally {
    clearTimeout(timer);
  }
}
