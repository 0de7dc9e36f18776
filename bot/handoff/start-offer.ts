import { isOnDuty } from '#bot/desk/duty.ts';
import { type Case, isOpen } from './case.ts';
import { chooseFor } from './choose-for-case.ts';
import { type HandoffContext, startWork } from './context.ts';
import { offerTo } from './offer.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import { placeCase } from './place-case.ts';
import type { HandoffStores } from './stores.ts';

/**
 * The duty has begun that a case waited for: it is offered. When the technician is away after all, the rules
 * choose anew and the requester hears who. Does nothing when somebody has it, or was asked, meanwhile.
 */
export async function startOffer(
  stores: HandoffStores,
  ctx: HandoffContext,
  { caseId, upn }: { caseId: string; upn: string },
): Promise<{ readonly case: Case | null; readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const item = await stores.cases.get(caseId);
  const isWaiting =
    item !== null && isOpen(item.state) && item.assignee === null && item.offeredTo?.id === upn;
  if (!isWaiting || (await stores.cases.currentOffer(caseId)) !== null)
    return { case: null, deliveryIds: [] };
  const technician = ctx.loaded.desk.technicians.get(upn);
  if (technician && isOnDuty(technician, ctx.at, ctx.loaded.desk.settings)) {
    const offered = await offerTo(work, caseId, { kind: 'technician', id: upn });
    return { case: offered, deliveryIds: work.deliveryIds };
  }
  const placed = await placeCase(work, item, await chooseFor(work, item, []));
  if (placed.offeredTo?.id !== upn) {
    await tellRequesters(work, placed, { event: 'reassigned', reason: 'undeliverable' });
  }
  await refreshCards(work, placed);
  return { case: placed, deliveryIds: work.deliveryIds };
}
