import { describe, expect, it } from 'vitest';
import type { Case } from '#bot/handoff/case.ts';
import { estimateArrival } from '#bot/handoff/estimate-arrival.ts';
import { watchPromise } from '#bot/handoff/promise.ts';
import { travelMinutes } from '#bot/handoff/travel.ts';
import {
  caseNow,
  createWorld,
  noticesTo,
  open,
  press,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { site, smallDesk, technician, upns } from '../support/small-desk.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const { anna, eva, finn, dispatcher } = upns;
const minutes = (n: number) => n * 60_000;

async function taken(world: World): Promise<string> {
  const opened = await open(world);
  await press(world, 'accept', anna, opened.case.id);
  return opened.case.id;
}

const look = (world: World, id: string) => world.run((stores, ctx) => watchPromise(stores, ctx, id));
const promisesOf = (world: World, id: string) =>
  (caseNow(world, id).promises ?? []).map(({ at, how, outcome }) => [
    at.toISOString().slice(11, 16),
    how,
    outcome,
  ]);

describe('the way between sites', () => {
  const here = site('a', { lat: 59.33, lon: 18.06 });
  it.each([
    ['the same site', here, here, 0],
    ['four kilometres by their coordinates', here, site('b', { lat: 59.366, lon: 18.06 }), 18],
    ['the same area without coordinates', site('a'), site('b'), 15],
    ['another area', site('a'), site('b', { area: 'sodra' }), 30],
    ['nobody knows where', null, here, 20],
  ])('%s', (_, from, to, wanted) => {
    expect(travelMinutes(from, to)).toBe(wanted);
  });
});

describe('when a technician can be there', () => {
  const base = { siteId: 'solen', category: 'av', promisedAt: null, onSiteAt: null } as const;
  const low = { impact: 'low', urgency: 'low', level: 'low', hazard: false } as const;
  const item = { ...base, id: 'new', priority: low, createdAt: new Date('2026-11-23T09:00:00+01:00') };
  const estimate = (
    changes: Partial<typeof item> | Partial<Case> = {},
    options: {
      at?: string;
      visitHours?: string;
      closedDays?: string[];
      duty?: string;
      others?: Partial<Case>[];
    } = {},
  ) => {
    const { visitHours = null, closedDays = [], duty = 'Mo-Fr 07:30-16:00; PH off' } = options;
    const desk = smallDesk({
      sites: [site('solen', { visitHours, closedDays }), site('skolan', { area: 'sodra', visitHours: null })],
    });
    const who = technician(anna, { sites: ['solen'], duty });
    const others = (options.others ?? []).map(
      (other, n): Case => ({
        ...buildNewCase(item),
        number: 'VK-1',
        version: 1,
        updatedAt: item.createdAt,
        id: `other-${n}`,
        state: 'in-progress',
        assignee: { kind: 'technician', id: anna },
        ...other,
      }),
    );
    const at = new Date(options.at ?? '2026-11-23T09:15:00+01:00');
    const found = estimateArrival({
      technician: who,
      others,
      item: { ...item, ...changes } as Case,
      desk,
      at,
    });
    return found?.toISOString() ?? null;
  };

  it('rounds up to ten minutes', () => {
    expect(estimate()).toBe('2026-11-23T08:30:00.000Z');
  });
  it('comes after what was promised before, with the way there and back', () => {
    const others = [{ siteId: 'skolan', promisedAt: new Date('2026-11-23T10:00:00+01:00') }];
    // 30 minutes there, 30 of work, 30 back from 9.15.
    expect(estimate({}, { others })).toBe('2026-11-23T10:00:00.000Z');
  });
  it('goes first when it cannot wait, whatever else was promised', () => {
    const others = [{ siteId: 'skolan', promisedAt: new Date('2026-11-23T09:30:00+01:00') }];
    const priority = { ...low, level: 'critical' } as const;
    expect(estimate({ priority } as Partial<Case>, { others })).toBe('2026-11-23T08:30:00.000Z');
  });
  it('is taken on the way when something else at that site is done', () => {
    const others = [
      { siteId: 'solen', promisedAt: new Date('2026-11-23T09:30:00+01:00') },
      { siteId: 'skolan', promisedAt: new Date('2026-11-23T10:00:00+01:00') },
    ];
    expect(estimate({}, { others })).toBe('2026-11-23T09:00:00.000Z');
  });
  it('waits until the nap is over', () => {
    const visitHours = 'Mo-Fr 07:00-09:00,13:30-17:00';
    expect(estimate({}, { visitHours })).toBe('2026-11-23T12:40:00.000Z');
  });
  it('skips closed days and public holidays', () => {
    const at = '2026-12-24T15:00:00+01:00';
    const options = { at, duty: 'Mo-Fr 07:30-12:00; PH off', closedDays: ['2026-12-27/2026-12-28'] };
    expect(estimate({}, options)).toBe('2026-12-29T06:40:00.000Z');
  });
  it('waits for the duty of tomorrow', () => {
    expect(estimate({}, { at: '2026-11-23T16:30:00+01:00' })).toBe('2026-11-24T06:40:00.000Z');
  });
  it('is not held up by what waits for others', () => {
    const others = [
      { siteId: 'skolan', state: 'on-hold', promisedAt: new Date('2026-11-23T09:20:00+01:00') } as const,
    ];
    expect(estimate({}, { others })).toBe('2026-11-23T08:30:00.000Z');
  });
  it.each([
    ['nobody knows where', { siteId: null }],
    ['it is done from afar', { category: 'account' }],
  ])('is not foreseen when %s', (_, changes) => {
    expect(estimate(changes as Partial<Case>)).toBeNull();
  });
  it('is not foreseen when there is no such time', () => {
    expect(estimate({}, { visitHours: 'Sa 10:00-12:00' })).toBeNull();
  });
});

describe('a promise', () => {
  it('is made when the case is taken, and the requester hears it', async () => {
    const world = createWorld();
    const id = await taken(world);
    expect(promisesOf(world, id)).toEqual([['08:50', 'estimated', null]]);
    expect(noticesTo(world, eva)).toEqual([{ event: 'accepted', at: '2026-11-23T08:50:00.000Z' }]);
    const looks = world.memory.jobs.filter(({ job }) => job.name === 'watch' && job.data.about === 'promise');
    expect(looks.map(({ startAfter }) => startAfter?.toISOString().slice(11, 19))).toEqual([
      '08:35:00',
      '08:50:00',
    ]);
  });

  it.each([
    ['later:15m', '09:05'],
    ['later:30m', '09:20'],
    ['10:45', '09:45'],
    ['tomorrow', '06:30'],
  ])('is moved by one press: %s', async (value, wanted) => {
    const world = createWorld();
    const id = await taken(world);
    expect((await press(world, 'promise', anna, id, { value })).done).toBe(true);
    expect(promisesOf(world, id)).toEqual([
      ['08:50', 'estimated', 'changed'],
      [wanted, 'said', null],
    ]);
    expect(noticesTo(world, eva).at(-1)).toMatchObject({ event: 'promised' });
  });

  it('is kept by whoever arrives in time, and late by whoever does not', async () => {
    const [early, late] = [createWorld(), createWorld()];
    for (const [world, at] of [
      [early, '2026-11-23T09:52:00+01:00'],
      [late, '2026-11-23T10:00:00+01:00'],
    ] as const) {
      const id = await taken(world);
      world.moveTo(at);
      await press(world, 'on-site', anna, id);
    }
    const outcomes = [early, late].map(
      (world) => [...world.memory.cases.values()][0]?.promises?.[0]?.outcome,
    );
    expect(outcomes).toEqual(['kept', 'late']);
  });

  it('that will slip is told to both before the time, with a new one', async () => {
    const world = createWorld();
    const id = await taken(world);
    // Meanwhile something that cannot wait was taken, and she is there.
    const urgent = await open(world, {
      priority: { impact: 'high', urgency: 'high', level: 'critical', hazard: false },
      site: { id: 'skolan', source: 'mention', confidence: 1, candidates: [] },
    });
    await press(world, 'accept', upns.cia, urgent.case.id);
    await press(world, 'pass-on', upns.cia, urgent.case.id, { value: anna });
    await press(world, 'accept', anna, urgent.case.id);
    world.moveTo('2026-11-23T09:28:00+01:00');
    await press(world, 'on-site', anna, urgent.case.id);
    await look(world, id);
    const notice = noticesTo(world, eva).at(-1);
    expect(notice?.event).toBe('slipping');
    expect(repliesTo(world, anna).at(-1)).toMatchObject({
      kind: 'slip-question',
      why: 'slipping',
      told: '2026-11-23T09:30:00.000Z',
    });
    expect(promisesOf(world, id)).toEqual([
      ['08:50', 'estimated', 'changed'],
      ['09:30', 'estimated', null],
    ]);
  });

  it('that is broken is told to both, and in the end to the dispatcher', async () => {
    const world = createWorld();
    const id = await taken(world);
    world.moveTo('2026-11-23T09:50:00+01:00');
    await look(world, id);
    expect(noticesTo(world, eva).at(-1)?.event).toBe('late');
    expect(repliesTo(world, anna).at(-1)).toMatchObject({ kind: 'slip-question', why: 'late' });
    expect(promisesOf(world, id)).toEqual([['08:50', 'estimated', 'late']]);
    const told = noticesTo(world, eva).length;
    await look(world, id);
    expect(noticesTo(world, eva)).toHaveLength(told);
    world.clock.at = new Date(world.clock.at.getTime() + minutes(15));
    await look(world, id);
    const cards = [...world.memory.deliveries.values()].filter(
      ({ content, target }) =>
        content.kind === 'card' && target.kind === 'person' && target.upn === dispatcher,
    );
    expect(cards).toHaveLength(1);
  });

  it('is not looked at by mistake once somebody is there, waits, or gave it up', async () => {
    for (const [verb, value] of [
      ['on-site', null],
      ['hold', 'awaiting-part'],
      ['pass-on', upns.bo],
    ] as const) {
      const world = createWorld();
      const id = await taken(world);
      await press(world, verb, anna, id, { value });
      const told = noticesTo(world, eva).length;
      world.moveTo('2026-11-23T09:50:00+01:00');
      await look(world, id);
      expect(noticesTo(world, eva), verb).toHaveLength(told);
      expect(promisesOf(world, id)[0]?.[2], verb).toBe(verb === 'on-site' ? 'kept' : 'given-up');
    }
  });

  it('is told to everybody who reported it', async () => {
    const world = createWorld();
    const id = await taken(world);
    const item = caseNow(world, id);
    world.memory.cases.set(id, { ...item, reporterUpns: [finn] });
    world.moveTo('2026-11-23T09:50:00+01:00');
    await look(world, id);
    expect(noticesTo(world, finn).at(-1)?.event).toBe('late');
  });
});
