import { beforeEach, describe, expect, test } from 'vitest';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { startWork } from '#bot/handoff/context.ts';
import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { tellHolder } from '#bot/handoff/outbox.ts';
import { addDetail } from '#bot/handoff/requester-actions.ts';
import type { Delivery } from '#bot/handoff/stores.ts';
import { createDeliverer, type Deliverer } from '#bot/jobs/create-deliverer.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import {
  address,
  cardsTo,
  caseNow,
  createWorld,
  eventKinds,
  noticesTo,
  open,
  press,
  type World,
} from '../support/handoff-world.ts';
import { upns } from '../support/small-desk.ts';

const { anna, bo, dispatcher, eva } = upns;
type Sent = { address: ConversationAddress; envelope: Envelope; replaces: string | null };

let world: World;
let sent: Sent[];
/** What the channel, and the contractor's system, answer with until it is used up. */
let failures: Error[];
let contractorFailures: Error[];
let created: ContractorTicket[];
let comments: string[];
let deliverer: Deliverer;
let handlers: JobHandlers;
let firstContact: ConversationAddress | null;
/** False: others may think that this process died. */
let isOwn: boolean;
/** Null: the database takes down what became of a message. */
let outage: Error | null;

const away = () => new OutsideSystemFailed('away', { retryable: true });
const perhaps = () => new OutsideSystemFailed('no answer', { retryable: true, ambiguous: true });
const isTo = (upn: string, delivery: Delivery | undefined) =>
  delivery?.target.kind === 'person' && delivery.target.upn === upn;
const refused = () => new OutsideSystemFailed('not installed', { retryable: false });

function build(options: Parameters<typeof createWorld>[0] = {}): void {
  world = createWorld(options);
  sent = [];
  failures = [];
  contractorFailures = [];
  created = [];
  comments = [];
  firstContact = null;
  isOwn = true;
  outage = null;
  const { stores } = world.storage;
  const deliveries: typeof stores.deliveries = {
    ...stores.deliveries,
    hold: () => () => isOwn,
    async markSent(...values) {
      if (outage) throw outage;
      return stores.deliveries.markSent(...values);
    },
    async markFailed(...values) {
      if (outage) throw outage;
      return stores.deliveries.markFailed(...values);
    },
  };
  const fail = (list: Error[]) => {
    const failure = list.shift();
    if (failure) throw failure;
  };
  const logger = { info: () => undefined, warn: () => undefined };
  const ports = {
    storage: { ...world.storage, stores: { ...stores, deliveries } },
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    random: () => 0,
    logger,
  };
  deliverer = createDeliverer({
    ...ports,
    notifier: {
      async send(message) {
        fail(failures);
        sent.push(message);
        const opened = message.address.conversationId === '' ? { conversationId: 'opened' } : {};
        return { activityId: message.replaces === null ? `activity-${sent.length}` : null, ...opened };
      },
    },
    firstContact: () => firstContact,
  });
  handlers = createJobHandlers({
    ...ports,
    deliverer,
    connectors: () => ({
      async create(ticket) {
        fail(contractorFailures);
        created.push(ticket);
        return { contractorReference: 'INC-7' };
      },
      async comment(_ticket, _contractor, text) {
        fail(contractorFailures);
        comments.push(text);
      },
    }),
  });
}

beforeEach(() => build());

const later = (minutes: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + minutes * 60_000).toISOString());

