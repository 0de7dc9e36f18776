import type { Case } from './case.ts';
import { dispatchersOf, type Work } from './context.ts';
import { sendCard } from './outbox.ts';

/** Dispatchers are shown the case, so that somebody awake can step in. Whoever is offered it has its card already. */
export async function alertDispatchers(work: Work, item: Case): Promise<void> {
  for (const dispatcher of dispatchersOf(work.ctx))
    if (dispatcher.upn !== item.offeredTo?.id) await sendCard(work, item, dispatcher.upn, null);
}
