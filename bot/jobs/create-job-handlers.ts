import { addServiceTime } from '#bot/desk/service-hours.ts';
import { closeCase } from '#bot/handoff/close-case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import { escalate } from '#bot/handoff/escalate.ts';
import { watchPromise } from '#bot/handoff/promise.ts';
import { startOffer } from '#bot/handoff/start-offer.ts';
import type { HandoffStores, JobRequest } from '#bot/handoff/stores.ts';
import { watchClock } from '#bot/handoff/watch-clocks.ts';
import { closesAfter } from '#bot/handoff/work-on-case.ts';
import { createLanes } from '#bot/lanes.ts';
import { type ContractorLines, createContractorLines } from './contractor-lines.ts';
import { runDaily } from './daily.ts';
import { followContractor } from './follow-contractor.ts';
import { contextNow, type JobHandlerPorts } from './ports.ts';
import { raiseAlert } from './raise-alert.ts';

type JobData<Name extends JobRequest['name']> = Extract<JobRequest, { name: Name }>['data'];
export type JobHandlers = {
  readonly [Name in JobRequest['name']]: (data: JobData<Name>) => Promise<void>;
};

/** What each job does. All may run twice: whatever was done meanwhile, the second finds nothing to do. */
export function createJobHandlers(
  ports: JobHandlerPorts,
  lines: ContractorLines = createContractorLines(ports),
): JobHandlers {
  const lanes = createLanes();
  return {
    deliver: ({ deliveryId }) => ports.deliverer.deliver(deliveryId),
    escalate: ({ caseId, offerId }) =>
      change(ports, (stores, ctx) => escalate(stores, ctx, { caseId, offerId, why: 'not-acknowledged' })),
    offer: (data) => change(ports, (stores, ctx) => startOffer(stores, ctx, data)),
    'send-to-contractor': ({ caseId }) => lines.send(caseId),
    'contractor-line': (data) => lines.run(data),
    'follow-contractor': (data) =>
      lanes.run(`follow ${data.contractorId}`, () => followContractor(ports, data)),
    alert: (data) => raiseAlert(ports, data),
    watch: ({ caseId, about }) =>
      change(ports, (stores, ctx) =>
        about === 'promise' ? watchPromise(stores, ctx, caseId) : watchClock(stores, ctx, { caseId, about }),
      ),
    daily: ({ what }) => runDaily(ports, what),
    summarise: async ({ caseId }) => ports.summarise?.(caseId),
    close: ({ caseId }) =>
      change(ports, (stores, ctx) =>
        closeCase(stores, ctx, { caseId, isDue: (resolvedAt) => isDue(resolvedAt, ctx) }),
      ),
  };
}

function isDue(resolvedAt: Date, { at, loaded }: HandoffContext): boolean {
  const { settings } = loaded.desk;
  return addServiceTime(resolvedAt, closesAfter, settings.serviceHours, settings) <= at;
}

type Changed = { readonly deliveryIds: readonly string[] };

/** One transaction, then what it wrote to the outbox is sent. */
async function change(
  ports: JobHandlerPorts,
  step: (stores: HandoffStores, ctx: HandoffContext) => Promise<Changed>,
): Promise<void> {
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction((stores) => step(stores, ctx));
  await ports.deliverer.deliverAll(deliveryIds);
}
