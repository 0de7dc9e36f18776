import { beforeEach, describe, expect, test } from 'vitest';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { addDetail, cancel } from '#bot/handoff/requester-actions.ts';
import type { HandoffStores } from '#bot/handoff/stores.ts';
import { resumeLines } from '#bot/jobs/block-line.ts';
import { createContractorLines } from '#bot/jobs/contractor-lines.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { readContractorStates } from '#bot/read-contractor-states.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { caseNow, createWorld, noticesTo, open, repliesTo, type World } from '../support/handoff-world.ts';
import { contractor, person, smallDesk, upns } from '../support/small-desk.ts';

const { eva, finn, dispatcher } = upns;
const admin = 'admin@desk.example';
const account = { category: { id: 'account', confidence: 1 } } as const;
type Failure = ConstructorParameters<typeof OutsideSystemFailed>[1];

let world: World;
let handlers: JobHandlers;
/** How their system answers each call; null: it takes it. */
let answer: (reference: string) => Failure | Error | null;
/** Every call that reached their system, and what it took. */
let calls: string[];
let taken: string[];

const away: Failure = { retryable: true };
const allIsWell = () => null;

beforeEach(() => build());

function build(settings: Record<string, unknown> = {}, at = '2026-11-23T09:15:00+01:00'): void {
  const base = smallDesk();
  const people = [...base.people.values(), person(admin, { roles: ['admin'] })];
  world = createWorld({
    desk: smallDesk({ people, settings: { contractors: [contractor({ settings })] } }),
    at,
  });
  answer = allIsWell;
  calls = [];
  taken = [];
  handlers = start();
}

/** A process on what is stored. */
function start(): JobHandlers {
  const act = (what: string, reference: string) => {
    calls.push(`${what} ${reference}`);
    const failure = answer(reference);
    if (failure instanceof Error) throw failure;
    if (failure !== null) throw new OutsideSystemFailed('no answer', failure);
    taken.push(`${what} ${reference}`);
  };
  const nothing = async () => undefined;
  return createJobHandlers({
    ...portsOf(),
    connectors: () => ({
      async create({ reference }) {
        act('case', reference);
        return { contractorReference: `INC-${reference}` };
      },
      comment: async ({ reference }, _contractor, text) => act(text, reference),
    }),
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
  });
}

function portsOf() {
  return {
    storage: world.storage,
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: () => undefined, warn: () => undefined },
  };
}

const minutes = (count: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + count * 60_000).toISOString());
const report = async (changes: Parameters<typeof open>[1] = {}, by = eva) => {
  const { id, number } = (await open(world, { ...account, ...changes }, { requester: world.person(by) }))
    .case;
  await handlers['send-to-contractor']({ caseId: id });
  return { id, number };
};
/** As the queue would: what is due is done, and only that. */
async function runDue(): Promise<void> {
  const due = world.memory.jobs.filter(
    ({ job, startAfter }) =>
      startAfter !== null &&
      startAfter <= world.clock.at &&
      (job.name === 'contractor-line' || job.name === 'send-to-contractor'),
  );
  for (const one of due) {
    world.memory.jobs.splice(world.memory.jobs.indexOf(one), 1);
    if (one.job.name === 'contractor-line') await handlers['contractor-line'](one.job.data);
    if (one.job.name === 'send-to-contractor') await handlers['send-to-contractor'](one.job.data);
  }
}
async function pass(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    minutes(1);
    await runDue();
  }
}
const of = (upn: string, kind: Reply['kind']) => repliesTo(world, upn).filter((reply) => reply.kind === kind);
const waitingNotices = (upn: string) =>
  noticesTo(world, upn).filter(({ event }) => event === 'contractor-waiting');

