import { queueAlerts } from './call-out.ts';
import type { Case, Offer } from './case.ts';
import { cannotWait } from './case-views.ts';
import type { Work } from './context.ts';
import { acknowledgeBy, offerOrWait, offerTo } from './offer.ts';

/**
 * A case is more urgent than it was. Whoever was asked has less time for the answer: they are asked anew, with the clock
 * of the new priority. One that waited for the morning and now cannot wait is offered at once.
 */
export async function askAnew(work: Work, saved: Case, offer: Offer | null): Promise<Case> {
  const { stores, ctx } = work;
  if (offer === null) return askWhoWaits(work, saved);
  const isSooner = offer.acknowledgeBy !== null && acknowledgeBy(saved, ctx) < offer.acknowledgeBy;
  if (!isSooner) {
    await queueAlerts(work, saved, offer);
    return saved;
  }
  const withdrawn = { id: offer.id, status: 'withdrawn', at: ctx.at, reason: 'reprioritised' } as const;
  if ((await stores.cases.answerOffer(withdrawn)) === null) return saved;
  return (await offerTo(work, saved.id, offer.to)) ?? saved;
}

async function askWhoWaits(work: Work, saved: Case): Promise<Case> {
  const { assignee, offeredTo } = saved;
  if (assignee !== null || offeredTo?.kind !== 'technician' || !cannotWait(saved)) return saved;
  return (await offerOrWait(work, saved, offeredTo.id)) ?? saved;
}
