import { beforeAll, describe, expect, it, test } from 'vitest';
import { announceOutage, readOutage, writeOutage } from '#bot/handoff/announce.ts';
import { boardId, viewBoard } from '#bot/handoff/board.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import { createBoardKeeper } from '#bot/jobs/keep-boards.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import {
  caseNow,
  createWorld,
  eventKinds,
  noticesTo,
  open,
  press,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { upns } from '../support/small-desk.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const { anna, eva, finn, dispatcher } = upns;
const low = { impact: 'low', urgency: 'low', level: 'low', hazard: false } as const;

describe('changing the priority', () => {
  test('is the dispatcher’s, with a reason, and whoever is asked hears it with less time', async () => {
    const world = createWorld();
    const { case: item } = await open(world, { priority: low });
    const first = [...world.memory.offers.values()][0];
    const done = await press(world, 'reprioritise', dispatcher, item.id, {
      value: 'high',
      text: 'Provet börjar nu.',
    });
    expect(done.done).toBe(true);
    expect(caseNow(world, item.id).priority.level).toBe('high');
    expect(repliesTo(world, anna).at(-1)).toMatchObject({ kind: 'case-message', text: 'Provet börjar nu.' });
    const offers = [...world.memory.offers.values()];
    expect(offers.map(({ to, status }) => [to.id, status])).toEqual([
      [anna, 'withdrawn'],
      [anna, 'offered'],
    ]);
    expect(offers[1]?.acknowledgeBy?.getTime()).toBeLessThan(first?.acknowledgeBy?.getTime() ?? 0);
    expect(eventKinds(world, item.id)).toContain('reprioritised');
  });

  test.each([
    ['a technician', anna, 'high', 'Nu.'],
    ['without a reason', dispatcher, 'high', null],
    ['to no level', dispatcher, 'sky-high', 'Nu.'],
    ['to what it is', dispatcher, 'low', 'Nu.'],
  ])('is refused: %s', async (_, by, value, text) => {
    const world = createWorld();
    const { case: item } = await open(world, { priority: low });
    expect((await press(world, 'reprioritise', by, item.id, { value, text })).done).toBe(false);
    expect(caseNow(world, item.id).priority.level).toBe('low');
  });
});

describe('the board', () => {
  const flags = (world: World) =>
    viewBoard([...world.memory.cases.values()], world.ctx()).rows.map(({ flag }) => flag);

  it('shows what needs somebody, worst first, and leaves out what goes its way', async () => {
    const world = createWorld();
    await open(world, { priority: low });
    expect(flags(world)).toEqual(['unacknowledged']);
    const { case: second } = await open(world, { priority: low });
    await press(world, 'accept', anna, second.id);
    expect(flags(world)).toEqual(['unacknowledged']);
    world.moveTo('2026-11-23T12:00:00+01:00');
    expect(flags(world)).toEqual(['late', 'unacknowledged']);
    world.memory.cases.set(second.id, { ...caseNow(world, second.id), assignee: null, offeredTo: null });
    expect(flags(world)[0]).toBe('nobody');
    world.moveTo('2026-11-30T12:00:00+01:00');
    expect(flags(world)).toContain('overdue');
  });

  it('counts', async () => {
    const world = createWorld();
    const { case: item } = await open(world, { priority: low });
    await press(world, 'accept', anna, item.id);
    await press(world, 'hold', anna, item.id, { value: 'awaiting-part' });
    await open(world, { priority: low });
    const board = viewBoard([...world.memory.cases.values()], world.ctx());
    expect(board).toMatchObject({ open: 2, unacknowledged: 1, waiting: 1 });
  });

  it('on screen follows what happens, and is left alone while nothing does', async () => {
    const world = createWorld();
    const sent: { replaces: string | null; kind: string }[] = [];
    const base = {
      storage: world.storage,
      deskSource: { current: async () => world.loaded },
      now: () => world.clock.at,
      newId: world.newId,
      logger: { info: () => {}, warn: () => {} },
    };
    const deliverer = createDeliverer({
      ...base,
      random: () => 0,
      firstContact: () => null,
      notifier: {
        async send({ replaces, envelope }) {
          sent.push({ replaces, kind: envelope.content.kind });
          return { activityId: replaces ?? 'the-board' };
        },
      },
    });
    const keeper = createBoardKeeper({ ...base, deliverer });
    await keeper.look();
    expect(sent).toEqual([]);
    const id = 'first-board';
    const card = { kind: 'board-card', caseId: boardId, viewerUpn: dispatcher } as const;
    const target = { kind: 'person', upn: dispatcher } as const;
    const blank = { caseId: null, offerId: null, replaces: null, createdAt: world.clock.at };
    await world.stores.deliveries.add({ id, target, content: { kind: 'card', card }, ...blank });
    await deliverer.deliverAll([id]);
    await keeper.look();
    const before = sent.length;
    await keeper.look();
    expect(sent).toHaveLength(before);
    await open(world, { priority: low });
    await keeper.look();
    expect(sent.slice(before)).toEqual([{ replaces: 'the-board', kind: 'board' }]);
  });
});

