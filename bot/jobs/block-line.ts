import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { OutsideSystemFailed } from '#bot/errors.ts';
import type { Work } from '#bot/handoff/context.ts';
import { blockAfter, tellDispatchersIfDue, tellWaitingRequesters } from '#bot/handoff/contractor-down.ts';
import type { ContractorBlock } from '#bot/handoff/contractor-line.ts';
import type { JobPorts } from './ports.ts';

/** Leaves a contractor's system alone for a while, tells whom it concerns when it is time, and plans the next try. */
export async function blockLine(
  work: Work,
  contractor: Contractor,
  error: Pick<OutsideSystemFailed, 'about' | 'retryAfter'>,
): Promise<void> {
  const { stores, ctx } = work;
  const before = await stores.contractorLines.block(contractor.id);
  const block = blockAfter(before, contractor.id, error, ctx.at);
  await stores.contractorLines.saveBlock(block);
  await tryLater(work, contractor.id, block.nextTryAt);
  await tellOfBlock(work, contractor, block);
}

/** Tells those who were not told yet, and plans the telling of the dispatchers when it is not time. */
export async function tellOfBlock(work: Work, contractor: Contractor, block: ContractorBlock): Promise<void> {
  const waiting = await work.stores.contractorLines.waiting(contractor.id);
  await tellWaitingRequesters(work, { contractor, block, waiting });
  const due = await tellDispatchersIfDue(work, { contractor, block, waiting });
  if (due === null) return;
  const data = { contractorId: contractor.id, what: 'tell' } as const;
  await work.stores.jobs.enqueue(
    { name: 'contractor-line', data },
    { startAfter: due, singletonKey: `tell ${contractor.id}` },
  );
}

/** One waiting try per contractor, whoever asks for it. */
export async function tryLater(
  { stores }: Pick<Work, 'stores'>,
  contractorId: string,
  startAfter: Date | null,
  key = 'try',
): Promise<void> {
  const data = { contractorId, what: 'try' } as const;
  const singletonKey = `${key} ${contractorId}`;
  await stores.jobs.enqueue({ name: 'contractor-line', data }, { startAfter, singletonKey });
}

/**
 * At the start: what waits is tried. Also where they refused our sign-in, since a restart is how a new one comes in; and
 * also where a process died that was sending.
 */
export async function resumeLines({ storage, now }: JobPorts): Promise<void> {
  const { contractorLines } = storage.stores;
  for (const { contractorId, blocked, waiting } of await contractorLines.summaries()) {
    const block = blocked === 'sign-in' ? await contractorLines.block(contractorId) : null;
    if (block !== null) await contractorLines.saveBlock({ ...block, nextTryAt: now() });
    if (waiting > 0) await tryLater(storage, contractorId, null, 'start');
  }
}