describe('while a contractor’s system is away', () => {
  beforeEach(() => {
    answer = () => away;
  });

  test('cases wait in the order in which they were opened, and go in it when it is back', async () => {
    const numbers = [];
    for (let n = 0; n < 5; n += 1) {
      numbers.push((await report({ text: `fel ${n}` })).number);
      minutes(1);
    }
    answer = allIsWell;
    await pass(10);
    expect(taken).toEqual(numbers.map((number) => `case ${number}`));
    expect(await world.stores.contractorLines.waiting('servicedesk')).toEqual([]);
  });

  test('one case is tried at a time, ever less often, whatever waits', async () => {
    for (let n = 0; n < 8; n += 1) await report({ text: `fel ${n}` });
    expect(calls).toHaveLength(1);
    await pass(60);
    expect(calls.length).toBeLessThan(9);
    expect(new Set(calls).size).toBe(1);
  });

  test('the requester is told once, after a few minutes, with whom to ring', async () => {
    await report();
    expect(waitingNotices(eva)).toEqual([]);
    await pass(240);
    expect(waitingNotices(eva)).toEqual([
      { event: 'contractor-waiting', name: 'Servicedesken', phone: '08-000 40 00', what: 'case' },
    ]);
  });

  test('whoever reports while it is known hears it at once', async () => {
    await report();
    await pass(10);
    await report({ text: 'något helt annat' }, finn);
    expect(waitingNotices(finn)).toHaveLength(1);
  });

  test('nobody hears of a minute without an answer', async () => {
    const { number } = await report();
    answer = allIsWell;
    await pass(2);
    expect(taken).toEqual([`case ${number}`]);
    expect(noticesTo(world, eva)).toEqual([{ event: 'sent-to-contractor', reference: `INC-${number}` }]);
    expect(of(dispatcher, 'contractor-down')).toEqual([]);
  });

  test('the dispatcher is told once after a quarter of an hour, with number and list, and when it is over', async () => {
    const { number } = await report();
    const second = await report({ text: 'allt är nere', priority: critical }, finn);
    await pass(14);
    expect(of(dispatcher, 'contractor-down')).toEqual([]);
    await pass(120);
    expect(of(dispatcher, 'contractor-down')).toMatchObject([
      {
        name: 'Servicedesken',
        phone: '08-000 40 00',
        why: 'system',
        count: 2,
        waiting: [
          { number, urgent: false, siteName: 'Solen' },
          { number: second.number, urgent: true },
        ],
      },
    ]);
    answer = allIsWell;
    await pass(20);
    expect(of(dispatcher, 'contractor-up')).toMatchObject([{ name: 'Servicedesken', count: 2 }]);
    await pass(60);
    expect(of(dispatcher, 'contractor-down')).toHaveLength(1);
    expect(of(dispatcher, 'contractor-up')).toHaveLength(1);
  });

  test('what was cancelled while it waited is not sent, and nobody is told of an empty line', async () => {
    const { id } = await report();
    await world.run((stores, ctx) => cancel(stores, ctx, { caseId: id, actor: world.person(eva), text: '' }));
    await pass(20);
    expect(of(dispatcher, 'contractor-down')).toEqual([]);
    expect(await world.stores.contractorLines.block('servicedesk')).toBeNull();
    answer = allIsWell;
    await pass(20);
    expect(taken).toEqual([]);
  });

  test('what is said later about a case that they have waits too, and is called so', async () => {
    answer = allIsWell;
    const { id, number } = await report();
    answer = () => away;
    await say(id, 'nu luktar det bränt');
    await pass(5);
    expect(waitingNotices(eva)).toMatchObject([{ what: 'words' }]);
    answer = allIsWell;
    await pass(20);
    expect(taken).toEqual([`case ${number}`, `Eva lägger till: nu luktar det bränt ${number}`]);
  });

  test('a restart forgets nothing, tells nobody again and keeps the order', async () => {
    const first = await report();
    const second = await report({ text: 'ett annat fel' });
    await pass(30);
    handlers = start();
    await resumeLines(portsOf());
    await runDue();
    await pass(30);
    expect(waitingNotices(eva)).toHaveLength(2);
    expect(of(dispatcher, 'contractor-down')).toHaveLength(1);
    answer = allIsWell;
    await pass(20);
    expect(taken).toEqual([`case ${first.number}`, `case ${second.number}`]);
  });

  test('the measures say so', async () => {
    await report();
    minutes(2);
    const read = () => readContractorStates(portsOf(), world.clock.at);
    expect(await read()).toEqual([{ id: 'servicedesk', up: false, waiting: 1, oldest: 120 }]);
    answer = allIsWell;
    await runDue();
    expect(await read()).toEqual([{ id: 'servicedesk', up: true, waiting: 0, oldest: 0 }]);
  });
});

const critical = { impact: 'high', urgency: 'high', level: 'critical', hazard: false } as const;
const say = async (caseId: string, text: string) => {
  await world.run((stores, ctx) => addDetail(stores, ctx, { caseId, actor: world.person(eva), text }));
  await handlers['send-to-contractor']({ caseId });
};

