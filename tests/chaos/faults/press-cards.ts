import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { createLanes } from '#bot/lanes.ts';
import type { BenchPerson } from '../../bench/turn/bench-desk.ts';
import { findAction, pressValue } from '../../replay/find-action.ts';
import { chatOf, handOver, inOwnChat, isApology, longestRest, mostSayings, type Story } from './people.ts';
import type { Shown } from './teams.ts';

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

/** A process that dies after it said that the answer comes is found out within a minute. */
const promisedWithin = 100_000;

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

/** Vaktis says to a press that it takes longer, and that the answer comes in the chat. */
function isSlow(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('Svaret kommer här i chatten');
}
