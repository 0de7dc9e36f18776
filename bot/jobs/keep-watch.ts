import { resumeLines } from './block-line.ts';
import type { ContractorLines } from './contractor-lines.ts';
import type { Deliverer } from './create-deliverer.ts';
import { scheduleDaily } from './daily.ts';
import { createBoardKeeper } from './keep-boards.ts';
import type { JobPorts } from './ports.ts';

/** How often the outbox is looked through for what a crash left behind, in milliseconds. */
const sweepEvery = 15_000;
/** How often it is looked whether something is due that Teams or the database did not take, in milliseconds. */
const dueEvery = 1_000;
/** How often a board that a dispatcher has on screen is compared with what is true, in milliseconds. */
const boardEvery = 3_000;

export type WatchPorts = JobPorts & {
  readonly deliverer: Deliverer;
  readonly lines: Pick<ContractorLines, 'freeLeft'>;
};

/**
 * What goes on all the time beside the queue: the outbox is swept, the boards are kept true, and what is done once a day
 * has a next time. @returns what stops it.
 */
export async function keepWatch(ports: WatchPorts): Promise<() => void> {
  const { deliverer, lines } = ports;
  const boards = createBoardKeeper(ports);
  await scheduleDaily(ports);
  await resumeLines(ports);
  await deliverer.sweep();
  const timers = [
    setInterval(() => void deliverer.sweep(), sweepEvery),
    setInterval(() => void deliverer.sweepWhenDue(), dueEvery),
    setInterval(() => void lines.freeLeft(), dueEvery),
    setInterval(() => void boards.look(), boardEvery),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
