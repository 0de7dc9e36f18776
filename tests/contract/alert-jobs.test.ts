import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebhookAlert } from '#adapters/alert/create-webhook-alert.ts';
import type { Priority } from '#bot/desk/priority.ts';
import { cannotWait } from '#bot/handoff/case-views.ts';
import { escalate } from '#bot/handoff/escalate.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import {
  caseNow,
  createWorld,
  eventKinds,
  monday,
  open,
  press,
  type World,
} from '../support/handoff-world.ts';
import { person, type SmallDesk, smallDesk, upns } from '../support/small-desk.ts';
import { createTestLog, openTestStorage } from '../support/storage.ts';
import { startWebhookServer, type TestWebhookServer } from '../support/webhook-server.ts';

const { anna, bo, dispatcher, eva } = upns;
const secret = 'sexton-tecken-minst';
const night = '2026-11-24T02:00:00+01:00';
const critical: Priority = { impact: 'high', urgency: 'high', level: 'critical', hazard: false };
const hazard: Priority = { impact: 'low', urgency: 'medium', level: 'low', hazard: true };

let server: TestWebhookServer;
let world: World;
let handlers: JobHandlers;
let warnings: string[];

function build(at: string, desk: SmallDesk = {}, hasAlert = true): void {
  world = createWorld({ at, desk: smallDesk(desk) });
  warnings = [];
  const nothing = async () => undefined;
  handlers = createJobHandlers({
    storage: world.storage,
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: () => undefined, warn: (data, words) => warnings.push(JSON.stringify([data, words])) },
    connectors: () => ({ create: async () => ({ contractorReference: null }), comment: nothing }),
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
    alert: hasAlert ? createWebhookAlert({ settings: { url: server.url, secret }, fetch }) : null,
  });
}

beforeEach(async () => {
  server = await startWebhookServer(secret);
  build(night);
});
afterEach(() => server.close());

type AlertJob = Extract<JobRequest, { name: 'alert' }>;
const alertJobs = () =>
  world.memory.jobs.flatMap(({ job, startAfter }) =>
    job.name === 'alert' ? [{ ...job.data, startAfter }] : [],
  );
const calls = () => server.posted.map(({ body }) => JSON.parse(body));
const run = ({ caseId, offerId, why }: AlertJob['data']) => handlers.alert({ caseId, offerId, why });
async function runAll(): Promise<void> {
  for (const job of alertJobs()) await run(job);
}

describe('somebody is called out', () => {
  test('at once when what is critical is offered to a technician off duty, and again at half the time', async () => {
    const { case: item } = await open(world, { priority: critical });
    expect(cannotWait(item)).toBe(true);
    expect(alertJobs()).toMatchObject([
      { why: 'off-duty', startAfter: null },
      // Five minutes to answer.
      { why: 'unanswered', startAfter: new Date('2026-11-24T01:02:30Z') },
    ]);
    const [first, second] = alertJobs();
    if (first) await run(first);
    expect(calls()).toEqual([
      {
        version: 1,
        key: `${first?.offerId}.off-duty`,
        phone: '08-000 00 10',
        text: 'Vaktis: kritiskt ärende VK-1001 på Solen. Öppna Teams.',
        caseNumber: 'VK-1001',
        level: 'critical',
        at: '2026-11-24T01:00:00.000Z',
      },
    ]);
    if (second) await run(second);
    expect(server.acted).toHaveLength(2);
    expect(world.memory.events.filter(({ kind }) => kind === 'alerted').map(({ data }) => data.to)).toEqual([
      item.offeredTo?.id,
      item.offeredTo?.id,
    ]);
  });

  test('when on call, which is not at work', async () => {
    build(night, { anna: { onCall: 'Mo-Su 00:00-24:00' } });
    const { case: item } = await open(world, { priority: critical });
    expect(item.offeredTo?.id).toBe(anna);
    expect(alertJobs()[0]).toMatchObject({ why: 'off-duty', startAfter: null });
  });

  test('about a hazard of whatever priority', async () => {
    await open(world, { priority: hazard });
    await runAll();
    expect(calls()[0]).toMatchObject({
      level: 'hazard',
      text: 'Vaktis: risk för skada, ärende VK-1001 på Solen. Öppna Teams.',
    });
  });

  test('at work only when half the time has passed without an answer', async () => {
    build(monday);
    await open(world, { priority: critical });
    expect(alertJobs()).toMatchObject([{ why: 'unanswered', startAfter: new Date('2026-11-23T08:17:30Z') }]);
  });

  test('as the next one in the escalation, too', async () => {
    build(monday);
    const opened = await open(world, { priority: critical });
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    const input = { caseId: opened.case.id, offerId: offer?.id ?? '', why: 'undeliverable' } as const;
    await world.run((stores, ctx) => escalate(stores, ctx, input));
    expect(caseNow(world, opened.case.id).offeredTo?.id).toBe(bo);
    await runAll();
    expect(server.acted).toHaveLength(1);
  });
});

