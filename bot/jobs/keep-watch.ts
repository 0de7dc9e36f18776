import { resumeLines } from './block-line.ts';
import type { Deliverer } from './create-deliverer.ts';
import { scheduleDaily } from './daily.ts';
import { createBoardKeeper } from './keep-boards.ts';
import type { JobPorts } from './ports.ts';

/** How often the outbox is looked through for what a crash left behind, in milliseconds. */
const sweepEvery = 15_000;
/** How often it is looked whether something that Teams did not take is due, in milliseconds. */
const dueEvery = 1_000;
/** How often a board that a dispatcher has on screen is compared with what is true, in milliseconds. */
const boardEvery = 3_000;

/**
 * What goes on all the time beside the queue: the outbox is swept, the boards are kept true, and what is done once a day
 * has a next time. @returns what stops it.
 */
export async function keepWatch(ports: JobPorts & { readonly deliverer: Deliverer }): Promise<() => void> {
  const { deliverer } = ports;
  const boards = createBoardKeeper(ports);
  await scheduleDaily(ports);
  await resumeLines(ports);
  await deliverer.sweep();
  const timers = [
    setInterval(() => void deliverer.sweep(), sweepEvery),
    setInterval(() => void deliverer.sweepWhenDue(), dueEvery),
    setInterval(() => void boards.look(), boardEvery),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
