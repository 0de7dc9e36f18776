import type { CaseView } from '#bot/reply/reply.ts';
import type { HandoffStores } from './stores.ts';

/** Whoever is asked can say yes or no now: a technician at work, and nobody has the case. */
export function waitsForAnswer({ assignee, offeredTo, when }: CaseView): boolean {
  return assignee === null && offeredTo?.kind === 'technician' && when?.kind === 'now';
}

/** The same case with the time by which the next one is asked, while somebody is being asked. */
export async function withAnswerBy(
  { cases }: Pick<HandoffStores, 'cases'>,
  view: CaseView,
  at: Date,
): Promise<CaseView> {
  if (!waitsForAnswer(view)) return view;
  const dueAt = (await cases.currentOffer(view.id))?.acknowledgeBy ?? null;
  return dueAt === null || dueAt <= at ? view : { ...view, answerBy: dueAt.toISOString() };
}