describe('announcing an outage', () => {
  const outage = {
    category: 'network',
    siteIds: ['solen'],
    text: 'Fibern är av till klockan tolv.',
  } as const;
  const announce = (world: World, by: string, what = outage) =>
    world.run((stores, ctx) => announceOutage(stores, ctx, { actor: world.person(by), outage: { ...what } }));

  it('tells those whom it concerns, those who reported it about their case, and is said once', async () => {
    const world = createWorld();
    await open(world, { category: { id: 'network', confidence: 1 } });
    const done = await announce(world, dispatcher);
    expect(done?.reply).toMatchObject({ kind: 'announced' });
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'announced', text: outage.text });
    expect(repliesTo(world, finn).at(-1)).toMatchObject({ kind: 'announcement', siteNames: ['Solen'] });
    expect(await announce(world, dispatcher)).toBeNull();
  });

  it('is not a technician’s', async () => {
    expect(await announce(createWorld(), anna)).toBeNull();
  });

  it('comes back from a press only as it was written', () => {
    const { desk } = createWorld();
    expect(readOutage(writeOutage({ ...outage, text: 'a | b' }), desk)).toEqual({ ...outage, text: 'a | b' });
    for (const value of [null, '', 'network|borta|text', 'fel|solen|text', 'network|solen|'])
      expect(readOutage(value, desk), String(value)).toBeNull();
  });
});

describe('after the visit', () => {
  async function solved() {
    const world = createWorld();
    const { case: item } = await open(world, { priority: low });
    await press(world, 'accept', anna, item.id);
    await press(world, 'on-site', anna, item.id);
    return {
      world,
      id: item.id,
      result: await press(world, 'resolve', anna, item.id, { text: 'Bytte lampan.' }),
    };
  }

  it('it is asked once whether it could have been solved from a distance, and kept', async () => {
    const { world, id, result } = await solved();
    expect(result.answer).toMatchObject({ view: { askRemote: true } });
    expect(
      (await press(world, 'could-be-remote', finn, id, { value: 'yes' }).catch(() => null))?.done ?? false,
    ).toBe(false);
    expect((await press(world, 'could-be-remote', anna, id, { value: 'kanske' })).done).toBe(false);
    const pressed = await press(world, 'could-be-remote', anna, id, { value: 'yes' });
    expect(pressed.answer).toMatchObject({ view: { askRemote: false } });
    expect(caseNow(world, id).couldBeRemote).toBe(true);
    expect((await press(world, 'could-be-remote', anna, id, { value: 'yes' })).done).toBe(false);
  });
});

describe('a dispatcher in the talk', () => {
  const mona = 'mona.grahn@ekbacken.example';
  let desk: LoadedDesk;
  beforeAll(async () => {
    desk = await loadDesk();
  });

  it('gets the board, as a card that is kept', async () => {
    const talk = startTalk(desk, { from: mona });
    await talk.say('tavlan');
    const cards = [...talk.memory.deliveries.values()].filter(({ content }) => content.kind === 'card');
    expect(cards.map(({ content }) => content.kind === 'card' && content.card.kind)).toEqual(['board-card']);
  });

  it('announces for all when all is said, also where one house goes by the name of it', async () => {
    const talk = startTalk(desk, { from: mona });
    const asked = await talk.say('driftstörning: telefonin ligger nere i hela förvaltningen');
    expect(reply(asked, 'announce-question').outage.siteIds).toEqual([]);
  });

  it('announces with one press, and the next report joins and hears it at once', async () => {
    const talk = startTalk(desk, { from: mona });
    const asked = await talk.say('Driftinfo: Nätet är nere på Blåklockan till klockan tolv.');
    const { outage } = reply(asked, 'announce-question');
    expect(outage).toMatchObject({ category: 'network', siteIds: ['blaklockan'] });
    await talk.press({ verb: 'announce', value: writeOutage(outage) });
    const [announced] = [...talk.memory.cases.values()];
    const staff = [...desk.desk.people.values()].find(
      ({ homeSiteIds, roles }) =>
        homeSiteIds.length === 1 && homeSiteIds[0] === 'blaklockan' && roles.includes('staff'),
    );
    const report = await talk.say('internet är nere på hela Blåklockan, ingen kommer ut', {
      from: staff?.upn ?? '',
    });
    expect([report.caseEffect, report.caseId]).toEqual(['joined', announced?.id]);
    expect(reply(report, 'joined').announcement).toBe('Nätet är nere på Blåklockan till klockan tolv.');
  });

  it('is nobody else: staff who write the same are heard as before', async () => {
    const talk = startTalk(desk, { from: 'hanna.nilsson@ekbacken.example' });
    const turn = await talk.say('tavlan');
    expect([...talk.memory.deliveries.values()].some(({ content }) => content.kind === 'card')).toBe(false);
    expect(turn.handled).toBe(true);
  });
});
