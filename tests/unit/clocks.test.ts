import { describe, expect, it, test } from 'vitest';
import type { Case } from '#bot/handoff/case.ts';
import { clocksOf, slaOf } from '#bot/handoff/clocks.ts';
import { rescue } from '#bot/handoff/forgotten-cases.ts';
import { answerQuestion } from '#bot/handoff/requester-actions.ts';
import { watchClock } from '#bot/handoff/watch-clocks.ts';
import { whatIsMissing } from '#bot/handoff/what-is-missing.ts';
import { nextTime } from '#bot/jobs/daily.ts';
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
import { contractor, smallDesk, smallSettings, technician, upns } from '../support/small-desk.ts';

const { anna, bo, eva, dispatcher } = upns;
const high = { impact: 'high', urgency: 'medium', level: 'high', hazard: false } as const;
const { escalation } = smallSettings();
const settings = {
  escalation: {
    ...escalation,
    critical: { ...escalation.critical, respondWithin: '30m' },
    high: { ...escalation.high, respondWithin: '2h' },
  },
  contractors: [contractor({ promise: { high: '4h' } })],
};

async function opened(changes: Parameters<typeof open>[1] = {}): Promise<{ world: World; id: string }> {
  const world = createWorld({ desk: smallDesk({ settings }) });
  return { world, id: (await open(world, { priority: high, ...changes })).case.id };
}

const kinds = ({ world, id }: { world: World; id: string }) => {
  const offer = [...world.memory.offers.values()].find(
    ({ caseId, status }) => caseId === id && status === 'offered',
  );
  return Object.fromEntries(
    clocksOf(caseNow(world, id), offer ?? null, world.desk.settings, world.clock.at).map((clock) => [
      clock.kind,
      `${clock.state} ${clock.dueAt.toISOString().slice(11, 16)}${clock.overdue ? ' overdue' : ''}`,
    ]),
  );
};

describe('the clocks of a case', () => {
  test('the requester’s and the house’s run apart, and the answer stops only the house’s', async () => {
    const { world, id } = await opened();
    expect(kinds({ world, id })).toEqual({ sla: 'running 10:15', ola: 'running 08:30' });
    await press(world, 'accept', anna, id);
    expect(kinds({ world, id })).toEqual({ sla: 'running 10:15' });
    await press(world, 'on-site', anna, id);
    expect(kinds({ world, id })).toEqual({ sla: 'stopped 10:15' });
  });

  test('a word to the requester is a response', async () => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    await press(world, 'tell-requester', anna, id, { text: 'Jag tittar på det.' });
    expect(kinds({ world, id }).sla).toMatch(/^stopped/);
  });

  test.each([
    ['awaiting-access', 'paused'],
    ['awaiting-part', 'running'],
    ['awaiting-contractor', 'running'],
  ])('while it is %s the requester’s clock is %s', async (value, state) => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    await press(world, 'hold', anna, id, { value });
    expect(kinds({ world, id }).sla).toMatch(new RegExp(`^${state}`));
  });

  test('a wait for access moves the time by as much service time as it took', async () => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    await press(world, 'hold', anna, id, { value: 'awaiting-access' });
    world.moveTo('2026-11-23T10:15:00+01:00');
    await press(world, 'resume', anna, id);
    expect(kinds({ world, id }).sla).toBe('running 11:15');
    const looks = world.memory.jobs.filter(
      ({ job }) => job.name === 'watch' && job.data.about === 'response',
    );
    expect(looks.at(-1)?.startAfter?.toISOString()).toBe('2026-11-23T11:15:00.000Z');
  });

  test('the requester’s answer starts what the question stopped, and a new time is told', async () => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    world.memory.cases.set(id, {
      ...caseNow(world, id),
      state: 'on-hold',
      holdReason: 'awaiting-requester',
      holds: [{ reason: 'awaiting-requester', from: world.clock.at, to: null }],
    });
    world.moveTo('2026-11-23T11:15:00+01:00');
    expect(kinds({ world, id }).sla).toBe('paused 12:15');
    await world.run((stores, ctx) =>
      answerQuestion(stores, ctx, { caseId: id, actor: world.person(eva), text: 'Den blinkar.' }),
    );
    expect(kinds({ world, id }).sla).toBe('running 12:15');
    expect(caseNow(world, id).promises?.map(({ outcome }) => outcome)).toEqual(['given-up', null]);
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'promised', at: '2026-11-23T10:50:00.000Z' });
  });

  test('an answer before the promised time leaves the promise alone', async () => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    await press(world, 'ask-requester', anna, id, { text: 'Vilken färg?' });
    await world.run((stores, ctx) =>
      answerQuestion(stores, ctx, { caseId: id, actor: world.person(eva), text: 'Röd.' }),
    );
    expect(caseNow(world, id).promises?.map(({ outcome }) => outcome)).toEqual([null]);
  });

  test('at night the clock stands still, but not for what cannot wait', async () => {
    const evening = '2026-11-23T16:00:00+01:00';
    const world = createWorld({ desk: smallDesk({ settings }), at: evening });
    const one = await open(world, { priority: high });
    const other = await open(world, { priority: { ...high, level: 'critical' } });
    const due = (item: Case) => slaOf(item, world.desk.settings, world.clock.at).dueAt.toISOString();
    expect(due(one.case)).toBe('2026-11-24T08:00:00.000Z');
    expect(due(other.case)).toBe('2026-11-23T15:30:00.000Z');
  });

  test('the contractor’s promise is theirs alone, in their hours', async () => {
    const { world, id } = await opened();
    world.memory.cases.set(id, {
      ...caseNow(world, id),
      state: 'in-progress',
      offeredTo: null,
      assignee: { kind: 'contractor', id: 'servicedesk' },
      contractorSince: new Date('2026-11-23T16:00:00+01:00'),
      respondedAt: new Date('2026-11-23T16:00:00+01:00'),
    });
    world.moveTo('2026-11-24T09:30:00+01:00');
    expect(kinds({ world, id }).contractor).toBe('running 08:00 overdue');
  });

  test('on the night when the clock goes back an hour is an hour', async () => {
    const world = createWorld({ desk: smallDesk({ settings }), at: '2026-10-25T02:45:00+02:00' });
    const { case: item } = await open(world, { priority: { ...high, level: 'critical' } });
    expect(slaOf(item, world.desk.settings, world.clock.at).dueAt.toISOString()).toBe(
      '2026-10-25T01:15:00.000Z',
    );
  });
});

