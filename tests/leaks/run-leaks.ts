import { ask, type Question, type Said } from './ask.ts';
import { type Crowd, openSign, teamsPerson, type Who, who } from './leak-desk.ts';
import { everybodyInTeams, type LeakWorld, startLeakWorld } from './leak-world.ts';
import {
  createMarkers,
  type Entrance,
  entrances,
  findMarkers,
  type Kind,
  type Marker,
  type Markers,
} from './markers.ts';
import { type Owners, watchOwners } from './owners.ts';
import { type Ids, type Planted, plant } from './plant.ts';
import { createRandom, followUps, type Target, targets, targetsOf, tricks } from './questions.ts';
import { mayBeTold, type Reader, readerAs } from './readers.ts';
import { checkOwners, checkRights } from './rights.ts';

export type Leak = { readonly question: Question | null; readonly said: Said; readonly marker: Marker };
export type Count = { asked: number; leaks: number; seenWhenOpen: boolean };
export type LeakReport = {
  readonly seed: number;
  readonly asked: number;
  /** Texts that were searched. */
  readonly searched: number;
  readonly counts: Readonly<Record<Entrance, Record<Kind, Count>>>;
  readonly leaks: readonly Leak[];
  /** What should have been seen and was not: the search itself cannot be trusted. */
  readonly blind: readonly string[];
};

const doors = ['chat', 'channel', 'press', 'search', 'form', 'tab', 'ticket'] as const;

