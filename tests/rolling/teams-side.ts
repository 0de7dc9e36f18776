import { type Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Dice } from '../bench/search/dice.ts';

/** One try to hand an activity over: the answer's status; 0 when there was no answer. */
type Try = { readonly port: number; readonly status: number };

export type Handed = { readonly tries: readonly Try[]; readonly taken: boolean };

export type Door = {
  readonly ports: readonly number[];
  readonly agent: Agent;
  readonly dice: Dice;
  readonly sign: () => string;
};

/** Teams gives up on a turn after so long, and sends the activity again. */
const patience = 15_000;
const pauseBetween = 200;
const mostTries = 60;

/**
 * Hands one activity over as Teams and a plain proxy do together: to the replica `first`, and once more to another after
 * a refused or broken connection or a 5xx, with the same id.
 */
export async function handOver(door: Door, activity: object, first = 0): Promise<Handed> {
  const tries: Try[] = [];
  let turn = first;
  while (tries.length < mostTries) {
    const port = door.ports[turn % door.ports.length] ?? 0;
    const status = await post(port, activity, door);
    tries.push({ port, status });
    if (status >= 200 && status < 500) return { tries, taken: status < 300 };
    turn += 1;
    await setTimeout(pauseBetween);
  }
  return { tries, taken: false };
}

function post(port: number, activity: object, { agent, sign }: Door): Promise<number> {
  const text = JSON.stringify(activity);
  return new Promise((resolve) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: '/api/messages',
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${sign()}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', () => resolve(0));
      },
    );
    sent.setTimeout(patience, () => sent.destroy());
    sent.on('error', () => resolve(0));
    sent.end(text);
  });
}
