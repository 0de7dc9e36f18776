import type { BenchConnector } from '../bench/turn/bench-connector.ts';
import type { BenchPerson } from '../bench/turn/bench-desk.ts';
import { chatOf } from '../bench/turn/drive.ts';
import type { ActivityJson } from '../support/activities.ts';
import { buildActivity } from '../support/activities.ts';
import { registration, serviceUrl } from '../support/teams-registration.ts';
import { type Door, type Handed, handOver } from './teams-side.ts';

/** One message of one person, and how it was handed over. */
export type Spoken = {
  readonly conversation: string;
  readonly id: string;
  readonly kind: Kind;
  readonly from: number;
  readonly handed: Handed;
  /** Whether a copy went to another replica at the same moment. */
  readonly twice: boolean;
};

type Kind = 'answer' | 'question' | 'person' | 'cancel' | 'thanks';

/** Each gets one reply. One talk in six ends with a case, and takes it back. */
const talks: readonly (readonly { kind: Kind; text: string }[])[] = [
  [{ kind: 'answer', text: 'Projektorn i lekhallen på Solrosen är svart' }, thanks('Det löste sig, tack!')],
  [{ kind: 'answer', text: 'skrivaren på Granen skriver inte ut' }, thanks('nu fungerar det, tack')],
  [{ kind: 'question', text: 'vem är vår tekniker?' }],
  [{ kind: 'answer', text: 'Hur lägger jag till skrivaren på Ekskolan?' }, thanks('Tack så mycket')],
  [{ kind: 'question', text: 'hjälp' }],
  [
    { kind: 'answer', text: 'wifi är jättesegt i paviljongen på Tomtebo sen i morse' },
    { kind: 'person', text: 'jag vill prata med en människa' },
    { kind: 'cancel', text: 'avbryt ärendet, det behövs inte längre' },
  ],
];

function thanks(text: string): { kind: Kind; text: string } {
  return { kind: 'thanks', text };
}

export type Speakers = {
  readonly door: Door;
  readonly connector: BenchConnector;
  readonly people: readonly BenchPerson[];
  /** How many talk at once. */
  readonly atOnce: number;
  /** Milliseconds that a person waits for the reply before the next thing is said all the same. */
  readonly patience: number;
  /** True until nobody shall begin another talk. */
  readonly goesOn: () => boolean;
};

export const server = 'rolling';
/** One message in so many comes to both replicas at once, as Teams does when an answer is slow. */
const twiceInOf = 8;

/** People talk, each saying the next thing when the reply is there, until they shall not go on. */
export async function speak(speakers: Speakers): Promise<Spoken[]> {
  const spoken: Spoken[] = [];
  let next = 0;
  const talkOn = async (): Promise<void> => {
    while (speakers.goesOn()) {
      const nth = next++;
      const person = speakers.people[nth % speakers.people.length];
      const talk = talks[nth % talks.length];
      if (person === undefined || talk === undefined) throw new Error('There is nobody to speak.');
      for (const [index, said] of talk.entries())
        spoken.push(await say(speakers, person, { ...said, id: `${nth}-${index}` }));
    }
  };
  await Promise.all(Array.from({ length: speakers.atOnce }, talkOn));
  return spoken;
}

async function say(
  { door, connector, patience }: Speakers,
  person: BenchPerson,
  said: { kind: Kind; text: string; id: string },
): Promise<Spoken> {
  const { kind, text, id } = said;
  const conversation = chatOf(server, person);
  const heard = connector.listenTo(conversation);
  const activity = { ...inOwnChat('personal-message', person), id, text };
  const from = performance.now();
  const twice = door.dice.under(twiceInOf) === 0;
  const first = door.dice.under(door.ports.length);
  const copy = twice ? handOver(door, activity, first + 1) : null;
  const [handed] = await Promise.all([handOver(door, activity, first), copy]);
  if (handed.taken) await heard.until(1, patience);
  return { conversation, id, kind, from, handed, twice };
}

/** Technicians and dispatchers have the app, so that their cards can be sent. */
export async function install(door: Door, people: readonly BenchPerson[]): Promise<void> {
  for (const person of people) {
    const { taken } = await handOver(door, {
      ...inOwnChat('installation-add', person),
      id: `install-${person.aadObjectId}`,
    });
    if (!taken) throw new Error('The app could not be installed for those who take cases.');
  }
}

function inOwnChat(name: string, person: BenchPerson): ActivityJson {
  return {
    ...buildActivity(name),
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: {
      id: chatOf(server, person),
      conversationType: 'personal',
      tenantId: registration.tenantId,
    },
  };
}
