import { expect, test } from 'vitest';
import { sendMorningSummaries, viewDay } from '#bot/handoff/my-day.ts';
import { createWorld, open, press, repliesTo, type World } from '../support/handoff-world.ts';
import { site, smallDesk, technician, upns } from '../support/small-desk.ts';

const { anna, bo, eva } = upns;
const low = { impact: 'low', urgency: 'low', level: 'low', hazard: false } as const;
const at = (id: string) => ({ site: { id, source: 'mention', confidence: 1, candidates: [] } }) as const;

async function day(): Promise<World> {
  const desk = smallDesk({
    sites: [
      site('solen', { visitHours: 'Mo-Fr 13:30-17:00', contactUpn: eva }),
      site('manen', { visitHours: null, visitNotes: null }),
    ],
    technicians: [technician(anna, { areas: ['norra'] }), technician(bo, { areas: ['sodra'] })],
  });
  const world = createWorld({ desk });
  for (const [id, value] of [
    ['solen', '14:00'],
    ['manen', '10:00'],
    ['solen', '15:00'],
  ] as const) {
    const { case: item } = await open(world, { ...at(id), priority: low });
    await press(world, 'accept', anna, item.id);
    await press(world, 'promise', anna, item.id, { value });
  }
  const waiting = await open(world, { ...at('manen'), priority: low });
  await press(world, 'accept', anna, waiting.case.id);
  await press(world, 'hold', anna, waiting.case.id, { value: 'awaiting-part' });
  await open(world, { ...at('manen'), priority: low });
  return world;
}

const view = (world: World) => {
  const who = world.desk.technicians.get(anna);
  if (!who) throw new Error('anna is a technician');
  return viewDay(
    who,
    [...world.memory.cases.values()].filter(
      ({ assignee, offeredTo }) => (assignee ?? offeredTo)?.id === anna,
    ),
    world.ctx(),
    'asked',
  );
};

test('the day goes by promise, and what lies at one site is done in one visit', async () => {
  const { stops, waiting, offered } = view(await day());
  expect(stops.map((stop) => [stop.case.siteName, stop.arrive?.slice(11, 16)])).toEqual([
    ['Manen', '08:35'],
    ['Solen', '12:30'],
    ['Solen', '13:00'],
  ]);
  expect([waiting.length, offered.length]).toEqual([1, 1]);
});

test('each stop says how to get in, and never the code itself', async () => {
  const day_ = view(await day());
  const solen = day_.stops.find((stop) => stop.siteId === 'solen');
  expect(solen).toMatchObject({
    visitHours: 'Mo-Fr 13:30-17:00',
    visitNotes: 'vila 12–13.30',
    contact: { name: 'Eva' },
    keys: ['alarm_code', 'key_location'],
  });
  expect(JSON.stringify(day_)).not.toMatch(/907612|elskåpet/);
});

test('the morning summary goes to those who work today and have something open', async () => {
  const world = await day();
  world.moveTo('2026-11-24T07:15:00+01:00');
  const before = repliesTo(world, anna).length;
  await world.run((stores, ctx) => sendMorningSummaries(stores, ctx));
  expect(repliesTo(world, anna).slice(before)).toMatchObject([{ kind: 'my-day', occasion: 'morning' }]);
  expect(repliesTo(world, bo)).toEqual([]);
  world.moveTo('2026-11-28T07:15:00+01:00');
  await world.run((stores, ctx) => sendMorningSummaries(stores, ctx));
  expect(repliesTo(world, anna)).toHaveLength(before + 1);
});
