import { type Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Dice } from '../../bench/search/dice.ts';
import type { BenchPerson } from '../../bench/turn/bench-desk.ts';
import { type ActivityJson, buildActivity } from '../../support/activities.ts';
import { registration, serviceUrl } from '../../support/teams-registration.ts';
import type { Teams } from './teams.ts';

export type Handoff = {
  readonly conversation: string;
  readonly person: BenchPerson;
  /** Stands in their words, and nowhere else. */
  readonly word: string;
  /** Whose it is by the desk's rules. */
  readonly whose: 'technician' | 'contractor';
  /** When each thing was said, and whether it was taken in the end. */
  readonly said: { readonly at: number; readonly taken: boolean; readonly tries: number }[];
};

export type Door = {
  readonly ports: readonly number[];
  readonly agent: Agent;
  readonly dice: Dice;
  readonly sign: () => string;
  /** Teams' clock, which is the town's. */
  readonly now: () => Date;
};

export const chatOf = ({ aadObjectId }: BenchPerson): string => `a:chat-${aadObjectId}`;

const patience = 15_000;
const mostTries = 240;
const pauseBetween = 250;

/**
 * Hands one activity over: again, with the same id and to the other replica, after what is no answer. Teams tries only
 * a few times; here somebody who goes on until it is taken stands in for a person who writes it again.
 */
export async function handOver(
  door: Door,
  activity: (nth: number) => object,
): Promise<{ tries: number[]; body: unknown }> {
  const tries: number[] = [];
  let turn = door.dice.under(door.ports.length);
  while (tries.length < mostTries) {
    const { status, body } = await post(
      door.ports[turn % door.ports.length] ?? 0,
      activity(tries.length),
      door,
    );
    tries.push(status);
    if (status >= 200 && status < 300) return { tries, body };
    turn += 1;
    await setTimeout(pauseBetween);
  }
  return { tries, body: null };
}

function post(
  port: number,
  activity: object,
  { agent, sign }: Door,
): Promise<{ status: number; body: unknown }> {
  const text = JSON.stringify(activity);
  const headers = { authorization: `Bearer ${sign()}`, 'content-type': 'application/json' };
  return new Promise((resolve) => {
    const fail = () => resolve({ status: 0, body: null });
    const options = { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers };
    const sent = request(options, async (response) => {
      response.setEncoding('utf8');
      let body = '';
      try {
        for await (const part of response) body += String(part);
        resolve({ status: response.statusCode ?? 0, body: body === '' ? null : JSON.parse(body) });
      } catch {
        fail();
      }
    });
    sent.setTimeout(patience, () => sent.destroy());
    sent.on('error', fail);
    sent.end(text);
  });
}

export function inOwnChat(
  { now }: Door,
  name: string,
  person: BenchPerson,
  more: ActivityJson,
): ActivityJson {
  return {
    ...buildActivity(name),
    serviceUrl,
    timestamp: now().toISOString(),
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: {
      id: chatOf(person),
      conversationType: 'personal',
      tenantId: registration.tenantId,
    },
    ...more,
  };
}

export async function install(door: Door, people: readonly BenchPerson[]): Promise<void> {
  for (const person of people)
    await handOver(door, () =>
      inOwnChat(door, 'installation-add', person, { id: `install-${person.aadObjectId}` }),
    );
}

export type Story = {
  readonly door: Door;
  readonly teams: Teams;
  /** Milliseconds that somebody waits for a reply before they go on all the same. */
  readonly patience: number;
};

/** Somebody reports a fault, asks for a human, and says that all is well when it is done. */
export async function askForHelp(
  { door, teams, patience: most }: Story,
  { person, nth }: { readonly person: BenchPerson; readonly nth: number },
  keep: (handoff: Handoff) => void,
): Promise<void> {
  const whose = nth % 4 === 3 ? 'contractor' : 'technician';
  const word = `fall${nth}x`;
  const handoff: Handoff = { conversation: chatOf(person), person, word, whose, said: [] };
  keep(handoff);
  const first =
    whose === 'contractor'
      ? `Jag har glömt mitt lösenord till datorn ${word}`
      : `Skrivaren skriver inte ut något alls ${word}`;
  for (const [index, text] of [first, 'Jag vill prata med en människa'].entries())
    await say({ door, teams, patience: most }, handoff, { id: `${nth}-${index}`, text });
}

/** Says one thing, and again when Vaktis answers that it went wrong and asks for it; until there is a real answer. */
async function say(
  { door, teams, patience: most }: Story,
  { conversation, person, said }: Handoff,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<void> {
  for (let time = 0; time < mostSayings; time += 1) {
    const at = performance.now();
    const activity = inOwnChat(door, 'personal-message', person, { id: `${id}-${time}`, text });
    const { tries } = await handOver(door, () => activity);
    const last = tries.at(-1) ?? 0;
    said.push({ at, taken: last >= 200 && last < 300, tries: tries.length });
    const replies = () =>
      teams.shown.filter((one) => one.conversation === conversation && one.at > at && !isKept(one.body));
    for (const until = at + most; replies().length === 0 && performance.now() < until; ) await setTimeout(50);
    if (!isApology(replies().at(-1)?.body)) return;
    await setTimeout(Math.min((time + 1) * 1_000, longestRest));
  }
}

export const mostSayings = 60;
/** Whoever was asked to try again in a little while does so less and less soon, in milliseconds. */
export const longestRest = 10_000;

/** Vaktis says that it has it, and that the answer comes later. */
export function isKept(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Jag tar emot');
}

/** Vaktis says that it could not do it, and asks to try again: an honest answer, on which a person acts. */
export function isApology(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Något gick fel hos mig');
}
