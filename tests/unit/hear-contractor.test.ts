import { beforeEach, describe, expect, test } from 'vitest';
import type { ContractorNews, ContractorState } from '#bot/handoff/contractor-connector.ts';
import { hearContractor } from '#bot/handoff/hear-contractor.ts';
import { answerQuestion, notResolved } from '#bot/handoff/requester-actions.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import {
  caseNow,
  createWorld,
  deliveriesTo,
  eventKinds,
  noticesTo,
  open,
  type World,
} from '../support/handoff-world.ts';
import { upns } from '../support/small-desk.ts';

const { eva } = upns;
const account = { category: { id: 'account', confidence: 1 } } as const;

let world: World;
let handlers: JobHandlers;
let caseId: string;
/** What their system was told, in order. */
let told: string[];
let news: ContractorNews[];
let askedWith: (string | null)[];
/** A fault of ours, not of their system. */
let isBroken: boolean;

beforeEach(async () => {
  world = createWorld();
  told = [];
  news = [];
  askedWith = [];
  isBroken = false;
  const marks = new Map<string, string>();
  const nothing = async () => undefined;
  handlers = createJobHandlers({
    storage: world.storage,
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: () => undefined, warn: () => undefined },
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
    followMarks: {
      read: async (id) => marks.get(id) ?? null,
      save: async (id, mark) => void marks.set(id, mark),
    },
    connectors: () => ({
      create: async () => ({ contractorReference: 'INC-7' }),
      comment: async (_ticket, _contractor, text) => void told.push(`comment: ${text}`),
      reopen: async (_ticket, _contractor, reason) => void told.push(`reopen: ${reason}`),
      attach: async (_ticket, _contractor, file) => void told.push(`file: ${file.name}`),
      async follow(_contractor, cases, mark) {
        if (isBroken) throw new TypeError('of our own');
        askedWith.push(mark);
        const ours = new Set(cases.map(({ reference }) => reference));
        return { news: news.filter(({ reference }) => ours.has(reference)), mark: 'mark-1' };
      },
    }),
  });
  caseId = (await open(world, account)).case.id;
  await handlers['send-to-contractor']({ caseId });
});

const later = (minutes: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + minutes * 60_000).toISOString());
const base = (id: string) => ({
  id,
  reference: caseNow(world, caseId).number,
  contractorReference: 'INC-7',
  at: world.clock.at,
});
const comment = (id: string, text: string): ContractorNews => ({
  ...base(id),
  kind: 'comment',
  author: 'Anna',
  text,
});
const state = (name: ContractorState, theirs: string = name): ContractorNews => ({
  ...base(`state-${name}-${world.clock.at.toISOString()}`),
  kind: 'state',
  state: name,
  theirs,
});
const hear = (...all: ContractorNews[]) =>
  Promise.all(
    all.map((one) =>
      world.run((stores, ctx) => hearContractor(stores, ctx, { contractorId: 'servicedesk', news: one })),
    ),
  );
const events = () => noticesTo(world, eva).map(({ event }) => event);

describe('what a contractor says', () => {
  test('reaches the requester once, and stays in the case', async () => {
    await hear(comment('c1', ' Vi har låst upp kontot. '));
    await hear(comment('c1', ' Vi har låst upp kontot. '));
    expect(noticesTo(world, eva).filter(({ event }) => event === 'message')).toEqual([
      { event: 'message', text: 'Vi har låst upp kontot.' },
    ]);
    expect(caseNow(world, caseId).packet.dialogue.at(-1)).toMatchObject({
      who: 'contractor',
      text: 'Vi har låst upp kontot.',
    });
  });

  test('is bounded, and shows no password or personal identity number', async () => {
    await hear(comment('c1', `Lösenordet är Sommar2026! och 19811218-9876. ${'x'.repeat(5_000)}`));
    const text = caseNow(world, caseId).packet.dialogue.at(-1)?.text ?? '';
    expect(text).not.toContain('Sommar2026');
    expect(text).not.toContain('9876');
    expect(text.length).toBeLessThan(2_100);
  });

  test('is not believed of a case that they do not have', async () => {
    const other = (await open(world)).case;
    const foreign = { ...comment('c9', 'hej'), reference: other.number };
    expect((await hear(foreign, { ...foreign, reference: 'VK-9999' })).map(({ done }) => done)).toEqual([
      false,
      false,
    ]);
    expect(caseNow(world, other.id).packet.dialogue.some(({ who }) => who === 'contractor')).toBe(false);
  });
});