describe('nobody is called out', () => {
  test('about what can wait', async () => {
    build(monday);
    await open(world);
    expect(alertJobs()).toEqual([]);
  });

  test('who has answered, nor for a case that is over', async () => {
    const opened = await open(world, { priority: critical });
    await press(world, 'accept', opened.case.offeredTo?.id ?? '', opened.case.id);
    await runAll();
    expect(server.posted).toEqual([]);
  });

  test('twice for the same reason', async () => {
    await open(world, { priority: critical });
    const [first] = alertJobs();
    if (first) await Promise.all([run(first), run(first)]);
    if (first) await run(first);
    expect(server.acted).toHaveLength(1);
    expect(server.posted.length).toBeLessThanOrEqual(2);
  });

  test('where no way is set: nothing happens, and the requester hears whom to ring as always', async () => {
    build(night, {}, false);
    const opened = await open(world, { priority: critical });
    await runAll();
    expect(opened.to).toMatchObject({ phone: '08-000 00 10' });
    expect(eventKinds(world, opened.case.id)).not.toContain('alert-failed');
    expect(warnings).toEqual([]);
  });

  test('without a number, and the history says so', async () => {
    const people = [
      ...[anna, bo].map((upn) => person(upn, { roles: ['technician'], phone: null })),
      person(dispatcher, { roles: ['dispatcher'] }),
      person(eva),
    ];
    build(night, { people });
    const opened = await open(world, { priority: critical });
    await runAll();
    expect(server.posted).toEqual([]);
    expect(eventKinds(world, opened.case.id)).toContain('alert-failed');
    expect(warnings[0]).toContain('no phone number');
  });
});

test('a call holds nothing about the requester, their words, or the site’s secrets', async () => {
  await open(world, { priority: critical, text: 'Eva här, larmkoden är 907612, nyckeln bakom elskåpet' });
  await runAll();
  const all = server.posted.map(({ body }) => body).join();
  expect(all).not.toMatch(/eva|larm|9076|elskåp|SW-441/i);
});

test('a refusal is kept in the history and not tried again; the log has ids only', async () => {
  server.answer({ kind: 'status', status: 403 });
  const opened = await open(world, { priority: critical });
  const [first] = alertJobs();
  if (first) await run(first);
  if (first) await run(first);
  expect(server.posted).toHaveLength(1);
  expect(world.memory.events.at(-1)).toMatchObject({ kind: 'alert-failed', data: { failure: 'refused' } });
  expect(warnings.join()).not.toMatch(/08-000|Solen|sexton/);
  expect(caseNow(world, opened.case.id).state).toBe('new');
});

test('when the other side says how long to wait, the job comes back then', async () => {
  server.answer({ kind: 'status', status: 429, headers: { 'retry-after': '5' } });
  await open(world, { priority: critical });
  const [first] = alertJobs();
  if (first) await run(first);
  expect(alertJobs().at(-1)).toMatchObject({ why: 'off-duty', startAfter: new Date('2026-11-24T01:00:05Z') });
});

test('a dead endpoint hurts nothing else: the offer stands, and the escalation goes on', async () => {
  await server.close();
  const opened = await open(world, { priority: critical });
  const [first] = alertJobs();
  const before = caseNow(world, opened.case.id);
  if (first) await expect(run(first)).rejects.toThrow('ECONNREFUSED');
  expect(caseNow(world, opened.case.id)).toEqual(before);
  world.moveTo('2026-11-24T02:05:00+01:00');
  await handlers.escalate({ caseId: opened.case.id, offerId: first?.offerId ?? '' });
  expect(caseNow(world, opened.case.id).offeredTo?.id).not.toBe(before.offeredTo?.id);
  // The first one's call is of no use any more.
  if (first) await expect(run(first)).resolves.toBeUndefined();
});

test('on the real queue a call is tried again until it is taken, beside other jobs that do not wait', async () => {
  const opened = await openTestStorage(createTestLog(), {
    retryLimit: 5,
    retryDelay: 0,
    retryBackoff: false,
  });
  const alert = createWebhookAlert({ settings: { url: server.url, secret }, fetch });
  const order: string[] = [];
  server.answer({ kind: 'status', status: 503 }, { kind: 'cut' });
  await opened.jobs.start({
    async alert({ offerId, why }) {
      const number = { caseNumber: 'VK-1', level: 'critical', text: 'Vaktis', phone: '08' } as const;
      await alert.raise({ ...number, key: `${offerId}.${why}`, at: new Date(0) });
      order.push('alert');
    },
    async close() {
      order.push('close');
    },
  });
  const { jobs } = opened.storage.stores;
  await jobs.enqueue({ name: 'alert', data: { caseId: 'c', offerId: 'o', why: 'off-duty' } });
  await jobs.enqueue({ name: 'close', data: { caseId: 'c' } });
  await expect.poll(() => order).toEqual(['close', 'alert']);
  expect(server.posted).toHaveLength(3);
  expect(server.acted).toEqual(['o.off-duty']);
  await opened.close();
});
