import { boardId, queueBoard, viewBoard } from '#bot/handoff/board.ts';
import { startWork } from '#bot/handoff/context.ts';
import { messageOf } from './after-failure.ts';
import type { Deliverer } from './create-deliverer.ts';
import { contextNow, type JobPorts } from './ports.ts';

type BoardPorts = JobPorts & { readonly deliverer: Pick<Deliverer, 'deliverAll'> };

/**
 * Keeps the dispatchers' boards true: whatever changed, or came to be late by itself, is there at the next look. One
 * question to the database while nobody has a board on screen. Never throws.
 */
export function createBoardKeeper(ports: BoardPorts): { look(): Promise<void> } {
  let shown = '';
  let looking = false;
  return {
    async look() {
      if (looking) return;
      looking = true;
      try {
        shown = await keep(ports, shown);
      } catch (error) {
        ports.logger.warn({ error: messageOf(error) }, 'The boards could not be looked at.');
      } finally {
        looking = false;
      }
    },
  };
}

/** @returns what they show now, to be compared with at the next look. */
async function keep(ports: BoardPorts, shown: string): Promise<string> {
  const { cases, deliveries } = ports.storage.stores;
  const holders = await deliveries.shownCards(boardId);
  if (holders.size === 0) return '';
  const ctx = await contextNow(ports);
  const now = JSON.stringify(viewBoard(await cases.open(), ctx));
  if (now === shown) return shown;
  const { deliveryIds } = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    for (const [upn, replaces] of holders) await queueBoard(work, upn, replaces);
    return work;
  });
  await ports.deliverer.deliverAll(deliveryIds);
  return now;
}