describe('delivering', () => {
  test('makes the card’s words at the moment of sending, in the viewer’s chat', async () => {
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      address: { conversationId: `chat-${anna}` },
      envelope: { language: 'sv', content: { kind: 'case-card', view: { viewer: { relation: 'offered' } } } },
      replaces: null,
    });
    expect(cardsTo(world, anna)[0]).toMatchObject({ status: 'sent', activityId: 'activity-1' });
  });

  test('happens once, however many call for it at once', async () => {
    const { deliveryIds } = await open(world);
    const [deliveryId = ''] = deliveryIds;
    await Promise.all([
      deliverer.deliver(deliveryId),
      handlers.deliver({ deliveryId }),
      deliverer.deliverAll(deliveryIds),
    ]);
    await handlers.deliver({ deliveryId });
    expect(sent).toHaveLength(1);
  });

  test('after a passing failure is pending again, and the job throws so that the queue tries again', async () => {
    const { deliveryIds } = await open(world);
    const [deliveryId = ''] = deliveryIds;
    failures = [away(), away()];
    await expect(handlers.deliver({ deliveryId })).rejects.toThrow('away');
    expect(world.memory.deliveries.get(deliveryId)).toMatchObject({ status: 'pending', attempts: 1 });
    // Not due yet: nothing happens.
    await handlers.deliver({ deliveryId });
    later(1);
    // The spine's own sending never throws.
    await deliverer.deliverAll(deliveryIds);
    later(1);
    await handlers.deliver({ deliveryId });
    expect(sent).toHaveLength(1);
    expect(world.memory.deliveries.get(deliveryId)).toMatchObject({ attempts: 3, uncertainSends: 0 });
  });

  test('to one chat waits behind a message that Teams did not take, and then comes in order', async () => {
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    sent = [];
    const { id } = opened.case;
    const said = ['ett', 'två', 'tre'];
    const written = await world.run((stores, ctx) => {
      const work = startWork(stores, ctx);
      return said
        .reduce(
          (before, text) => before.then(() => tellHolder(work, caseNow(world, id), { from: 'Eva', text })),
          Promise.resolve(),
        )
        .then(() => work.deliveryIds);
    });
    failures = [away()];
    await deliverer.deliverAll(written.slice(0, 2));
    // Written after the failure: it does not overtake either.
    await deliverer.deliverAll(written.slice(2));
    expect(sent).toEqual([]);
    later(5);
    await deliverer.sweep();
    expect(sent.map(({ envelope }) => envelope.content)).toMatchObject(said.map((text) => ({ text })));
  });

  test('of what Teams did not take is tried as soon as it is due, and in order what waits behind it', async () => {
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    sent = [];
    failures = [away()];
    const written = await world.run((stores, ctx) => {
      const work = startWork(stores, ctx);
      const item = caseNow(world, opened.case.id);
      const tell = (text: string) => tellHolder(work, item, { from: 'Eva', text });
      return tell('ett')
        .then(() => tell('två'))
        .then(() => work.deliveryIds);
    });
    await deliverer.deliverAll(written);
    await deliverer.sweepWhenDue();
    expect(sent).toEqual([]);
    later(3 / 60);
    await deliverer.sweepWhenDue();
    expect(sent.map(({ envelope }) => envelope.content)).toMatchObject([{ text: 'ett' }, { text: 'två' }]);
  });

  test('is not held against what only waits: however often the first fails, the others come in order', async () => {
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    sent = [];
    const said = ['ett', 'två', 'tre'];
    const written = await world.run(async (stores, ctx) => {
      const work = startWork(stores, ctx);
      for (const text of said) await tellHolder(work, caseNow(world, opened.case.id), { from: 'Eva', text });
      return work.deliveryIds;
    });
    for (let tries = 1; tries < 5; tries += 1) {
      failures = [away()];
      await deliverer.deliverAll(written);
      later(1);
    }
    const waiting = written.slice(1).map((id) => world.memory.deliveries.get(id));
    expect(waiting).toMatchObject([
      { status: 'pending', attempts: 0, notBefore: null },
      { status: 'pending', attempts: 0, notBefore: null },
    ]);
    await deliverer.sweep();
    expect(sent.map(({ envelope }) => envelope.content)).toMatchObject(said.map((text) => ({ text })));
  });

  test('of an offer that cannot be delivered asks the next one, whose card is sent at once', async () => {
    const opened = await open(world);
    failures = [refused()];
    await deliverer.deliverAll(opened.deliveryIds);
    expect(world.memory.contacts.get(anna)?.reachable).toBe(false);
    expect(caseNow(world, opened.case.id).offeredTo?.id).toBe(bo);
    const chats = sent.map((message) => message.address.conversationId);
    expect(chats).toEqual([`chat-${bo}`, `chat-${eva}`]);
    expect(sent[1]?.envelope.content).toMatchObject({
      kind: 'case-notice',
      notice: { event: 'reassigned', reason: 'undeliverable' },
      case: { offeredTo: { name: 'Bo' } },
    });
  });

  test('to somebody without a known chat goes on like a card that cannot be delivered', async () => {
    build({ contacts: [] });
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    expect(sent).toEqual([]);
    // Everybody was tried, and the contractor takes it.
    expect(caseNow(world, opened.case.id).offeredTo).toEqual({ kind: 'contractor', id: 'servicedesk' });
  });

  test('opens a chat where the channel can, and remembers it', async () => {
    build({ contacts: [] });
    firstContact = address(anna, { conversationId: '' });
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    expect(world.memory.contacts.get(anna)).toMatchObject({ conversationId: 'opened', reachable: true });
  });

  test('tells a requester without a chat of their own where they reported', async () => {
    build({ contacts: [] });
    const conversation = address(eva, { conversationId: 'channel-1', conversationType: 'channel' });
    const opened = await open(world, {}, { conversation });
    const accepted = await press(world, 'accept', anna, opened.case.id);
    await deliverer.deliverAll(accepted.deliveryIds);
    expect(sent.at(-1)).toMatchObject({ address: { conversationId: 'channel-1' } });
  });

  test('replaces the card on screen in place, which keeps its id', async () => {
    const opened = await open(world);
    await deliverer.deliverAll(opened.deliveryIds);
    for (const verb of ['accept', 'on-site'] as const) {
      await deliverer.deliverAll((await press(world, verb, anna, opened.case.id)).deliveryIds);
    }
    const cards = sent.filter(({ envelope }) => envelope.content.kind === 'case-card');
    expect(cards.map(({ replaces }) => replaces)).toEqual([null, 'activity-1', 'activity-1']);
  });

  test('does not send the card of an offer that is over', async () => {
    const opened = await open(world);
    await press(world, 'accept', dispatcher, opened.case.id);
    await deliverer.deliverAll(opened.deliveryIds);
    expect(sent).toEqual([]);
    expect(caseNow(world, opened.case.id).assignee?.id).toBe(dispatcher);
  });

  test('refreshes a card that was overtaken while it was on its way', async () => {
    const opened = await open(world);
    const slow = createDeliverer({
      storage: world.storage,
      deskSource: { current: async () => world.loaded },
      now: () => world.clock.at,
      newId: world.newId,
      random: () => 0,
      logger: { info: () => undefined, warn: () => undefined },
      firstContact: () => null,
      notifier: {
        async send(message) {
          const isFirst = sent.push(message) === 1;
          if (isFirst) await press(world, 'accept', dispatcher, opened.case.id);
          return { activityId: 'shown' };
        },
      },
    });
    await slow.deliverAll(opened.deliveryIds);
    expect(sent.at(-1)).toMatchObject({
      replaces: 'shown',
      envelope: { content: { view: { viewer: { relation: 'former' }, assignee: { id: dispatcher } } } },
    });
  });

  test('of what may have arrived is not repeated at once, and later it is counted', async () => {
    const { deliveryIds } = await open(world);
    const [deliveryId = ''] = deliveryIds;
    failures = [perhaps()];
    await deliverer.deliverAll(deliveryIds);
    world.moveTo(new Date(world.clock.at.getTime() + 20_000).toISOString());
    await handlers.deliver({ deliveryId });
    expect(sent).toEqual([]);
    later(1);
    await handlers.deliver({ deliveryId });
    expect(sent).toHaveLength(1);
    expect(world.memory.deliveries.get(deliveryId)).toMatchObject({
      status: 'sent',
      attempts: 2,
      uncertainSends: 1,
    });
  });

  test('of what may have arrived is not repeated when it is no longer true', async () => {
    const opened = await open(world);
    const accepted = await press(world, 'accept', anna, opened.case.id);
    failures = [perhaps()];
    const notice = accepted.deliveryIds.filter((id) => isTo(eva, world.memory.deliveries.get(id)));
    await deliverer.deliverAll(notice);
    await press(world, 'resolve', anna, opened.case.id, { text: 'klart' });
    later(5);
    await deliverer.deliverAll(notice);
    expect(sent).toEqual([]);
    expect(world.memory.deliveries.get(notice[0] ?? '')).toMatchObject({
      status: 'undeliverable',
      error: expect.stringContaining('may have arrived'),
    });
  });

  test.each([
    ['is away', away()],
    ['finds its disk full', Object.assign(new Error('No space left on device'), { code: '53100' })],
  ])('is not repeated because the database %s when it was sent', async (_, error) => {
    const { deliveryIds } = await open(world);
    const [deliveryId = ''] = deliveryIds;
    outage = error;
    await deliverer.deliver(deliveryId);
    expect(sent).toHaveLength(1);
    // Long after a half sent message would be sent again.
    later(5);
    await deliverer.sweepWhenDue();
    outage = null;
    await deliverer.sweep();
    expect(sent).toHaveLength(1);
    expect(world.memory.deliveries.get(deliveryId)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test('goes on when the database is back that was away when it failed', async () => {
    const { deliveryIds } = await open(world);
    failures = [away()];
    outage = away();
    await deliverer.deliverAll(deliveryIds);
    await deliverer.sweepWhenDue();
    outage = null;
    later(3 / 60);
    await deliverer.sweepWhenDue();
    expect(sent).toHaveLength(1);
  });

  test('of what others may have taken over meanwhile is left to the outbox, and not lost', async () => {
    const { deliveryIds } = await open(world);
    isOwn = false;
    await deliverer.deliverAll(deliveryIds);
    expect(sent).toEqual([]);
    const [deliveryId = ''] = deliveryIds;
    expect(world.memory.deliveries.get(deliveryId)).toMatchObject({ status: 'pending', uncertainSends: 0 });
    isOwn = true;
    later(1);
    await deliverer.sweep();
    expect(sent).toHaveLength(1);
  });

  test('the sweep sends what a crash left pending or half sent', async () => {
    const opened = await open(world);
    const [deliveryId = ''] = opened.deliveryIds;
    await world.stores.deliveries.claim(deliveryId, world.clock.at, world.clock.at);
    await deliverer.sweep();
    expect(sent).toEqual([]);
    later(5);
    await deliverer.sweep();
    expect(sent).toHaveLength(1);
  });
});

test('the escalation’s job asks the next one when the time is up', async () => {
  const opened = await open(world);
  const offer = await world.stores.cases.currentOffer(opened.case.id);
  world.moveTo(offer?.acknowledgeBy?.toISOString() ?? '');
  await handlers.escalate({ caseId: opened.case.id, offerId: offer?.id ?? '' });
  expect(caseNow(world, opened.case.id).offeredTo?.id).toBe(bo);
  expect(sent.map((message) => message.address.conversationId)).toEqual([`chat-${bo}`, `chat-${eva}`]);
});

test('the offer’s job sends the card when the duty begins', async () => {
  build({ at: '2026-11-23T22:00:00+01:00' });
  const opened = await open(world);
  world.moveTo('2026-11-24T07:30:00+01:00');
  await handlers.offer({ caseId: opened.case.id, upn: anna });
  expect(sent).toHaveLength(1);
});

test('a resolved case closes after three service days of silence, not before', async () => {
  const { id } = (await open(world)).case;
  await press(world, 'accept', anna, id);
  await press(world, 'resolve', anna, id, { text: 'klart' });
  world.moveTo('2026-11-26T09:00:00+01:00');
  await handlers.close({ caseId: id });
  expect(caseNow(world, id).state).toBe('resolved');
  world.moveTo('2026-11-26T09:15:00+01:00');
  await handlers.close({ caseId: id });
  expect(caseNow(world, id).state).toBe('closed');
});

describe('a contractor’s case', () => {
  const account = { category: { id: 'account', confidence: 1 } } as const;

  test('is given over filtered, and the requester hears who has it with their reference', async () => {
    const { id } = (await open(world, { ...account, text: 'koden 907612' })).case;
    await handlers['send-to-contractor']({ caseId: id });
    expect(created).toHaveLength(1);
    expect(JSON.stringify(created)).not.toContain('907612');
    expect(created[0]).toMatchObject({ reference: 'VK-1001', deskName: 'Testdesken', siteName: 'Solen' });
    expect(caseNow(world, id)).toMatchObject({
      state: 'in-progress',
      assignee: { kind: 'contractor', id: 'servicedesk' },
      contractorReference: 'INC-7',
    });
    expect(caseNow(world, id).packet.withheld).toContain('alarm_code');
    expect(noticesTo(world, eva)).toEqual([{ event: 'sent-to-contractor', reference: 'INC-7' }]);
    expect(world.memory.events.at(-1)?.data).toMatchObject({
      withheld: expect.arrayContaining(['alarm_code']),
    });
  });

  test('is given over once', async () => {
    const { id } = (await open(world, account)).case;
    await handlers['send-to-contractor']({ caseId: id });
    await handlers['send-to-contractor']({ caseId: id });
    expect(created).toHaveLength(1);
    expect(noticesTo(world, eva)).toHaveLength(1);
  });

  test('is given over once, also by two jobs at the same moment', async () => {
    const { id } = (await open(world, account)).case;
    await Promise.all([1, 2].map(() => handlers['send-to-contractor']({ caseId: id })));
    expect(created).toHaveLength(1);
  });

  test('keeps its message’s number over tries, and says how many of them may have arrived', async () => {
    const { id } = (await open(world, account)).case;
    const unsure = new OutsideSystemFailed('cut', { retryable: true, ambiguous: true });
    contractorFailures = [unsure, away(), unsure];
    for (let n = 0; n < 4; n += 1) {
      await handlers['send-to-contractor']({ caseId: id });
      later(5);
    }
    expect(created.map(({ message }) => message)).toEqual([{ number: 1, earlier: [], unsureTries: 2 }]);
    const sentEvent = world.memory.events.findLast(({ kind }) => kind === 'sent-to-contractor');
    expect(sentEvent?.data).toMatchObject({ message: 1, possibleDuplicates: 2 });
  });

  test('later details follow as comments, each once, filtered', async () => {
    const { id } = (await open(world, account)).case;
    const say = (text: string) =>
      world.run((stores, ctx) => addDetail(stores, ctx, { caseId: id, actor: world.person(eva), text }));
    await handlers['send-to-contractor']({ caseId: id });
    await say('koden är 907612');
    await handlers['send-to-contractor']({ caseId: id });
    await say('hej igen');
    await handlers['send-to-contractor']({ caseId: id });
    await handlers['send-to-contractor']({ caseId: id });
    expect(comments).toHaveLength(2);
    expect(comments[0]).toContain('koden är […]');
    expect(comments[1]).toBe('Eva lägger till: hej igen');
  });

  test('that their system chokes on is tried again, and after three failures people are told, once', async () => {
    const { id } = (await open(world, account)).case;
    const choked = () => new OutsideSystemFailed('locked', { retryable: true, about: 'item' });
    contractorFailures = [choked(), choked(), choked(), choked()];
    for (let n = 0; n < 4; n += 1) {
      await handlers['send-to-contractor']({ caseId: id });
      later(20);
    }
    expect(noticesTo(world, eva)).toEqual([{ event: 'contractor-unreachable' }]);
    expect(cardsTo(world, dispatcher)).toHaveLength(1);
    const retries = world.memory.jobs.filter(
      ({ job, startAfter }) => job.name === 'send-to-contractor' && startAfter,
    );
    expect(retries).toHaveLength(4);
    await handlers['send-to-contractor']({ caseId: id });
    expect(caseNow(world, id).assignee?.id).toBe('servicedesk');
  });

  test('that they will never take goes to the dispatcher', async () => {
    const { id } = (await open(world, account)).case;
    contractorFailures = [refused()];
    await handlers['send-to-contractor']({ caseId: id });
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'dispatcher', id: dispatcher });
    expect(noticesTo(world, eva)).toEqual([{ event: 'contractor-unreachable' }]);
    expect(eventKinds(world, id)).toContain('contractor-failed');
  });

  test('that was cancelled before it was sent is not sent', async () => {
    const { id } = (await open(world, account)).case;
    world.memory.cases.set(id, { ...caseNow(world, id), state: 'cancelled', offeredTo: null });
    await handlers['send-to-contractor']({ caseId: id });
    expect(created).toEqual([]);
  });
});
