import { isAbsent } from '#bot/desk/duty.ts';
import type { Responsible } from '#bot/triage/responsible.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import type { Case } from './case.ts';
import { cannotWait } from './case-views.ts';
import type { Work } from './context.ts';
import { passToNext } from './escalate.ts';
import { giveToContractor, offerAt, offerTo } from './offer.ts';

/** Nobody waits longer than this for a duty to begin: then a dispatcher finds somebody else. */
const longestWait = 14 * 86_400_000;

/**
 * Puts a case that nobody has in the hands of whom the rules chose: an offer now, one at the start of the next
 * duty, the contractor, or, when the desk has nobody, the dispatcher.
 */
export async function placeCase(work: Work, item: Case, chosen: Responsible | null): Promise<Case> {
  return (await place(work, item, chosen)) ?? item;
}

async function place(work: Work, item: Case, chosen: Responsible | null): Promise<Case | null> {
  if (chosen === null) return passToNext(work, item, null);
  if (chosen.kind === 'contractor') return giveToContractor(work, item.id, chosen.id);
  const mustWait = chosen.availability === 'waits' && !cannotWait(item);
  if (mustWait) {
    const { readyAt } = chosen;
    const isInSight = readyAt !== null && readyAt.getTime() - work.ctx.at.getTime() <= longestWait;
    return isInSight ? offerAt(work, item.id, chosen.id, readyAt) : passToNext(work, item, null);
  }
  // Nobody is on duty and it cannot wait: somebody who is away is not asked, the escalation begins with the next.
  if (isAway(work, chosen.id)) return passToNext(work, item, null);
  const offered = await offerTo(work, item.id, { kind: 'technician', id: chosen.id });
  const isAlone = chosen.availability === 'waits' || chosen.availability === 'escalates-at-once';
  if (offered !== null && isAlone) await alertDispatchers(work, offered);
  return offered;
}

function isAway({ ctx }: Work, upn: string): boolean {
  const { technicians, settings } = ctx.loaded.desk;
  const technician = technicians.get(upn);
  return technician !== undefined && isAbsent(technician, ctx.at, settings);
}