/** Questions in the order that the seed decides; every target is asked for through every door. */
function chooseQuestions(seed: number, count: number, targets: readonly Target[]): Question[] {
  const random = createRandom(seed);
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => {
    const found = all[Math.floor(random() * all.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  const inTab: readonly (Who | null)[] = [
    ...(['reader', 'hilda', 'anna', 'bo', 'cia', 'ella', 'dispatcher', 'eva', 'finn', null] as const),
  ];
  const pairs = doors.flatMap((entrance) => targets.map((target) => ({ entrance, target })));
  const order = pairs.map((pair) => ({ pair, by: random() })).sort((a, b) => a.by - b.by);
  return Array.from({ length: count }, (_, n): Question => {
    const { entrance, target } = order[n % order.length]?.pair ?? pick(pairs);
    const trick = pick(tricks);
    const language = random() < 0.65 ? 'sv' : 'en';
    const written = trick[language](target);
    const crowd: Crowd | 'unlisted' = random() < 0.15 ? 'unlisted' : pick(crowdOf(entrance));
    return {
      entrance,
      target,
      text:
        entrance === 'ticket'
          ? `Programmet Procapita startar inte. ${written}. Jag vill prata med en människa`
          : written,
      trick: trick.name,
      followUp: pick(followUps),
      crowd,
      named: entrance === 'ticket' || random() > shareOfNamed(target) ? null : pick(acquainted),
      n,
      inTab: pick(inTab),
      choice: random(),
    };
  });
}

/** People with cases of their own, and who have to do with some of the others'. */
const acquainted = ['anna', 'bo', 'cia', 'eva', 'finn', 'hilda'] as const;

/** Cases are asked for mostly by those who know some of them. */
function shareOfNamed({ kind }: Target): number {
  return kind === 'another’s case' ? 0.6 : 0.1;
}

/** What a press is tried on: not one's own case, which its owner may call off. */
function foreignTo({ named }: Question, ids: Planted, { has }: Owners): Ids {
  if (named === null) return ids;
  const own = [...ids.caseOf].filter(([name]) => has(who[named], { name })).map(([, { id }]) => id);
  return { ...ids, cases: ids.cases.filter((id) => !own.includes(id)) };
}

function crowdOf(entrance: Entrance): readonly Crowd[] {
  return entrance === 'ticket'
    ? ['staff']
    : ['staff', 'staff', 'staff', 'reader', 'editor', 'dispatcher', 'technician'];
}

/** Everything that stands in a desk is asked for in every way, and whatever anybody was told is searched. */
export async function runLeaks(options: {
  readonly seed: number;
  readonly questions: number;
  readonly languageModel?: Parameters<typeof startLeakWorld>[1]['languageModel'];
}): Promise<LeakReport> {
  const { seed, questions: count } = options;
  const markers = createMarkers(createRandom(seed));
  const all = Object.values(markers);
  const tally = newTally();
  const leaks: Leak[] = [];
  let searched = 0;
  const look = (question: Question | null, said: Said) => {
    searched += 1;
    for (const marker of findMarkers(said.text, all)) {
      if (mayBeTold(said.reader, marker, said.entrance, owners.has)) continue;
      tally[said.entrance][marker.kind].leaks += 1;
      leaks.push({ question, said, marker });
    }
  };
  const model = options.languageModel === undefined ? {} : { languageModel: options.languageModel };
  const world = await startLeakWorld(markers, { isOpen: false, crowd: count + 1, ...model });
  const ids = await plant(world, markers);
  const owners = await watchOwners(world, ids);
  const questions = chooseQuestions(seed, count, targetsOf(ids.caseOf));
  for (const said of await rest(world)) look(null, said);
  for (const question of questions) {
    tally[question.entrance][question.target.kind].asked += 1;
    const told = await ask(world, question, foreignTo(question, ids, owners));
    await owners.update();
    for (const said of told) look(question, said);
  }
  for (const said of await rest(world)) look(null, said);
  const blind = [
    ...(await checkRights(world, markers, ids)),
    ...(await checkOwners(world, markers, ids, count)),
  ];
  await world.close();
  blind.push(...(await checkOpen(markers, tally)));
  return { seed, asked: questions.length, searched, counts: tally, leaks, blind };
}

/** What goes to nobody in particular: the contractor's system and the log. */
async function rest(world: LeakWorld): Promise<Said[]> {
  const tickets = await world.takeTickets();
  const contractor = readerAs('contractor', ['site fact'], 'servicedesk');
  const nobody: Reader = { name: 'log', parties: [], owns: [], id: null };
  return [
    { reader: contractor, entrance: 'ticket', text: tickets },
    { reader: nobody, entrance: 'log', text: world.takeLog() },
  ];
}

/** The same questions at a desk where all of it may be read by everybody: through each door each thing is seen. */
async function checkOpen(m: Markers, tally: ReturnType<typeof newTally>): Promise<string[]> {
  const all = Object.values(m);
  const world = await startLeakWorld(m, { isOpen: true, crowd: 400 });
  for (const person of everybodyInTeams) await world.post(person, 'installation-add');
  world.takeSent();
  const mark = (entrance: Entrance, text: string) => {
    for (const { kind } of findMarkers(text, all)) tally[entrance][kind].seenWhenOpen = true;
  };
  const asked = doors.flatMap((entrance) =>
    targets.flatMap((target, n) =>
      (entrance === 'tab' ? [0, 0.13] : [0.1]).map(
        (choice, m2): Question => ({
          entrance,
          target,
          text: entrance === 'ticket' ? ticketWords(target.kind, all) : wordsWhenOpen(target),
          trick: 'asks',
          followUp: 'none',
          crowd: 'staff',
          named: null,
          n: (n * 2 + m2) * doors.length + doors.indexOf(entrance),
          inTab: 'reader',
          choice,
        }),
      ),
    ),
  );
  for (const question of asked) {
    for (const said of await ask(world, question, { cases: [], offers: [] })) mark(said.entrance, said.text);
  }
  mark('ticket', await world.takeTickets());
  mark('press', await pressOpen(world, all.map(({ text }) => text).join(' och ')));
  for (const [n, marker] of all.entries()) world.log({ n, seen: marker.text });
  mark('log', world.takeLog());
  await world.close();
  return entrances.flatMap((entrance) =>
    Object.entries(tally[entrance])
      .filter(([, { seenWhenOpen }]) => !seenWhenOpen)
      .map(([kind]) => `${kind} through ${entrance}: not seen where everybody may`),
  );
}

/** What a press of somebody with the right shows is what stands there: their case holds all of it. */
async function pressOpen(world: LeakWorld, words: string): Promise<string> {
  const eva = teamsPerson('eva');
  await world.post(eva, 'personal-message', {
    text: `Skärmen i hallen är trasig. Jag vill prata med en människa`,
  });
  await world.post(eva, 'personal-message', { text: words });
  const [item] = await world.opened.storage.stores.cases.casesOf('eva@desk.example', new Date(0));
  const data = { verb: 'show-case', caseId: item?.id ?? '' };
  const value = { action: { type: 'Action.Execute', verb: 'show-case', data }, trigger: 'manual' };
  world.takeSent();
  const posted = await world.post(teamsPerson('dispatcher'), 'execute-press', { value });
  return JSON.stringify([posted, world.takeSent()]);
}

/** A question about codes is a matter of its own; where anything may be read, it is asked by what it stands on. */
function wordsWhenOpen({ kind, sv }: Target): string {
  return kind === 'secret fact' ? openSign : sv;
}

function ticketWords(kind: Kind, all: readonly Marker[]): string {
  const words = all.filter((marker) => marker.kind === kind).map(({ text }) => text);
  return `Programmet Procapita startar inte, ${words.join(' och ')}. Jag vill prata med en människa`;
}

function newTally(): Record<Entrance, Record<Kind, Count>> {
  const count = (): Count => ({ asked: 0, leaks: 0, seenWhenOpen: false });
  const row = (): Record<Kind, Count> => ({
    'technician note': count(),
    draft: count(),
    'typed text': count(),
    'private part': count(),
    'another’s case': count(),
    'secret fact': count(),
    'withheld fact': count(),
    'site fact': count(),
    'absence reason': count(),
    'staff’s telephone': count(),
  });
  return {
    chat: row(),
    channel: row(),
    press: row(),
    search: row(),
    form: row(),
    tab: row(),
    ticket: row(),
    log: row(),
  };
}
