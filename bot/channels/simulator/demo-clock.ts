import { type DeskTime, nextOpen } from '#bot/desk/service-hours.ts';
import type { ClockChoice } from './chat.ts';

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
export function instantOf(choice: ClockChoice, now: Date, time: DeskTime): Date | null {
  return choice === 'now' ? null : nextOpen(beginnings[choice], now, time);
}