describe('where it stands with a contractor', () => {
  test('work that has begun is told once', async () => {
    await hear(state('in-progress', 'Pågår'));
    later(1);
    await hear(state('in-progress', 'Pågår'));
    expect(events().filter((event) => event === 'contractor-working')).toHaveLength(1);
  });

  test('their wait stops our clock until the requester answers', async () => {
    await hear(state('waiting', 'Väntar på användare'));
    expect(caseNow(world, caseId)).toMatchObject({ state: 'on-hold', holdReason: 'awaiting-requester' });
    expect(events().at(-1)).toBe('on-hold');
    later(5);
    const answer = { caseId, actor: world.person(eva), text: 'Det är konto 4' };
    await world.run((stores, ctx) => answerQuestion(stores, ctx, answer));
    expect(caseNow(world, caseId).state).toBe('in-progress');
    await handlers['send-to-contractor']({ caseId });
    expect(told.at(-1)).toContain('Det är konto 4');
  });

  test('their "solved" asks the requester, and "no" opens it again there, with the reason', async () => {
    await hear(comment('c1', 'Nytt lösenord satt.'));
    await hear(state('resolved', 'Löst'));
    expect(caseNow(world, caseId)).toMatchObject({ state: 'resolved', resolution: 'Nytt lösenord satt.' });
    expect(noticesTo(world, eva).at(-1)).toMatchObject({ event: 'resolved' });
    later(3);
    const no = { caseId, actor: world.person(eva), text: 'Fortfarande låst' };
    await world.run((stores, ctx) => notResolved(stores, ctx, no));
    await handlers['send-to-contractor']({ caseId });
    expect(told.at(-1)).toContain('reopen:');
    expect(told.at(-1)).toContain('Fortfarande låst');
    expect(caseNow(world, caseId).state).toBe('in-progress');
    later(3);
    await hear(state('in-progress', 'Återöppnad'));
    later(3);
    await hear(state('resolved', 'Löst'));
    expect(caseNow(world, caseId).state).toBe('resolved');
  });

  test('"closed" after "solved" says nothing more', async () => {
    await hear(state('resolved'));
    later(3);
    const before = deliveriesTo(world, eva).length;
    await hear(state('closed'));
    expect(deliveriesTo(world, eva)).toHaveLength(before);
  });

  test('older news that comes late changes nothing', async () => {
    const early = state('in-progress', 'Pågår');
    later(10);
    await hear(state('resolved', 'Löst'));
    expect(await hear(early)).toMatchObject([{ done: false }]);
    expect(caseNow(world, caseId).state).toBe('resolved');
  });

  test('what they send back goes to our technician with their words, and is counted', async () => {
    await hear(comment('c1', 'Detta ligger inte hos oss.'));
    await hear(state('returned', 'Åter'));
    const item = caseNow(world, caseId);
    expect(item.assignee).toBeNull();
    expect(item.offeredTo?.kind).toBe('technician');
    expect(eventKinds(world, caseId)).toContain('bounced');
    const bounce = world.memory.events.find(({ kind }) => kind === 'bounced');
    expect(bounce?.data).toMatchObject({ contractor: 'servicedesk', words: 'Detta ligger inte hos oss.' });
    expect(noticesTo(world, eva).at(-1)).toMatchObject({ event: 'reassigned', reason: 'returned' });
    later(1);
    expect(await hear(comment('c2', 'igen'))).toMatchObject([{ done: false }]);
  });
});

describe('asking a contractor for news', () => {
  const follow = (references: string[] | null = null) =>
    handlers['follow-contractor']({ contractorId: 'servicedesk', references, failures: 0 });
  const waiting = () => world.memory.jobs.filter(({ job }) => job.name === 'follow-contractor');

  test('begins when they have a case, and goes on for as long as they have one', async () => {
    expect(waiting()).toHaveLength(1);
    news = [comment('c1', 'Hej')];
    await follow();
    await follow();
    expect(askedWith).toEqual([null, 'mark-1']);
    expect(events().filter((event) => event === 'message')).toHaveLength(1);
    const before = waiting().length;
    await hear(state('closed'));
    await follow();
    expect(waiting()).toHaveLength(before);
  });

  test('a call of theirs asks about that case alone, and moves no mark', async () => {
    news = [comment('c1', 'Hej')];
    await follow(['VK-4711']);
    expect(events()).not.toContain('message');
    await follow([caseNow(world, caseId).number]);
    expect(events()).toContain('message');
    expect(askedWith).toEqual([null]);
    await follow();
    expect(askedWith).toEqual([null, null]);
  });

  test('goes on after a fault of our own, which the queue hears of', async () => {
    const before = waiting().length;
    news = [comment('c1', 'Hej')];
    isBroken = true;
    await expect(follow()).rejects.toThrow('of our own');
    expect(waiting()).toHaveLength(before + 1);
    isBroken = false;
    await follow();
    expect(events()).toContain('message');
  });

  test('hears what comes after something that we stumble over, and moves no mark past that', async () => {
    const broken: ContractorNews = {
      ...comment('c1', ''),
      get text(): string {
        throw new TypeError('of our own');
      },
    };
    news = [broken, comment('c2', 'Vi kommer i morgon')];
    await expect(follow()).rejects.toThrow('of our own');
    expect(noticesTo(world, eva)).toContainEqual({ event: 'message', text: 'Vi kommer i morgon' });
    news = [];
    await follow();
    expect(askedWith).toEqual([null, null]);
  });

  test('a picture goes along once, under the name that may cross', async () => {
    const bytes = new Uint8Array([1, 2]);
    const kept = { id: 'b1', at: world.clock.at, name: 'x.png', contentType: 'image/png', bytes };
    await world.stores.attachments.add(kept);
    const item = caseNow(world, caseId);
    const attachments = [{ id: 'b1', name: '811218-9876.png', contentType: 'image/png', size: 2 }];
    world.memory.cases.set(caseId, { ...item, packet: { ...item.packet, attachments } });
    await handlers['send-to-contractor']({ caseId });
    await handlers['send-to-contractor']({ caseId });
    expect(told).toEqual(['file: […].png']);
  });
});