describe('when the dispatcher hears of it', () => {
  test('at night is in the morning, a quarter of an hour into the service hours', async () => {
    build({}, '2026-11-23T22:00:00+01:00');
    answer = () => away;
    await report();
    await pass(8 * 60);
    expect(of(dispatcher, 'contractor-down')).toEqual([]);
    await pass(3 * 60);
    expect(of(dispatcher, 'contractor-down')).toHaveLength(1);
  });

  test('is at any hour when something that cannot wait is among it', async () => {
    build({}, '2026-11-23T22:00:00+01:00');
    answer = () => away;
    await report();
    await report({ text: 'det brinner', priority: critical }, finn);
    await pass(16);
    expect(of(dispatcher, 'contractor-down')).toHaveLength(1);
  });

  test.each([
    ['1h', 70],
    ['rubbish', 20],
  ])('is as the contractor’s setting says: %s', async (written, by) => {
    build({ tell_dispatcher_after: written });
    answer = () => away;
    await report();
    await pass(14);
    expect(of(dispatcher, 'contractor-down')).toEqual([]);
    await pass(by - 14);
    expect(of(dispatcher, 'contractor-down')).toHaveLength(1);
  });
});

describe('a refused sign-in', () => {
  const refused: Failure = { retryable: false, about: 'sign-in' };

  test('is told at once to dispatchers and administrators, and not tried again and again', async () => {
    answer = () => refused;
    const { id } = await report();
    for (const upn of [dispatcher, admin])
      expect(of(upn, 'contractor-down')).toMatchObject([{ why: 'sign-in', count: 1 }]);
    expect(waitingNotices(eva)).toHaveLength(1);
    // It waits here: it is no case that they refused.
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'contractor', id: 'servicedesk' });
    await report({ text: 'ett annat fel' }, finn);
    await pass(3 * 60);
    expect(calls).toHaveLength(1);
  });

  test('is tried at the start, which is how a new secret comes in', async () => {
    answer = () => refused;
    const { number } = await report();
    answer = allIsWell;
    handlers = start();
    await resumeLines(portsOf());
    const { job } = world.memory.jobs.at(-1) ?? {};
    if (job?.name !== 'contractor-line') throw new Error('nothing is tried at the start');
    await handlers['contractor-line'](job.data);
    expect(taken).toEqual([`case ${number}`]);
    expect(of(admin, 'contractor-up')).toHaveLength(1);
  });

  test('that comes in a known outage is told all the same', async () => {
    answer = () => away;
    await report();
    await pass(20);
    answer = () => refused;
    await pass(20);
    expect(of(dispatcher, 'contractor-down')).toMatchObject([{ why: 'system' }, { why: 'sign-in' }]);
  });
});

describe('a case that their system chokes on', () => {
  const choked: Failure = { retryable: true, about: 'item', ambiguous: true };

  test('does not hold up those behind it', async () => {
    const first = (await open(world, account)).case.number;
    answer = (reference) => (reference === first ? choked : null);
    await handlers['send-to-contractor']({ caseId: [...world.memory.cases.keys()][0] ?? '' });
    const second = await report({ text: 'ett annat fel' }, finn);
    expect(taken).toEqual([`case ${second.number}`]);
    answer = allIsWell;
    await pass(3);
    expect(taken).toEqual([`case ${second.number}`, `case ${first}`]);
  });

  test('is its fault no more when the next one fares as badly: they are left alone', async () => {
    answer = () => choked;
    await world.stores.contractorLines.saveBlock({
      contractorId: 'servicedesk',
      since: world.clock.at,
      why: 'system',
      failures: 1,
      nextTryAt: new Date(world.clock.at.getTime() + 60_000),
      dispatchersToldAt: null,
    });
    for (let n = 0; n < 5; n += 1) await report({ text: `fel ${n}` });
    minutes(1);
    await handlers['contractor-line']({ contractorId: 'servicedesk', what: 'try' });
    expect(calls).toHaveLength(2);
    expect((await world.stores.contractorLines.block('servicedesk'))?.failures).toBe(2);
  });

  test('for a reason of our own is tried again, and those behind it go on', async () => {
    const first = (await open(world, account)).case.number;
    answer = (reference) => (reference === first ? new Error('ours') : null);
    const [caseId = ''] = world.memory.cases.keys();
    await expect(handlers['send-to-contractor']({ caseId })).rejects.toThrow('ours');
    const second = await report({ text: 'ett annat fel' }, finn);
    expect(taken).toEqual([`case ${second.number}`]);
    answer = allIsWell;
    await pass(3);
    expect(taken).toEqual([`case ${second.number}`, `case ${first}`]);
  });
});

