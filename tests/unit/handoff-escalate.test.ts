import { describe, expect, test } from 'vitest';
import { escalate } from '#bot/handoff/escalate.ts';
import { startOffer } from '#bot/handoff/start-offer.ts';
import {
  cardsTo,
  caseNow,
  contact,
  createWorld,
  eventKinds,
  noticesTo,
  open,
  press,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { person, smallDesk, upns } from '../support/small-desk.ts';

const { anna, bo, cia, dispatcher, eva } = upns;
const critical = { impact: 'high', urgency: 'high', level: 'critical', hazard: false } as const;

async function passTime(
  world: World,
  caseId: string,
  why: 'not-acknowledged' | 'undeliverable' = 'not-acknowledged',
) {
  const offer = await world.stores.cases.currentOffer(caseId);
  if (offer === null) throw new Error('nobody is asked');
  if (offer.acknowledgeBy !== null && why === 'not-acknowledged')
    world.moveTo(offer.acknowledgeBy.toISOString());
  return world.run((stores, ctx) => escalate(stores, ctx, { caseId, offerId: offer.id, why }));
}

describe('no answer in time', () => {
  test('asks the deputy, then any technician, the contractor, and the requester hears each by name', async () => {
    const world = createWorld();
    const { id } = (await open(world)).case;
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(cia);
    const names = repliesTo(world, eva).map(
      (reply) => reply.kind === 'case-notice' && reply.case.offeredTo?.name,
    );
    expect(names).toEqual(['Bo', 'Cia']);
    expect(noticesTo(world, eva)[0]).toEqual({ event: 'reassigned', reason: 'not-acknowledged' });
    expect(eventKinds(world, id).slice(0, 5)).toEqual([
      'opened',
      'offered',
      'not-acknowledged',
      'escalated',
      'offered',
    ]);
  });

  test('does nothing when the offer was answered meanwhile', async () => {
    const world = createWorld();
    const opened = await open(world);
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    await press(world, 'accept', anna, opened.case.id);
    const before = structuredClone(world.memory);
    world.moveTo('2026-11-24T09:00:00+01:00');
    const input = { caseId: opened.case.id, offerId: offer?.id ?? '', why: 'not-acknowledged' } as const;
    expect((await world.run((stores, ctx) => escalate(stores, ctx, input))).case).toBeNull();
    expect(world.memory).toEqual(before);
  });

  test('that comes too early is put off until the time is up', async () => {
    const world = createWorld();
    const opened = await open(world);
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    const input = { caseId: opened.case.id, offerId: offer?.id ?? '', why: 'not-acknowledged' } as const;
    await world.run((stores, ctx) => escalate(stores, ctx, input));
    expect((await world.stores.cases.getOffer(offer?.id ?? ''))?.status).toBe('offered');
    expect(world.memory.jobs.at(-1)).toMatchObject({
      job: { name: 'escalate' },
      startAfter: offer?.acknowledgeBy,
    });
  });

  test('skips who is absent and goes on to the next step', async () => {
    const absences = [{ from: '2026-11-23', to: '2026-11-23', reason: null }];
    const world = createWorld({ desk: smallDesk({ bo: { absences } }) });
    const { id } = (await open(world)).case;
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(cia);
  });

  test('skips whom no message can reach', async () => {
    const contacts = [contact(anna), contact(bo, { reachable: false }), contact(cia)];
    const world = createWorld({ contacts });
    const { id } = (await open(world)).case;
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(cia);
  });

  test('a critical case at night passes the closed contractor and ends with the dispatcher', async () => {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    const { id } = (await open(world, { priority: critical })).case;
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'dispatcher', id: dispatcher });
    expect(repliesTo(world, eva).at(-1)).toMatchObject({
      case: { offeredTo: { name: 'Dis', phone: '08-000 00 99' } },
    });
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'contractor', id: 'servicedesk' });
  });

  test('somebody on call is asked at night, before the dispatcher', async () => {
    const desk = smallDesk({ bo: { onCall: '24/7' }, cia: { onCall: '24/7' } });
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00', desk });
    const { id } = (await open(world, { priority: critical })).case;
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(cia);
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo?.id).toBe(dispatcher);
  });

  test('without dispatchers the admins are asked', async () => {
    const people = [...smallDesk().people.values()].filter(({ upn }) => upn !== dispatcher);
    const admin = person('admin@desk.example', { roles: ['admin'] });
    const world = createWorld({
      at: '2026-11-23T22:00:00+01:00',
      desk: smallDesk({ people: [...people, admin] }),
    });
    const { id } = (await open(world, { priority: critical })).case;
    await passTime(world, id);
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'dispatcher', id: admin.upn });
  });

  test('when nobody at all is left the case waits for the first choice, with an owner and a clock', async () => {
    const people = [...smallDesk().people.values()].filter(({ upn }) => upn !== dispatcher);
    const settings = { contractors: [] };
    const world = createWorld({ desk: smallDesk({ people, settings }) });
    const { id } = (await open(world)).case;
    for (let n = 0; n < 3; n += 1) await passTime(world, id);
    expect(caseNow(world, id)).toMatchObject({ state: 'new', offeredTo: { id: anna } });
    expect(await world.stores.cases.currentOffer(id)).toBeNull();
    expect(world.memory.jobs.some(({ job }) => job.name === 'offer')).toBe(true);
  });
});

test('a card that cannot be delivered asks the next at once', async () => {
  const world = createWorld();
  const { id } = (await open(world)).case;
  await passTime(world, id, 'undeliverable');
  expect(caseNow(world, id).offeredTo?.id).toBe(bo);
  expect(noticesTo(world, eva)).toEqual([{ event: 'reassigned', reason: 'undeliverable' }]);
});

describe('at the start of the duty', () => {
  async function waiting(changes: Parameters<typeof smallDesk>[0] = {}) {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00', desk: smallDesk(changes) });
    const { id } = (await open(world)).case;
    const begin = (at: string) => {
      world.moveTo(at);
      return world.run((stores, ctx) => startOffer(stores, ctx, { caseId: id, upn: anna }));
    };
    return { world, id, begin };
  }

  test('the case is offered, once', async () => {
    const { world, begin } = await waiting();
    await begin('2026-11-24T07:30:00+01:00');
    expect(cardsTo(world, anna)).toHaveLength(1);
    await begin('2026-11-24T07:31:00+01:00');
    expect(cardsTo(world, anna)).toHaveLength(1);
  });

  test('somebody else is asked when the technician fell ill, and the requester hears who', async () => {
    const { world, id, begin } = await waiting();
    const ill = smallDesk({ anna: { absences: [{ from: '2026-11-24', to: '2026-11-24', reason: 'sjuk' }] } });
    Object.assign(world.loaded, { desk: ill });
    await begin('2026-11-24T07:30:00+01:00');
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    expect(noticesTo(world, eva)).toEqual([{ event: 'reassigned', reason: 'undeliverable' }]);
  });

  test('nothing happens when the case was cancelled', async () => {
    const { world, id, begin } = await waiting();
    world.memory.cases.set(id, { ...caseNow(world, id), state: 'cancelled' });
    expect((await begin('2026-11-24T07:30:00+01:00')).case).toBeNull();
  });
});
