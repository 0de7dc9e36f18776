import { alertDispatchers } from './alert-dispatchers.ts';
import type { Case } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { escalate, passToNext } from './escalate.ts';
import { unassigned } from './offer.ts';
import { tellRequesters } from './outbox.ts';
import { startOffer } from './start-offer.ts';
import type { HandoffStores } from './stores.ts';
import { remindHolder, watchClock } from './watch-clocks.ts';
import { type Missing, whatIsMissing } from './what-is-missing.ts';
import { withdrawOffer } from './work-on-case.ts';

export type Rescued = { readonly caseId: string; readonly missing: Missing };

/** Which open cases lack an owner, a clock or a next step. Each is to be rescued in a transaction of its own. */
export async function findForgotten(stores: HandoffStores, ctx: HandoffContext): Promise<Rescued[]> {
  const found: Rescued[] = [];
  for (const item of await stores.cases.open()) {
    const offer = item.assignee === null ? await stores.cases.currentOffer(item.id) : null;
    const missing = whatIsMissing(item, offer, ctx.loaded.desk, ctx.at);
    if (missing !== null) found.push({ caseId: item.id, missing });
  }
  return found;
}

/** Gives a case what it lacks, whatever went wrong: in the end a dispatcher sees it. Judged again: it may be well by now. */
export async function rescue(
  stores: HandoffStores,
  ctx: HandoffContext,
  caseId: string,
): Promise<{ readonly missing: Missing | null; readonly deliveryIds: readonly string[] }> {
  const item = await stores.cases.get(caseId);
  if (item === null) return { missing: null, deliveryIds: [] };
  const offer = await stores.cases.currentOffer(caseId);
  const missing = whatIsMissing(item, offer, ctx.loaded.desk, ctx.at);
  if (missing === null) return { missing, deliveryIds: [] };
  const work = startWork(stores, ctx);
  await record(work, caseId, 'rescued', 'vaktis', { missing });
  const further = await rescueFrom(work, item, { missing, offerId: offer?.id ?? null });
  return { missing, deliveryIds: [...work.deliveryIds, ...further] };
}

async function rescueFrom(
  work: Work,
  item: Case,
  { missing, offerId }: { missing: Missing; offerId: string | null },
): Promise<readonly string[]> {
  const { stores, ctx } = work;
  const { offeredTo } = item;
  if (missing === 'offer-expired' && offerId !== null)
    return (await escalate(stores, ctx, { caseId: item.id, offerId, why: 'not-acknowledged' })).deliveryIds;
  if (missing === 'offer-not-made' && offeredTo !== null)
    return (await startOffer(stores, ctx, { caseId: item.id, upn: offeredTo.id })).deliveryIds;
  if (missing === 'nobody-responds')
    return (await watchClock(stores, ctx, { caseId: item.id, about: 'response' })).deliveryIds;
  if (missing === 'waits-too-long') {
    await remindOfWait(work, item);
    return [];
  }
  if (missing === 'not-sent') {
    await stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId: item.id } });
    await alertDispatchers(work, item);
    return [];
  }
  await giveToSomebody(work, item);
  return [];
}

/** The requester is asked once more; for everything else whoever has it is. */
async function remindOfWait(work: Work, item: Case): Promise<void> {
  const { at } = work.ctx;
  const saved = await changeCase(work, item.id, (current) => ({ ...current, overdueToldAt: at }));
  if (saved === null) return;
  const asked = saved.packet.dialogue.findLast(({ who }) => who === 'technician')?.text;
  if (saved.holdReason === 'awaiting-requester' && asked !== undefined)
    return tellRequesters(work, saved, { event: 'asked', text: asked });
  await remindHolder(work, saved);
}

/** Nobody has it, or whoever had it is gone: taken from them, and the next one is asked. */
async function giveToSomebody(work: Work, item: Case): Promise<void> {
  await withdrawOffer(work, item.id);
  const freed = await changeCase(work, item.id, (current) => unassigned(current, null));
  const passed = await passToNext(work, freed ?? item, null);
  if (passed !== null && item.assignee !== null)
    await tellRequesters(work, passed, { event: 'reassigned', reason: 'absent' });
}
