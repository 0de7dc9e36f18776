import { OutsideSystemFailed } from '#bot/errors.ts';
import { type DueAlert, dueAlert, recordAlert } from '#bot/handoff/call-out.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';

type AlertJob = Extract<JobRequest, { name: 'alert' }>['data'];

/**
 * Calls somebody out by SMS or phone, if a way is set. What can be tried again is thrown, so that the queue does
 * so until the offer is answered or over; the escalation goes its own way meanwhile.
 * @throws OutsideSystemFailed
 */
export async function raiseAlert(ports: JobHandlerPorts, job: AlertJob): Promise<void> {
  const { alert, storage, logger } = ports;
  if (!alert) return;
  const due = await dueAlert(storage.stores, await contextNow(ports), job);
  if (due === null) return;
  const { phone } = due;
  const ids = { caseId: job.caseId, offerId: job.offerId };
  if (phone === null) {
    logger.warn(ids, 'Nobody can be called out: the desk knows no phone number.');
    return keep(ports, job, due, 'no-phone');
  }
  try {
    await alert.raise({ ...callOf(due), phone });
  } catch (error) {
    if (!(error instanceof OutsideSystemFailed)) throw error;
    logger.warn({ ...ids, retryable: error.retryable, error: error.message }, 'A call-out was not taken.');
    if (error.retryable) return tryAgain(ports, job, error);
    return keep(ports, job, due, 'refused');
  }
  logger.info(ids, 'Somebody was called out.');
  await keep(ports, job, due, null);
}

/** When the other side said when, then; else the queue decides. */
async function tryAgain(
  { storage, now }: JobHandlerPorts,
  data: AlertJob,
  error: OutsideSystemFailed,
): Promise<void> {
  if (error.retryAfter === null) throw error;
  const startAfter = new Date(now().getTime() + error.retryAfter);
  await storage.stores.jobs.enqueue({ name: 'alert', data }, { startAfter });
}

function callOf({ text, caseNumber, level, key, at }: DueAlert) {
  return { text, caseNumber, level, key, at };
}

async function keep(
  ports: JobHandlerPorts,
  { caseId }: AlertJob,
  due: DueAlert,
  failure: 'no-phone' | 'refused' | null,
): Promise<void> {
  const ctx = await contextNow(ports);
  await ports.storage.transaction((stores) => recordAlert(stores, ctx, { caseId, due, failure }));
}
