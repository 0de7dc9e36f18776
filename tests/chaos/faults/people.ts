import { type Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { createLanes } from '#bot/lanes.ts';
import type { Dice } from '../../bench/search/dice.ts';
import type { BenchPerson } from '../../bench/turn/bench-desk.ts';
import { findAction, pressValue } from '../../replay/find-action.ts';
import { type ActivityJson, buildActivity } from '../../support/activities.ts';
import { registration, serviceUrl } from '../../support/teams-registration.ts';
import type { Shown, Teams } from './teams.ts';

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

export type Pressed = {
  readonly conversation: string;
  readonly verb: string;
  readonly caseId: string;
  readonly offerId: string | null;
  readonly at: number;
  /** The status of each try; 0: no answer. A person presses again after what is no answer. */
  readonly tries: readonly number[];
  /** How often it was told that the answer comes, and none came. */
  readonly silent: number;
  /** What took the card's place, or came in the chat when that took longer. */
  readonly answer: unknown;
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
async function handOver(
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

function inOwnChat({ now }: Door, name: string, person: BenchPerson, more: ActivityJson): ActivityJson {
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

const mostSayings = 60;
/** Whoever was asked to try again in a little while does so less and less soon, in milliseconds. */
const longestRest = 10_000;
/** A process that dies after it said that the answer comes is found out within a minute. */
const promisedWithin = 100_000;

/** Vaktis says to a press that it takes longer, and that the answer comes in the chat. */
function isSlow(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Svaret kommer här i chatten');
}

/** Vaktis says that it has it, and that the answer comes later. */
export function isKept(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Jag tar emot');
}

/** Vaktis says that it could not do it, and asks to try again: an honest answer, on which a person acts. */
export function isApology(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Något gick fel hos mig');
}

const Data = z.object({ caseId: z.string(), offerId: z.string().nullish() });

/** Everybody presses what their cards offer; a press that gets no answer is made again. */
export function answerCards(
  { door, teams }: Story,
  people: readonly BenchPerson[],
  share: { readonly declines: number },
) {
  const pressed: Pressed[] = [];
  const done = new Set<string>();
  const underWay = new Set<Promise<void>>();
  // Nobody presses two things at once.
  const hands = createLanes();
  const byChat = new Map(people.map((person) => [chatOf(person), person]));
  const press = async (person: BenchPerson, card: unknown, verb: string, inputs = {}): Promise<void> => {
    const data = Data.safeParse(findAction(card, verb)?.data);
    if (!data.success) return;
    const { caseId, offerId = null } = data.data;
    const key = `${isAnswer(verb) ? offerId : `${verb} ${caseId}`} ${person.aadObjectId}`;
    if (done.has(key)) return;
    done.add(key);
    return hands.run(person.aadObjectId, () =>
      pressNow(person, { card, verb, inputs }, { caseId, offerId, key }),
    );
  };
  const pressNow = async (
    person: BenchPerson,
    { card, verb, inputs }: { card: unknown; verb: string; inputs: Parameters<typeof pressValue>[2] },
    { caseId, offerId, key }: { caseId: string; offerId: string | null; key: string },
  ): Promise<void> => {
    const at = performance.now();
    const tries: number[] = [];
    let answer: unknown = null;
    let silent = 0;
    for (
      let time = 0;
      time < mostSayings && (time === 0 || answer === null || isApology(answer));
      time += 1
    ) {
      if (time > 0) await setTimeout(Math.min(time * 1_000, longestRest));
      const from = performance.now();
      const value = pressValue(card, verb, inputs);
      // Teams hands no press over again: whoever gets no answer presses once more.
      const { tries: made, body } = await handOver(door, (nth) =>
        inOwnChat(door, 'execute-press', person, { id: `press-${key}-${time}-${nth}`, value }),
      );
      tries.push(...made);
      answer = isSlow(body) ? await comesInChat(person, [caseId, ...numbersOn(card)], from) : body;
      if (isSlow(body) && answer === null) silent += 1;
    }
    pressed.push({ conversation: chatOf(person), verb, caseId, offerId, at, tries, silent, answer });
    react(person, answer);
  };
  const comesInChat = async (
    person: BenchPerson,
    about: readonly string[],
    from: number,
  ): Promise<unknown> => {
    const isAnswer = ({ conversation, at, body }: Shown) =>
      conversation === chatOf(person) &&
      at > from &&
      (isApology(body) || about.some((word) => JSON.stringify(body).includes(word)));
    for (const until = performance.now() + promisedWithin; performance.now() < until; ) {
      const found = teams.shown.findLast(isAnswer);
      if (found) return found.body;
      await setTimeout(100);
    }
    return null;
  };
  const react = (person: BenchPerson, card: unknown): void => {
    const says = door.dice.under(100) < share.declines ? 'decline' : 'accept';
    const work = (async () => {
      if (says === 'decline') await press(person, card, 'decline', { text_decline: 'Sitter fast.' });
      await press(person, card, 'accept');
      await press(person, card, 'resolve', { text_resolve: 'Bytte kabeln.' });
      await press(person, card, 'confirm-resolved');
    })();
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  teams.onShown(({ conversation, body }) => {
    const person = byChat.get(conversation);
    if (person) react(person, body);
  });
  return { pressed, isIdle: () => underWay.size === 0 };
}

function numbersOn(card: unknown): readonly string[] {
  return JSON.stringify(card).match(/VK-\d+/g) ?? [];
}

function isAnswer(verb: string): boolean {
  return verb === 'accept' || verb === 'decline';
}
