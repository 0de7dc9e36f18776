import type { JobHandlerPorts } from './ports.ts';

const usualDays = 90;
const day = 24 * 60 * 60_000;

/** Pictures and files outlive their case by so many days, and then are gone: they may show anything. */
export async function forgetFiles({
  storage,
  now,
  logger,
  keepFilesForDays,
}: JobHandlerPorts): Promise<number> {
  const before = new Date(now().getTime() - (keepFilesForDays ?? usualDays) * day);
  const count = await storage.stores.attachments.forget(before);
  if (count > 0) logger.info({ count }, 'Files of cases that ended long ago were deleted.');
  return count;
}