describe('a response that does not come', () => {
  const look = ({ world, id }: { world: World; id: string }) =>
    world.run((stores, ctx) => watchClock(stores, ctx, { caseId: id, about: 'response' }));

  it('is told to all three, and again the next day, to the requester once', async () => {
    const { world, id } = await opened();
    await press(world, 'accept', anna, id);
    world.moveTo('2026-11-23T11:15:00+01:00');
    await look({ world, id });
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'overdue' });
    expect(repliesTo(world, anna).at(-1)?.kind).toBe('overdue');
    expect(eventKinds(world, id)).toContain('response-overdue');
    const dispatched = [...world.memory.deliveries.values()].filter(
      ({ target }) => target.kind === 'person' && target.upn === dispatcher,
    );
    expect(dispatched).toHaveLength(1);
    const again = world.memory.jobs.at(-1)?.startAfter ?? new Date(0);
    expect(again.toISOString()).toBe('2026-11-24T10:15:00.000Z');
    world.clock.at = again;
    await look({ world, id });
    expect(repliesTo(world, anna).filter(({ kind }) => kind === 'overdue')).toHaveLength(2);
    expect(noticesTo(world, eva).filter(({ event }) => event === 'overdue')).toHaveLength(1);
  });

  it('is not told too early: it is looked at again when it is due', async () => {
    const { world, id } = await opened();
    await look({ world, id });
    expect(noticesTo(world, eva)).toEqual([]);
    expect(world.memory.jobs.at(-1)?.startAfter?.toISOString()).toBe('2026-11-23T10:15:00.000Z');
  });

  it('is no matter once somebody responded or it waits for the requester', async () => {
    for (const verb of ['on-site', 'ask-requester'] as const) {
      const { world, id } = await opened();
      await press(world, 'accept', anna, id);
      await press(world, verb, anna, id, { text: 'Vilken färg?' });
      world.moveTo('2026-11-24T11:15:00+01:00');
      const before = world.memory.deliveries.size;
      await look({ world, id });
      expect(world.memory.deliveries.size, verb).toBe(before);
    }
  });
});

