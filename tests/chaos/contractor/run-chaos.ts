import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { openCase } from '#bot/handoff/open-case.ts';
import { addDetail, notResolved } from '#bot/handoff/requester-actions.ts';
import { createDice, type Dice } from '../../bench/search/dice.ts';
import { address, triageOf } from '../../support/handoff-world.ts';
import { person, upns } from '../../support/small-desk.ts';
import { type Expected, judge, type Verdict } from './expect.ts';
import { type Place, startPlaces } from './places.ts';
import { type ChaosWorld, openWorld } from './world.ts';

export type ChaosOptions = {
  readonly seed: number;
  readonly cases: number;
  /** Of a hundred calls so many go wrong. */
  readonly share: number;
  readonly tell?: (line: string) => void;
};

export type ChaosResult = {
  readonly connector: string;
  readonly canBeAsked: boolean;
  readonly cases: number;
  readonly faults: number;
  readonly verdict: Verdict;
};

export type ChaosReport = {
  readonly results: readonly ChaosResult[];
  readonly died: number;
  readonly rounds: number;
  /** Cases whose contractor was never told all, as we think ourselves. */
  readonly stillWaiting: number;
};

/** So many rounds without an end say that something hangs. */
const mostRounds = 20_000;
const atOnce = 12;
/** What fails for a reason of our own is tried again without a pause: the clock is not the queue's. */
export const retriesAtOnce = { retryLimit: 50, retryDelay: 0, retryBackoff: false };

/** One case: what is still to be said about it, and what was. */
type Story = {
  readonly place: Place;
  readonly caseWord: string;
  readonly todo: ('words' | 'file' | 'reopen')[];
  readonly words: string[];
  readonly files: string[];
  id: string | null;
  reference: string;
};

