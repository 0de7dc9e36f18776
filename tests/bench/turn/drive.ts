import { Agent, request } from 'node:http';
import { type ActivityJson, buildActivity } from '../../support/activities.ts';
import type { BenchConnector } from './bench-connector.ts';
import type { BenchPerson } from './bench-desk.ts';
import { type Episode, episodes, type Said } from './episodes.ts';

/** One message, from its first byte to its last visible reply, in milliseconds. */
export type Measured = { readonly kind: string; readonly milliseconds: number };

export type Faults = { lost: number; doubled: number; failed: number };

export type Driven = {
  readonly measured: readonly Measured[];
  readonly seconds: number;
  readonly faults: Faults;
  /** What went wrong, for whoever looks into it. */
  readonly complaints: readonly string[];
};

export type Target = {
  readonly url: string;
  /** Echo says one thing to everything. */
  readonly echo: boolean;
  /** Names its conversations, so that two servers never share one. */
  readonly name: string;
  /** Goes through the staff, round and round. */
  nextPerson(): { person: BenchPerson; talk: number };
};

const template = buildActivity('personal-message');
const lostAfter = 10_000;

/**
 * So many conversations at once, each saying its next message when the reply to the one before is there; a talk
 * that is over makes place for another person's. Ends after `seconds`, with the talks that are under way.
 */
export async function drive(
  target: Target,
  connector: BenchConnector,
  load: { conversations: number; seconds: number },
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.conversations });
  const began = performance.now();
  const ends = began + load.seconds * 1000;
  const measured: Measured[] = [];
  const faults: Faults = { lost: 0, doubled: 0, failed: 0 };
  const complaints: string[] = [];
  let next = 0;
  const converse = async (): Promise<void> => {
    while (performance.now() < ends) {
      const episode = episodes[next++ % episodes.length] ?? [];
      const turns = await hold(target, connector, agent, episode);
      for (const turn of turns) {
        if (turn.fault === null) measured.push(turn.measured);
        else {
          faults[turn.fault] += 1;
          complaints.push(turn.complaint);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: load.conversations }, converse));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { measured, seconds, faults, complaints };
}

type Turn =
  | { readonly fault: null; readonly measured: Measured }
  | { readonly fault: keyof Faults; readonly complaint: string };

async function hold(
  target: Target,
  connector: BenchConnector,
  agent: Agent,
  episode: Episode,
): Promise<Turn[]> {
  const { person, talk } = target.nextPerson();
  const turns: Turn[] = [];
  for (const [index, said] of episode.entries()) {
    const id = `${target.name}-${talk}-${index}`;
    turns.push(await sayOne(target, connector, agent, { person, said, id }));
  }
  return turns;
}

async function sayOne(
  target: Target,
  connector: BenchConnector,
  agent: Agent,
  message: { person: BenchPerson; said: Said; id: string },
): Promise<Turn> {
  const { person, said, id } = message;
  const conversation = chatOf(target.name, person);
  const expected = target.echo ? 1 : said.replies;
  const heard = connector.listenTo(conversation);
  const activity = { ...inOwnChat(target.name, person, connector.url), id, text: said.text };
  const from = performance.now();
  const status = await post(`${target.url}/api/messages`, activity, agent);
  await heard.until(expected, lostAfter);
  const arrived = heard.taken();
  const complaint = () =>
    `${said.kind} "${said.text}": ${status}, ${arrived.map(({ body }) => body.slice(330, 700))}`;
  if (status !== 200) return { fault: 'failed', complaint: complaint() };
  if (arrived.length < expected) return { fault: 'lost', complaint: complaint() };
  if (arrived.length > expected + (target.echo ? 0 : said.later))
    return { fault: 'doubled', complaint: complaint() };
  const last = arrived[expected - 1]?.at ?? from;
  return { fault: null, measured: { kind: said.kind, milliseconds: last - from } };
}

export function chatOf(server: string, person: BenchPerson): string {
  return `a:${server}-${person.aadObjectId}`;
}

export function inOwnChat(server: string, person: BenchPerson, serviceUrl: string): ActivityJson {
  return {
    ...template,
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: { ...Object(template.conversation), id: chatOf(server, person) },
  };
}

/** @returns the status; 0 when the connection broke. */
export function post(url: string, body: ActivityJson, agent?: Agent): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        ...(agent ? { agent } : {}),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    // Also after the answer: a kept connection that the other side resets must not end the measuring.
    sent.on('error', () => resolve(0));
    sent.end(text);
  });
}