describe('what an open case lacks', () => {
  const later = '2026-11-23T15:00:00+01:00';
  const changed = async (changes: Partial<Case>, at = later) => {
    const { world, id } = await opened();
    world.memory.cases.set(id, { ...caseNow(world, id), ...changes });
    world.moveTo(at);
    return { world, id, item: caseNow(world, id) };
  };
  const asked = { kind: 'technician', id: anna } as const;

  it.each<[string, Partial<Case>, string | null]>([
    ['nobody has it', { offeredTo: null }, 'no-owner'],
    [
      'a technician who is gone',
      { offeredTo: null, assignee: { kind: 'technician', id: 'borta@x' } },
      'owner-gone',
    ],
    [
      'a contractor that is gone',
      { offeredTo: null, assignee: { kind: 'contractor', id: 'borta' } },
      'owner-gone',
    ],
    ['a question that was never asked', { offeredTo: asked }, 'offer-not-made'],
    [
      'a contractor whose system never got it',
      { offeredTo: { kind: 'contractor', id: 'servicedesk' }, updatedAt: new Date('2026-11-22T09:00:00Z') },
      'not-sent',
    ],
    ['nobody begins', { offeredTo: null, assignee: asked, state: 'in-progress' }, 'nobody-responds'],
    [
      'somebody is at it',
      { offeredTo: null, assignee: asked, state: 'in-progress', respondedAt: new Date(later) },
      null,
    ],
    ['it is over', { state: 'closed', offeredTo: null }, null],
  ])('%s', async (_, changes, missing) => {
    const { world, item } = await changed(changes);
    expect(whatIsMissing(item, null, world.desk, world.clock.at)).toBe(missing);
  });

  it.each([
    ['awaiting-requester', eva, 'asked'],
    ['awaiting-part', anna, 'overdue'],
  ] as const)(
    'a wait of days (%s): somebody is reminded, and again only days later',
    async (reason, who, kind) => {
      const { world, id } = await opened();
      await press(world, 'accept', anna, id);
      await press(world, 'ask-requester', anna, id, { text: 'Vilken färg?' });
      if (reason !== 'awaiting-requester') await press(world, 'hold', anna, id, { value: reason });
      const check = async (at: string) => {
        world.moveTo(at);
        return (await world.run((stores, ctx) => rescue(stores, ctx, id))).missing;
      };
      expect(await check('2026-11-25T03:10:00+01:00')).toBeNull();
      const before = world.memory.deliveries.size;
      expect(await check('2026-11-27T03:10:00+01:00')).toBe('waits-too-long');
      expect(world.memory.deliveries.size).toBe(before + 1);
      const last = repliesTo(world, who).at(-1);
      expect(last?.kind === 'case-notice' ? last.notice.event : last?.kind).toBe(kind);
      expect(await check('2026-11-28T03:10:00+01:00')).toBeNull();
      expect(await check('2026-12-01T03:10:00+01:00')).toBe('waits-too-long');
    },
  );

  it('an offer whose time ran out unseen', async () => {
    const { world, id, item } = await changed({});
    const offer = [...world.memory.offers.values()].find(({ caseId }) => caseId === id) ?? null;
    expect(whatIsMissing(item, offer, world.desk, world.clock.at)).toBe('offer-expired');
  });

  it.each<[string, Partial<Case>]>([
    ['nobody has it', { offeredTo: null }],
    [
      'its technician is gone',
      { offeredTo: null, state: 'in-progress', assignee: { kind: 'technician', id: 'borta@x' } },
    ],
    ['its offer was forgotten', {}],
  ])('is given to somebody when %s', async (_, changes) => {
    const { world, id } = await changed(changes);
    const done = await world.run((stores, ctx) => rescue(stores, ctx, id));
    expect(done.missing).not.toBeNull();
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    expect(eventKinds(world, id)).toContain('rescued');
    const offer = [...world.memory.offers.values()].at(-1) ?? null;
    expect(whatIsMissing(caseNow(world, id), offer, world.desk, world.clock.at)).toBeNull();
    expect((await world.run((stores, ctx) => rescue(stores, ctx, id))).missing).toBeNull();
  });

  it('ends at the dispatcher when nobody works at all', async () => {
    const desk = smallDesk({
      settings: { ...settings, contractors: [] },
      technicians: [technician(anna, { duty: 'off' })],
    });
    const world = createWorld({ desk });
    const { case: item } = await open(world, { priority: high });
    expect(item.offeredTo?.id ?? caseNow(world, item.id).offeredTo?.id).toBe(dispatcher);
  });
});

it('the daily hour is the wall’s, also when the clocks change', () => {
  const next = (at: string) =>
    nextTime({ hour: 3, minute: 10 }, new Date(at), 'Europe/Stockholm').toISOString();
  expect(next('2026-11-23T02:00:00+01:00')).toBe('2026-11-23T02:10:00.000Z');
  expect(next('2026-11-23T03:10:00+01:00')).toBe('2026-11-24T02:10:00.000Z');
  expect(next('2026-10-24T12:00:00+02:00')).toBe('2026-10-25T02:10:00.000Z');
});
