import { OutsideSystemFailed } from '#bot/errors.ts';
import {
  type ContractorStep,
  nextContractorStep,
  recordContractorFailure,
  recordSent,
} from '#bot/handoff/contractor-handover.ts';
import { beginToFollow } from './follow-contractor.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';

/** More steps than a case can have at once: a stop for a loop that does not end. */
const mostSteps = 50;
const minute = 60_000;
/** Minutes until the next try, by failures in a row; after the last it stays so. */
const pauses = [1, 2, 5, 15, 30, 60] as const;

/**
 * Gives a case, and then what was said later, to the contractor's system. While that is away it is tried again
 * for as long as it takes; people are told after a few failures.
 */
export async function sendToContractor(ports: JobHandlerPorts, caseId: string): Promise<void> {
  for (let n = 0; n < mostSteps; n += 1) {
    const step = await nextStep(ports, caseId);
    if (step === null) return;
    const sent = await trySend(ports, caseId, step);
    if (!sent) return;
  }
}

/** Whether their system takes files is known once it is known who they are. */
async function nextStep(ports: JobHandlerPorts, caseId: string): Promise<ContractorStep | null> {
  const ctx = await contextNow(ports);
  const { stores } = ports.storage;
  const step = await nextContractorStep(stores, ctx, { caseId, files: true });
  const takesFiles = step === null || ports.connectors(step.contractor).attach !== undefined;
  return takesFiles ? step : nextContractorStep(stores, ctx, { caseId, files: false });
}

async function trySend(ports: JobHandlerPorts, caseId: string, step: ContractorStep): Promise<boolean> {
  try {
    const contractorReference = await hand(ports, step);
    const ctx = await contextNow(ports);
    const recorded = await ports.storage.transaction((stores) =>
      recordSent(stores, ctx, { caseId, step, contractorReference }),
    );
    await ports.deliverer.deliverAll(recorded.deliveryIds);
    if (step.comment === null && step.fileId === null) await beginToFollow(ports, step.contractor.id);
    return true;
  } catch (error) {
    if (!(error instanceof OutsideSystemFailed)) throw error;
    await onFailure(ports, { caseId, step, error });
    return false;
  }
}

/** The network, outside any transaction. */
async function hand(
  ports: JobHandlerPorts,
  { contractor, ticket, comment, reopens, fileId }: ContractorStep,
): Promise<string | null> {
  const connector = ports.connectors(contractor);
  const known = ticket.case.contractorReference;
  if (fileId !== null) await handFile(ports, { contractor, ticket, fileId });
  else if (comment === null) return (await connector.create(ticket, contractor)).contractorReference;
  else if (reopens && connector.reopen) await connector.reopen(ticket, contractor, comment);
  else await connector.comment(ticket, contractor, comment);
  return known;
}

type FileStep = Pick<ContractorStep, 'contractor' | 'ticket'> & { readonly fileId: string };

/** Under the name that the boundary let through. One that is not kept any more is passed over. */
async function handFile(ports: JobHandlerPorts, { contractor, ticket, fileId }: FileStep): Promise<void> {
  const file = await ports.storage.stores.attachments.get(fileId);
  const name = ticket.case.packet.attachments.find(({ id }) => id === fileId)?.name;
  if (file === null || name === undefined) return;
  await ports.connectors(contractor).attach?.(ticket, contractor, { ...file, name });
}

async function onFailure(
  ports: JobHandlerPorts,
  { caseId, step, error }: { caseId: string; step: ContractorStep; error: OutsideSystemFailed },
): Promise<void> {
  const contractorId = step.contractor.id;
  const data = { caseId, contractorId, retryable: error.retryable, error: error.message };
  ports.logger.warn(data, 'A contractor did not take a case.');
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction(async (stores) => {
    const failed = await recordContractorFailure(stores, ctx, {
      caseId,
      step,
      final: !error.retryable,
      ambiguous: error.ambiguous,
    });
    if (error.retryable) {
      const startAfter = new Date(ctx.at.getTime() + pauseAfter(failed.failures, error.retryAfter));
      await stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId } }, { startAfter });
    }
    return failed;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

function pauseAfter(failures: number, retryAfter: number | null): number {
  const pause = (pauses[Math.min(failures, pauses.length) - 1] ?? 60) * minute;
  return Math.max(pause, retryAfter ?? 0);
}
