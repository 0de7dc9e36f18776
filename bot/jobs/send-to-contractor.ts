import { OutsideSystemFailed } from '#bot/errors.ts';
import { filterFileFor } from '#bot/handoff/boundary-words.ts';
import { startWork } from '#bot/handoff/context.ts';
import type { ContractorFile } from '#bot/handoff/contractor-connector.ts';
import { reopenLine } from '#bot/handoff/contractor-down.ts';
import {
  type ContractorStep,
  nextContractorStep,
  recordContractorFailure,
  recordSent,
} from '#bot/handoff/contractor-handover.ts';
import type { WaitingCase } from '#bot/handoff/contractor-line.ts';
import { blockLine } from './block-line.ts';
import { beginToFollow } from './follow-contractor.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';

/** More steps than a case can have at once: a stop for a loop that does not end. */
const mostSteps = 50;
const minute = 60_000;
/** Minutes until the next try of a case that their system chokes on, by failures in a row. */
const pauses = [1, 2, 5, 15, 30, 60] as const;

/** Who is sending: the one holder of the contractor's line. Before each message it says so. */
export type Sender = {
  /** False: another one has the line now. */
  holds(step: ContractorStep): Promise<boolean>;
};

/**
 * `sent`: their system knows all. `item`: this one could not be sent now, others may. `blocked`: nothing gets
 * through. `lost`: somebody else is sending.
 */
export type Outcome = 'sent' | 'item' | 'blocked' | 'lost';

/** Gives a case, and then what was said later, to the contractor's system. */
export async function sendToContractor(
  ports: JobHandlerPorts,
  { caseId, contractorId }: Pick<WaitingCase, 'caseId' | 'contractorId'>,
  sender: Sender,
): Promise<Outcome> {
  for (let n = 0; n < mostSteps; n += 1) {
    const step = await nextStep(ports, caseId);
    if (step === null || step.contractor.id !== contractorId) return leave(ports, caseId, contractorId);
    if (!(await sender.holds(step))) return 'lost';
    const failure = await trySend(ports, caseId, step);
    if (failure !== null) return failure;
  }
  return 'sent';
}

/** Out of the line; and in again at once when something was said meanwhile. */
async function leave(ports: JobHandlerPorts, caseId: string, contractorId: string): Promise<'sent'> {
  const { contractorLines, jobs } = ports.storage.stores;
  await contractorLines.leave(caseId);
  const step = await nextStep(ports, caseId);
  if (step !== null) await jobs.enqueue({ name: 'send-to-contractor', data: { caseId } });
  else ports.logger.info({ caseId, contractorId }, 'A contractor knows all of a case.');
  return 'sent';
}

/** Whether their system takes files is known once it is known who they are. Null: they know all. */
export async function nextStep(ports: JobHandlerPorts, caseId: string): Promise<ContractorStep | null> {
  const ctx = await contextNow(ports);
  const { stores } = ports.storage;
  const step = await nextContractorStep(stores, ctx, { caseId, files: true });
  const takesFiles = step === null || ports.connectors(step.contractor).attach !== undefined;
  return takesFiles ? step : nextContractorStep(stores, ctx, { caseId, files: false });
}

/** Null: it was sent. */
async function trySend(
  ports: JobHandlerPorts,
  caseId: string,
  step: ContractorStep,
): Promise<Exclude<Outcome, 'sent' | 'lost'> | null> {
  try {
    const file = await checkedFile(ports, step);
    const contractorReference = await hand(ports, step, file?.file ?? null);
    const checked = file === null ? step : { ...step, counts: file.counts, heldBack: file.file === null };
    await keepSent(ports, { caseId, step: checked, contractorReference });
    // Kinds and numbers only: what was left out is the reason for leaving it out.
    const told = {
      message: step.ticket.message.number,
      withheld: checked.counts,
      heldBack: checked.heldBack,
    };
    ports.logger.info(
      { caseId, contractorId: step.contractor.id, ...told },
      'A contractor was told of a case.',
    );
    if (step.comment === null && step.fileId === null) await beginToFollow(ports, step.contractor.id);
    return null;
  } catch (error) {
    if (!(error instanceof OutsideSystemFailed)) throw error;
    await onFailure(ports, { caseId, step, error });
    if (error.about !== 'item') return 'blocked';
    // A file that they will never take is behind us; what comes after it is not.
    return step.fileId !== null && !error.retryable ? null : 'item';
  }
}