describe('a sender that dies', () => {
  test('leaves a line that another one takes over, knowing what may have arrived', async () => {
    const { id } = (await open(world, account)).case;
    const { contractorLines } = world.stores;
    const until = new Date(world.clock.at.getTime() + 180_000);
    const line = { contractorId: 'servicedesk', holder: 'dead' };
    await contractorLines.claim({ ...line, at: world.clock.at, until });
    const underWay = { caseId: id, message: 1, fileId: null, composed: { told: 0, lines: 1 } };
    await contractorLines.hold({ ...line, until, underWay });
    await handlers['send-to-contractor']({ caseId: id });
    expect(calls).toEqual([]);
    await pass(6);
    expect(taken).toHaveLength(1);
    const sent = world.memory.events.find(({ kind }) => kind === 'sent-to-contractor');
    expect(sent?.data).toMatchObject({ possibleDuplicates: 1 });
  });
});

describe('a sender whose database goes away', () => {
  test('frees the line when it is back, so that nobody waits until it is taken for dead', async () => {
    const { id, number } = (await open(world, account)).case;
    let isThere = true;
    const { storage } = world;
    const { contractorLines } = storage.stores;
    const whileThere = <T>(work: () => Promise<T>): Promise<T> =>
      isThere ? work() : Promise.reject(new OutsideSystemFailed('the database is away', away));
    const ports = {
      ...portsOf(),
      storage: {
        transaction: <T>(work: (stores: HandoffStores) => Promise<T>) =>
          whileThere(() => storage.transaction(work)),
        stores: {
          ...storage.stores,
          contractorLines: {
            ...contractorLines,
            abandon: (...of: [string, string]) => whileThere(() => contractorLines.abandon(...of)),
          },
        },
      },
      deliverer: {
        deliver: async () => undefined,
        deliverAll: async () => undefined,
        sweep: async () => undefined,
      },
      connectors: () => ({
        async create({ reference }: { reference: string }) {
          isThere = false;
          return { contractorReference: `INC-${reference}` };
        },
        comment: async () => undefined,
      }),
    };
    const lines = createContractorLines(ports);
    await expect(lines.send(id)).rejects.toThrow('away');
    await lines.freeLeft();
    isThere = true;
    await lines.freeLeft();
    const asked = { name: 'contractor-line', data: { contractorId: 'servicedesk', what: 'try' } } as const;
    expect(world.memory.jobs).toContainEqual(expect.objectContaining({ job: asked, startAfter: null }));
    await handlers['contractor-line'](asked.data);
    await pass(1);
    // It had arrived, which nobody could know.
    expect(taken).toEqual([`case ${number}`]);
    const sent = world.memory.events.find(({ kind }) => kind === 'sent-to-contractor');
    expect(sent?.data).toMatchObject({ possibleDuplicates: 1 });
  });
});

test('what is said while a case is being created reaches them', async () => {
  const { id, number } = (await open(world, account)).case;
  const actor = world.person(eva);
  let pending: Promise<unknown> = Promise.resolve();
  answer = () => {
    pending = world.run((stores, ctx) => addDetail(stores, ctx, { caseId: id, actor, text: 'en sak till' }));
    answer = allIsWell;
    return { retryable: true, ambiguous: true };
  };
  await handlers['send-to-contractor']({ caseId: id });
  await pending;
  await pass(5);
  expect(taken).toEqual([`case ${number}`, `Eva lägger till: en sak till ${number}`]);
});

test('a system that never answers holds up no job, and no other contractor’s cases', async () => {
  world = createWorld({
    desk: smallDesk({
      settings: { contractors: [contractor(), contractor({ id: 'telebolaget', name: 'Telebolaget' })] },
    }),
  });
  const never = Promise.withResolvers<never>();
  const reached: string[] = [];
  const nothing = async () => undefined;
  const ports = {
    ...portsOf(),
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
    connectors: ({ id }: { id: string }) => ({
      async create({ reference }: { reference: string }) {
        reached.push(`${id} ${reference}`);
        return id === 'servicedesk' ? never.promise : { contractorReference: reference };
      },
      comment: nothing,
    }),
  };
  handlers = createJobHandlers(ports, createContractorLines({ ...ports, patience: 0 }));
  const first = await report();
  await report({ text: 'ett fel till' }, finn);
  const other = await report({
    category: { id: 'network', confidence: 1 },
    site: { id: 'kontoret', source: 'home', confidence: 1, candidates: [] },
  });
  expect(reached).toEqual([`servicedesk ${first.number}`, `telebolaget ${other.number}`]);
  never.reject(new OutsideSystemFailed('silence', away));
});
