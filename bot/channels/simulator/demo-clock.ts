import { type DeskTime, nextOpen } from '#bot/desk/service-hours.ts';
import type { ClockChoice, ClockView } from './chat.ts';
import type { Chats } from './chats.ts';
import type { SimulatorPorts } from './simulator-ports.ts';

/** When each choice begins, in opening_hours syntax: one minute, so that the next one is exactly then. */
const beginnings: Record<Exclude<ClockChoice, 'now'>, string> = {
  weekday: 'Mo-Fr 10:00-10:01; PH off',
  night: '02:00-02:01',
  holiday: 'Su,PH 11:00-11:01',
};

/**
 * The next instant that the choice stands for, by the desk's own clock and holidays.
 * @returns null for `now`: the true time.
 */
function instantOf(choice: ClockChoice, now: Date, time: DeskTime): Date | null {
  return choice === 'now' ? null : nextOpen(beginnings[choice], now, time);
}

export type DemoClock = {
  view(): Promise<ClockView>;
  set(choice: ClockChoice): Promise<ClockView>;
  /** Minutes; what becomes due by that happens at once. */
  forward(minutes: number): Promise<ClockView>;
};

/** The bot's clock as the page moves it; every page is told. */
export function createDemoClock(
  ports: Pick<SimulatorPorts, 'now' | 'setClock' | 'clockMoved' | 'deskTime'> & { chats: Chats },
): DemoClock {
  let choice: ClockView['choice'] = 'now';
  const view = async (): Promise<ClockView> => {
    const { timezone } = await ports.deskTime();
    return { choice, now: ports.now().toISOString(), timezone };
  };
  const tell = async (chosen: ClockView['choice']): Promise<ClockView> => {
    choice = chosen;
    const clock = await view();
    ports.chats.publish({ kind: 'clock', clock });
    // Afterwards, so that the page shows the new time before what comes of it.
    await ports.clockMoved?.();
    return clock;
  };
  return {
    view,
    async set(wanted) {
      const time = await ports.deskTime();
      // On from where the clock stands: what was said in the night is followed by its morning, not by the day before.
      ports.setClock(instantOf(wanted, ports.now(), time));
      return tell(wanted);
    },
    async forward(minutes) {
      ports.setClock(new Date(ports.now().getTime() + minutes * 60_000));
      return tell('moved');
    },
  };
}
