import type { Case } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork } from './context.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

/** Closes a resolved case of which nothing more was heard, when that is due. Does nothing otherwise. */
export async function closeCase(
  stores: HandoffStores,
  ctx: HandoffContext,
  input: { caseId: string; isDue: (resolvedAt: Date) => boolean },
): Promise<{ readonly case: Case | null; readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const closed = await changeCase(work, input.caseId, (current) => {
    const isDue =
      current.state === 'resolved' && current.resolvedAt !== null && input.isDue(current.resolvedAt);
    return isDue ? { ...current, state: 'closed' } : null;
  });
  if (closed === null) return { case: null, deliveryIds: [] };
  await record(work, closed.id, 'closed', 'vaktis', { why: 'nothing more was heard' });
  await tellRequesters(work, closed, { event: 'closed' });
  await refreshCards(work, closed);
  return { case: closed, deliveryIds: work.deliveryIds };
}
