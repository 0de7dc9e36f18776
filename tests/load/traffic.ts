import { setTimeout } from 'node:timers/promises';
import type { Dice } from '../bench/search/dice.ts';
import type { BenchPerson } from '../bench/turn/bench-desk.ts';
import { type Door, type Handed, handOver } from '../rolling/teams-side.ts';
import { type ActivityJson, buildActivity } from '../support/activities.ts';
import { registration, serviceUrl } from '../support/teams-registration.ts';
import type { Town, TownPerson } from './town.ts';

/** One message, and what its reply must say. */
export type Posted = {
  readonly conversation: string;
  readonly id: string;
  readonly phase: string;
  readonly kind: string;
  readonly from: number;
  /** Null until Teams' side has an answer. */
  handed: Handed | null;
};

type Said = { readonly kind: string; readonly text: (site: number) => string };

/** Each gets one reply. One message in ten ends with a case; a third of the sites are the contractors'. */
const sayings: readonly Said[] = [
  { kind: 'answer', text: (site) => `Skrivaren i personalrummet på Enheten ${site} fungerar inte` },
  { kind: 'answer', text: (site) => `projektorn på Enheten ${site} blinkar orange` },
  { kind: 'answer', text: () => 'nätet är jättesegt på plan 2' },
  { kind: 'answer', text: () => 'Hur startar jag om laddvagnen?' },
  { kind: 'greeting', text: () => 'Hej' },
  { kind: 'help', text: () => 'hjälp' },
  { kind: 'who', text: () => 'vem är vår tekniker?' },
  { kind: 'thanks', text: () => 'Tack så mycket' },
  { kind: 'answer', text: () => 'datorn på expeditionen startar inte' },
  { kind: 'person', text: () => 'jag vill prata med en människa' },
];
/** What goes one after the other, each when the one before was taken: their replies can be told apart. */
const inOrder: readonly Said[] = sayings.filter(({ kind }) => ['greeting', 'help', 'who'].includes(kind));
/** One arrival in so many is three messages in a row. */
const rowInOf = 12;

export const chatOf = ({ aadObjectId }: BenchPerson) => `a:load-${aadObjectId}`;

const message = buildActivity('personal-message');
const press = buildActivity('execute-press');
const installation = buildActivity('installation-add');

export type Traffic = {
  readonly posted: readonly Posted[];
  /** So many messages a second for so long, whatever becomes of them. Resolves when the last was begun. */
  run(phase: string, rate: number, seconds: number): Promise<void>;
  /** One person writes without a pause. */
  noise(phase: string, count: number): Promise<void>;
  /** Resolves when every message was handed over, or was not taken. */
  handedOver(): Promise<void>;
};

export function createTraffic(town: Town, door: Door, dice: Dice): Traffic {
  const posted: Posted[] = [];
  const underWay = new Set<Promise<unknown>>();
  const [noisy, ...staff] = town.staff;
  let next = 0;
  const post = async (person: TownPerson, { kind, text }: Said, phase: string): Promise<void> => {
    const one: Posted = {
      conversation: chatOf(person),
      id: `m-${posted.length}`,
      phase,
      kind,
      from: performance.now(),
      handed: null,
    };
    posted.push(one);
    const activity = { ...inChat(message, person), id: one.id, text: text(person.site) };
    one.handed = await handOver(door, activity, dice.under(door.ports.length));
  };
  const follow = (work: Promise<unknown>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const row = async (person: TownPerson, phase: string) => {
    for (const said of inOrder) await post(person, said, phase);
  };
  const arrive = (phase: string): number => {
    const person = staff[next++ % staff.length];
    if (person === undefined) throw new Error('There is nobody to write.');
    const isRow = dice.under(rowInOf) === 0;
    follow(isRow ? row(person, phase) : post(person, dice.one(sayings), phase));
    return isRow ? inOrder.length : 1;
  };
  return {
    posted,
    async run(phase, rate, seconds) {
      const began = performance.now();
      let begun = 0;
      for (;;) {
        const elapsed = (performance.now() - began) / 1000;
        while (begun < rate * Math.min(elapsed, seconds)) begun += arrive(phase);
        if (elapsed >= seconds) return;
        await setTimeout(10);
      }
    },
    async noise(phase, count) {
      if (noisy === undefined) return;
      const said = { kind: 'noise', text: () => 'Hej' };
      await Promise.all(Array.from({ length: count }, () => post(noisy, said, phase)));
    },
    async handedOver() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** A technician's press on that card. */
export function pressOf(person: BenchPerson, id: string, value: unknown): ActivityJson {
  return { ...inChat(press, person), id, value };
}

export function installationOf(person: BenchPerson): ActivityJson {
  return { ...inChat(installation, person), id: `install-${person.aadObjectId}` };
}

function inChat(template: ActivityJson, person: BenchPerson): ActivityJson {
  return {
    ...template,
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${person.aadObjectId}`, aadObjectId: person.aadObjectId, name: person.name },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: registration.tenantId },
  };
}