/** What got through also says that their system is back. */
async function keepSent(
  ports: JobHandlerPorts,
  sent: { caseId: string; step: ContractorStep; contractorReference: string | null },
): Promise<void> {
  const ctx = await contextNow(ports);
  const { contractor } = sent.step;
  const deliveryIds = await ports.storage.transaction(async (stores) => {
    const recorded = await recordSent(stores, ctx, sent);
    const block = await stores.contractorLines.block(contractor.id);
    if (block === null) return recorded.deliveryIds;
    const work = startWork(stores, ctx);
    const waiting = await stores.contractorLines.waiting(contractor.id);
    await reopenLine(work, { contractor, block, waiting });
    return [...recorded.deliveryIds, ...work.deliveryIds];
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

/** The network, outside any transaction. */
async function hand(
  ports: JobHandlerPorts,
  { contractor, ticket, comment, reopens, fileId }: ContractorStep,
  file: ContractorFile | null,
): Promise<string | null> {
  const connector = ports.connectors(contractor);
  const known = ticket.case.contractorReference;
  if (fileId !== null) {
    if (file !== null) await connector.attach?.(ticket, contractor, file);
  } else if (comment === null) return (await connector.create(ticket, contractor)).contractorReference;
  else if (reopens && connector.reopen) await connector.reopen(ticket, contractor, comment);
  else await connector.comment(ticket, contractor, comment);
  return known;
}

/**
 * Under the name that the boundary let through, without the secrets in it. Null: there is none to send; its `file` is
 * null when it is held back. One that is not kept any more is passed over.
 */
async function checkedFile(
  ports: JobHandlerPorts,
  { contractor, ticket, fileId }: ContractorStep,
): Promise<ReturnType<typeof filterFileFor> | null> {
  if (fileId === null) return null;
  const { attachments, cases } = ports.storage.stores;
  const [file, item] = await Promise.all([attachments.get(fileId), cases.get(ticket.case.id)]);
  const name = nameOf(ticket, fileId);
  if (file === null || item === null || name === null) return null;
  const { loaded } = await contextNow(ports);
  return filterFileFor({ ...file, name }, { item, contractor, loaded });
}

/** Two pictures called image.png are told apart in their system, by people and by us: the second is image (2).png. */
function nameOf({ case: { packet } }: ContractorStep['ticket'], fileId: string): string | null {
  const at = packet.attachments.findIndex(({ id }) => id === fileId);
  const name = packet.attachments[at]?.name;
  if (name === undefined) return null;
  const earlier = packet.attachments.slice(0, at).filter((other) => other.name === name).length;
  return earlier === 0 ? name : name.replace(/(\.[^.]{1,8})?$/, (ending) => ` (${earlier + 1})${ending}`);
}

/** A fault of this case puts it off; one of their system, all that waits for it. */
async function onFailure(
  ports: JobHandlerPorts,
  { caseId, step, error }: { caseId: string; step: ContractorStep; error: OutsideSystemFailed },
): Promise<void> {
  const { contractor } = step;
  const { retryable, about, message } = error;
  const data = { caseId, contractorId: contractor.id, retryable, about, error: message };
  ports.logger.warn(data, 'A contractor did not take a case.');
  const ctx = await contextNow(ports);
  const deliveryIds = await ports.storage.transaction(async (stores) => {
    const failed = await recordContractorFailure(stores, ctx, { caseId, step, error });
    if (about !== 'item') {
      const work = startWork(stores, ctx);
      await blockLine(work, contractor, error);
      return [...failed.deliveryIds, ...work.deliveryIds];
    }
    if (!retryable) await stores.contractorLines.leave(caseId);
    else {
      const startAfter = new Date(ctx.at.getTime() + pauseAfter(failed.failures, error.retryAfter));
      await stores.contractorLines.putOff(caseId, startAfter);
      await stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId } }, { startAfter });
    }
    return failed.deliveryIds;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

function pauseAfter(failures: number, retryAfter: number | null): number {
  const pause = (pauses[Math.min(failures, pauses.length) - 1] ?? 60) * minute;
  return Math.max(pause, retryAfter ?? 0);
}