/** Tells every contractor of many cases while their systems misbehave, and then reads what they have. */
export async function runChaos(opened: OpenStorage, options: ChaosOptions): Promise<ChaosReport> {
  const dice = createDice(options.seed);
  const dataFolder = await mkdtemp(join(tmpdir(), 'vaktis-chaos-'));
  let now = () => new Date();
  const places = await startPlaces({ ...options, dataFolder, now: () => now() });
  try {
    const port = places.flatMap((place) => ('port' in place ? [Number(place.port)] : []))[0] ?? 0;
    const world = await openWorld(opened, { places, port, dice, dataFolder });
    now = world.now;
    const stories = plan(places, options, dice);
    const rounds = await play(world, stories, dice, options.tell);
    const results = await Promise.all(places.map((place) => check(place, stories)));
    const summaries = await world.storage.stores.contractorLines.summaries();
    const stillWaiting = summaries.reduce((sum, { waiting }) => sum + waiting, 0);
    return { results, died: world.died.count, rounds, stillWaiting };
  } finally {
    await opened.jobs.stop(1_000);
    await Promise.all(places.map((place) => place.close()));
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function plan(places: readonly Place[], { cases }: ChaosOptions, dice: Dice): Story[] {
  return Array.from({ length: cases }, (_, n) => {
    const place = places[n % places.length];
    if (place === undefined) throw new Error('there is no contractor');
    const todo: Story['todo'] = Array.from({ length: dice.under(3) }, () => 'words');
    if (place.files) for (let files = dice.under(3); files > 0; files -= 1) todo.push('file');
    if (place.reopens && dice.under(3) === 0) todo.push('reopen', 'words');
    return { place, caseWord: `fall${n}x`, todo, words: [], files: [], id: null, reference: '' };
  });
}

async function play(
  world: ChaosWorld,
  stories: readonly Story[],
  dice: Dice,
  tell: (line: string) => void = () => undefined,
): Promise<number> {
  for (let round = 1; round < mostRounds; round += 1) {
    const open = stories.filter(({ id, todo }) => id === null || todo.length > 0);
    for (let n = 0; n < Math.min(Math.max(atOnce, open.length / 5), open.length); n += 1)
      await advance(world, dice.one(open));
    await world.settle();
    const isLater = await world.skip();
    if (round % 100 === 0) tell(`round ${round}: ${open.length} cases have more to say`);
    if (open.length === 0 && !isLater) return round;
  }
  throw new Error('it does not come to an end');
}

/** The next thing that is said about a case. */
async function advance(world: ChaosWorld, story: Story): Promise<void> {
  if (story.id === null) return begin(world, story);
  const [next] = story.todo;
  if (next === 'words') await say(world, story, []);
  if (next === 'file') await sendFile(world, story);
  if (next !== 'reopen' || (await reopen(world, story))) story.todo.shift();
}

async function begin({ storage, loaded, now }: ChaosWorld, story: Story): Promise<void> {
  const triage = triageOf(loaded.desk, now(), {
    text: `Det är stopp ${story.caseWord}`,
    site: { id: story.place.contractor.id, source: 'home', confidence: 1, candidates: [] },
    category: { id: 'account', confidence: 1 },
  });
  const requester = person(upns.eva);
  const ctx = { at: now(), newId: () => crypto.randomUUID(), loaded };
  const { case: opened } = await storage.transaction((stores) =>
    openCase(stores, ctx, {
      requester,
      triage,
      report: {
        words: [triage.text],
        attempts: [],
        dialogue: [{ at: ctx.at, who: 'requester', name: requester.name, text: triage.text }],
        attachments: [],
        masked: [],
      },
      conversation: address(requester.upn),
    }),
  );
  story.id = opened.id;
  story.reference = opened.number;
}

type Files = NonNullable<Parameters<typeof addDetail>[2]['attachments']>;

async function say(world: ChaosWorld, story: Story, attachments: Files): Promise<void> {
  const word = `${story.caseWord}-ord${story.words.length}x`;
  const { done } = await ask(world, addDetail, story, word, attachments);
  if (done) story.words.push(word);
}

async function sendFile(world: ChaosWorld, story: Story): Promise<void> {
  const content = `${story.caseWord}-fil${story.files.length}x`;
  const id = crypto.randomUUID();
  const bytes = new TextEncoder().encode(content);
  await world.storage.stores.attachments.add({
    id,
    at: world.now(),
    name: 'bild.txt',
    contentType: 'text/plain',
    bytes,
  });
  const before = story.words.length;
  await say(world, story, [{ id, name: 'bild.txt', contentType: 'text/plain', size: bytes.length }]);
  if (story.words.length > before) story.files.push(content);
}

/** They say that it is solved; once we have heard it, the requester says that it is not. False: not heard yet. */
async function reopen(world: ChaosWorld, story: Story): Promise<boolean> {
  const { contractor } = story.place;
  const item = await world.storage.stores.cases.get(story.id ?? '');
  if (item?.assignee?.kind !== 'contractor') return false;
  if (item.state === 'resolved') {
    const word = `${story.caseWord}-igen${story.words.length}x`;
    const { done } = await ask(world, notResolved, story, word, []);
    if (done) story.words.push(word);
    return done;
  }
  if (!story.place.isSolved(story.reference)) story.place.solve(story.reference);
  const data = { contractorId: contractor.id, references: [story.reference], failures: 0 };
  await world.storage.stores.jobs.enqueue({ name: 'follow-contractor', data });
  return false;
}

async function ask(
  { storage, loaded, now }: ChaosWorld,
  action: typeof addDetail,
  story: Story,
  text: string,
  attachments: Files,
): Promise<{ done: boolean }> {
  const ctx = { at: now(), newId: () => crypto.randomUUID(), loaded };
  const input = { caseId: story.id ?? '', actor: person(upns.eva), text, attachments };
  return storage.transaction((stores) => action(stores, ctx, input));
}

async function check(place: Place, stories: readonly Story[]): Promise<ChaosResult> {
  const own = stories.filter((story) => story.place === place);
  const expected: Expected[] = own.map(({ reference, caseWord, words, files }) => ({
    reference,
    caseWord,
    words,
    files,
  }));
  const verdict = judge(expected, await place.read(), place);
  return {
    connector: place.contractor.connector,
    canBeAsked: place.canBeAsked,
    cases: own.length,
    faults: place.faults(),
    verdict,
  };
}
