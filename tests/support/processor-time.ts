/**
 * Milliseconds of processor time that the work takes on this thread: the same however many others want the machine, which
 * no clock on the wall is.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
