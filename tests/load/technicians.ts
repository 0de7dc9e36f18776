import { setTimeout } from 'node:timers/promises';
import type { Dice } from '../bench/search/dice.ts';
import type { BenchPerson } from '../bench/turn/bench-desk.ts';
import { findAction, pressValue } from '../replay/find-action.ts';
import { type Door, handOver } from '../rolling/teams-side.ts';
import type { Arrived, TeamsSide } from './teams-side.ts';
import { chatOf, pressOf } from './traffic.ts';

export type Presses = {
  /** Milliseconds until each was answered, and how many were not taken. */
  readonly took: readonly number[];
  readonly failed: () => number;
  idle(): Promise<void>;
};

/** Technicians press *Jag tar det* on what they are offered, some time after it came. */
export function startPressing(
  teams: TeamsSide,
  technicians: readonly BenchPerson[],
  { door, dice, thinksFor }: { door: Door; dice: Dice; thinksFor: number },
): Presses {
  const byChat = new Map(technicians.map((person) => [chatOf(person), person]));
  const underWay = new Set<Promise<void>>();
  const took: number[] = [];
  let failed = 0;
  let ids = 0;
  const press = async (person: BenchPerson, value: unknown) => {
    await setTimeout(dice.under(thinksFor));
    const from = performance.now();
    ids += 1;
    const { taken } = await handOver(
      door,
      pressOf(person, `press-${ids}`, value),
      dice.under(door.ports.length),
    );
    if (taken) took.push(performance.now() - from);
    else failed += 1;
  };
  teams.onArrival(({ conversation, kind, body }: Arrived) => {
    const person = byChat.get(conversation);
    if (kind !== 'card' || person === undefined || !body.includes('"accept"')) return;
    const card: unknown = JSON.parse(body);
    if (findAction(card, 'accept') === null) return;
    const work = press(person, pressValue(card, 'accept')).finally(() => underWay.delete(work));
    underWay.add(work);
  });
  return {
    took,
    failed: () => failed,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
