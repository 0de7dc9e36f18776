import { createSimulator, type Simulator } from '#bot/channels/simulator/create-simulator.ts';
import type { Explanations } from '#bot/channels/simulator/explanations.ts';
import { createPeopleOfDesk } from '#bot/channels/simulator/people-of-desk.ts';
import type { AppPorts, Clock } from './app.ts';
import type { RememberedDesk } from './remember-desk.ts';

/** The simulator over this desk, with the switch that moves the process's clock and the jobs that wait. */
export function createDemoSimulator(
  ports: Pick<AppPorts, 'clock' | 'jobs' | 'logger' | 'newId'>,
  parts: { desk: RememberedDesk; explanations: Explanations; botUrl: () => string },
): Simulator {
  const { clock, jobs } = ports;
  const { current } = parts.desk.source;
  let ahead = aheadOf(clock);
  return createSimulator({
    botUrl: parts.botUrl,
    listPeople: createPeopleOfDesk(current, clock.now),
    deskTime: async () => (await current()).desk.settings,
    now: clock.now,
    setClock: clock.set,
    async clockMoved() {
      const moved = aheadOf(clock) - ahead;
      ahead += moved;
      await jobs.bringNearer?.(moved);
    },
    explain: parts.explanations.explain,
    logger: ports.logger,
    newId: ports.newId,
  });
}

/** Milliseconds by which the process's clock is ahead of the machine's. */
function aheadOf(clock: Clock): number {
  return -clock.toMachineTime(new Date(0)).getTime();
}
