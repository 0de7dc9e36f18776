import { ask, type Ids, type Question, type Said } from './ask.ts';
import { type Crowd, openSign, teamsPerson, type Who } from './leak-desk.ts';
import { everybodyInTeams, type LeakWorld, startLeakWorld } from './leak-world.ts';
import { createMarkers, type Entrance, entrances, findMarkers, type Kind, type Marker } from './markers.ts';
import { createRandom, followUps, type Target, targets, tricks } from './questions.ts';
import { mayBeTold, type Reader, readerAs } from './readers.ts';

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
export function chooseQuestions(seed: number, count: number): Question[] {
  const random = createRandom(seed);
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => {
    const found = all[Math.floor(random() * all.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  const inTab: readonly (Who | null)[] = ['reader', 'hilda', 'bo', 'cia', 'ella', 'dispatcher', 'eva', null];
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
      n,
      inTab: pick(inTab),
      choice: random(),
    };
  });
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
      if (mayBeTold(said.reader, marker.kind, said.entrance)) continue;
      tally[said.entrance][marker.kind].leaks += 1;
      leaks.push({ question, said, marker });
    }
  };
  const questions = chooseQuestions(seed, count);
  const model = options.languageModel === undefined ? {} : { languageModel: options.languageModel };
  const world = await startLeakWorld(markers, { isOpen: false, crowd: count, ...model });
  const ids = await plant(world, markers);
  for (const said of await rest(world)) look(null, said);
  for (const question of questions) {
    tally[question.entrance][question.target.kind].asked += 1;
    for (const said of await ask(world, question, ids)) look(question, said);
  }
  for (const said of await rest(world)) look(null, said);
  const blind = await checkRights(world, markers);
  await world.close();
  blind.push(...(await checkOpen(markers, tally)));
  return { seed, asked: questions.length, searched, counts: tally, leaks, blind };
}

/** What goes to nobody in particular: the contractor's system and the log. */
async function rest(world: LeakWorld): Promise<Said[]> {
  const tickets = await world.takeTickets();
  const contractor = readerAs('contractor', ['another’s case', 'site fact', 'staff’s telephone']);
  const nobody: Reader = { name: 'log', parties: [], owns: [] };
  return [
    { reader: contractor, entrance: 'ticket', text: tickets },
    { reader: nobody, entrance: 'log', text: world.takeLog() },
  ];
}

type Markers = ReturnType<typeof createMarkers>;

/** Cases of other people, and what somebody typed and did not save. */
async function plant(world: LeakWorld, m: Markers): Promise<Ids> {
  const [finn, hilda] = [teamsPerson('finn'), teamsPerson('hilda')];
  for (const person of everybodyInTeams) await world.post(person, 'installation-add');
  const say = (person: typeof finn, text: string) => world.post(person, 'personal-message', { text });
  await say(finn, `Skärmen i sal 4 på Skolan är trasig ${m.report.text}. Jag vill prata med en människa`);
  await say(finn, `Det står ${m.detail.text} på den`);
  await say(hilda, `Mitt konto är låst ${m.second.text}. Jag vill prata med en människa`);
  const note = await world.opened.editing.read('note', 'solen/projektorn');
  const content = { title: 'Projektorn', intro: m.typed.text };
  await world.call('admin', 'put', '/notes/solen/projektorn/draft', {
    basedOn: note?.version ?? 1,
    content: { ...blank, ...content },
  });
  world.takeSent();
  const open = await world.opened.storage.stores.cases.open();
  const offers = await Promise.all(open.map(({ id }) => world.opened.storage.stores.cases.currentOffer(id)));
  return {
    cases: open.map(({ id }) => id),
    offers: offers.flatMap((offer) => (offer ? [offer.id] : [])),
  };
}

const blank = {
  title: '',
  category: 'av',
  sites: ['solen'],
  siteKinds: [],
  audience: 'staff',
  symptoms: [],
  asset: null,
  warning: null,
  handledBy: null,
  owner: null,
  confidence: 'validated',
  reviewBy: null,
  validFrom: null,
  validTo: null,
  intro: '',
  stepsTitle: null,
  steps: [],
  outro: '',
};

/** Somebody with the right gets each thing, in the very world in which nobody else does. */
async function checkRights(world: LeakWorld, m: Markers): Promise<string[]> {
  const blind: string[] = [];
  const sees = async (what: string, marker: Marker, get: () => Promise<unknown>) => {
    const answer = await get();
    const text = JSON.stringify([answer, world.takeSent()]);
    if (findMarkers(text, [marker]).length === 0) blind.push(`${what}: whoever may see it does not`);
  };
  const [anna, bo, dispatcher, finn] = (['anna', 'bo', 'dispatcher', 'finn'] as const).map(teamsPerson);
  if (!anna || !bo || !dispatcher || !finn) return ['nobody is there'];
  const press = (person: typeof anna, verb: string, data: object) =>
    world.post(person, 'execute-press', {
      value: { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger: 'manual' },
    });
  const [reported] = await world.opened.storage.stores.cases.casesOf('finn@desk.example', new Date(0));
  const about = { caseId: reported?.id ?? '' };
  world.takeSent();
  await sees('technician note in the chat', m.body, () =>
    world.post(anna, 'personal-message', { text: 'nätverksskåpet i källaren på Solen' }),
  );
  await sees('technician note in the tab', m.title, () => world.call('bo', 'get', '/notes/solen/skapet'));
  await sees('draft in the tab', m.draftBody, () => world.call('ella', 'get', '/notes/solen/utkast'));
  await sees('typed text in the tab', m.typed, () =>
    world.call('admin', 'get', '/notes/solen/projektorn/draft'),
  );
  await sees('private part in the tab', m.private, () =>
    world.call('ella', 'get', '/notes/solen/projektorn'),
  );
  await sees('case by its technician’s press', m.report, () => press(bo, 'show-case', about));
  await sees('case by the search of its requester', m.report, () =>
    world.post(finn, 'extension-query', {
      value: {
        commandId: 'my-cases',
        parameters: [{ name: 'query', value: 'skärmen' }],
        queryOptions: { skip: 0, count: 25 },
      },
    }),
  );
  await sees('secret fact by the dispatcher’s press', m.otherKey, () =>
    press(dispatcher, 'show-secret', { ...about, value: 'key_location' }),
  );
  await sees('absence reason in the rota', m.sick, () =>
    world.call('dispatcher', 'get', '/desk/rota?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z'),
  );
  await sees('telephone in the desk', m.phone, () =>
    world.call('admin', 'get', '/desk/people/finn@desk.example'),
  );
  await sees('site fact in the desk', m.switch, () => world.call('admin', 'get', '/desk/sites/solen'));
  await sees('withheld fact in the desk', m.line, () => world.call('admin', 'get', '/desk/sites/solen'));
  return blind;
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
