import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { type App, createApp } from '#bot/app.ts';
import type { CrowdLimits } from '#bot/conversation/crowd/crowd-limits.ts';
import { createLogger } from '#bot/logger.ts';
import type { RunningServer } from '#bot/web/create-server.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { type ActivityJson, buildActivity } from '../support/activities.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { openTestStorage } from '../support/storage.ts';
import { loadDesk, mondayMorning } from '../support/talk.ts';
import {
  type FakeAuthority,
  fetchThrough,
  registration,
  serviceUrl,
  startFakeAuthority,
} from '../support/teams-registration.ts';

const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const kept = 'Jag tar emot – det är många som skriver just nu.';
/** Nobody is let in: as if it were always too much. */
const shut: Partial<CrowdLimits> = { atOnce: 0, takenUpAtOnce: 0, patience: 1 };

let connector: FakeConnector;
let authority: FakeAuthority;
let opened: OpenStorage;
let ids = 0;
const running = new Set<() => Promise<void>>();

beforeAll(async () => {
  [connector, authority, opened] = await Promise.all([
    startFakeConnector(),
    startFakeAuthority(),
    openTestStorage(),
  ]);
});
afterEach(() => Promise.all([...running].map((stop) => stop())));
afterAll(() => Promise.all([opened.close(), connector.close(), authority.close()]));

type Replica = { readonly url: string; readonly stop: () => Promise<void>; readonly app: App };

/** One process of several, all on the same database. */
async function startReplica(crowdLimits: Partial<CrowdLimits> = {}): Promise<Replica> {
  const desk = await loadDesk();
  const app = createApp({
    storage: opened.storage,
    waiting: opened.waiting,
    crowdLimits,
    deskSource: { current: async () => desk },
    jobs: { start: async () => {}, stop: async () => {} },
    connectors: () => {
      throw new Error('this story has no contractor');
    },
    metrics: { metrics: createMetrics(), token: null },
    isReady: async () => true,
    teams: registration,
    production: true,
    network: {
      fetch: fetchThrough(connector.url),
      wait: async () => {},
      random: () => 0,
      authority: authority.authority,
      issueToken: async () => 'own-token',
    },
    logger: createLogger('silent'),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    clock: { now: () => new Date(mondayMorning), set: () => {}, toMachineTime: (at) => at },
  });
  const server: RunningServer = await app.listen({ port: 0, host: '127.0.0.1' });
  const stop = async () => {
    running.delete(stop);
    await server.close(100);
    await app.stop();
  };
  running.add(stop);
  return { url: server.url, stop, app };
}

async function say(to: Replica, person: typeof amina, id: string, text: string, more: ActivityJson = {}) {
  const activity = buildActivity('personal-message', {
    serviceUrl,
    from: { id: `29:${person.aadObjectId}`, ...person },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: registration.tenantId },
    timestamp: mondayMorning,
    id,
    text,
    ...more,
  });
  const response = await fetch(`${to.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${authority.sign()}` },
    body: JSON.stringify(activity),
  });
  return response.status;
}

const chatOf = ({ aadObjectId }: typeof amina) => `a:chat-${aadObjectId}`;
const said = (person: typeof amina) =>
  connector.requests
    .filter(({ path, body }) => path.includes(`/${chatOf(person)}/`) && body.type === 'message')
    .map(({ body }) => JSON.stringify(body));
const read = async (url: string) => (await fetch(`${url}/metrics`)).text();
const empty = () => expect.poll(async () => (await opened.waiting.backlog()).waiting).toBe(0);

describe('more is written than can be answered', () => {
  it('takes every message and says once that it takes a while; another process answers them in order, once', async () => {
    const full = await startReplica(shut);
    const before = said(amina).length;
    expect(await say(full, amina, 'm-1', 'Hej')).toBe(200);
    expect(
      await say(full, amina, 'm-2', 'Projektorn i lekhallen på Solrosen är svart, kod: lösenord Hemligt99!'),
    ).toBe(200);
    expect(await say(full, amina, 'm-3', 'Jag vill prata med en människa')).toBe(200);
    // Teams did not hear the answer and sends it again.
    expect(await say(full, amina, 'm-2', 'Projektorn i lekhallen på Solrosen är svart')).toBe(200);
    await expect.poll(() => said(amina).slice(before)).toEqual([expect.stringContaining(kept)]);
    expect((await opened.waiting.backlog()).waiting).toBe(3);
    const rows = await opened.database.query('select message::text from waiting_messages');
    expect(JSON.stringify(rows)).toContain('lekhallen');
    expect(JSON.stringify(rows)).not.toContain('Hemligt99');
    expect(await read(full.url)).toMatch(/vaktis_messages_deferred 3\n/);
    expect(await read(full.url)).toMatch(/vaktis_deferred_waiting 3\n/);
    await full.stop();

    const other = await startReplica();
    await empty();
    await expect.poll(() => said(amina).slice(before).length).toBe(5);
    const heard = said(amina).slice(before);
    const at = (words: string) => heard.findIndex((one) => one.includes(words));
    expect(at('Vad kan jag hjälpa dig med')).toBeGreaterThan(0);
    expect(at('lösenord')).toBeGreaterThan(at('Vad kan jag hjälpa dig med'));
    expect(at('HDMI 2')).toBeGreaterThan(at('Vad kan jag hjälpa dig med'));
    expect(at('skickat ärendet till Karin Lind')).toBeGreaterThan(at('HDMI 2'));
    const length = heard.length;
    // A late redelivery, after everything was answered.
    expect(await say(other, amina, 'm-3', 'Jag vill prata med en människa')).toBe(200);
    await empty();
    expect(said(amina).slice(before)).toHaveLength(length);
    const cases = await opened.storage.stores.cases.casesOf('amina.osman@ekbacken.example', new Date(0));
    expect(cases).toHaveLength(1);
  });

  it('lets a message wait behind those of its conversation, though there is time now', async () => {
    const full = await startReplica(shut);
    expect(await say(full, hanna, 'h-1', 'skrivaren på Granen skriver inte ut')).toBe(200);
    await full.stop();
    const before = said(hanna).length;
    const open = await startReplica();
    expect(await say(open, hanna, 'h-2', 'tack så mycket')).toBe(200);
    await empty();
    await expect.poll(() => said(hanna).slice(before).length).toBeGreaterThanOrEqual(2);
    expect(said(hanna)[before]).toContain('skrivare');
  });

  it('takes so many of one conversation and no more, and says that once', async () => {
    const full = await startReplica(shut);
    const anna = { aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000001', name: 'Anna Sten' };
    for (let nth = 0; nth < 23; nth += 1) expect(await say(full, anna, `a-${nth}`, `fråga ${nth}`)).toBe(200);
    await expect.poll(() => said(anna).length).toBe(2);
    expect(said(anna)[1]).toContain('Skriv det igen när du har fått svar');
    expect((await opened.waiting.backlog()).waiting).toBe(20);
    expect(await read(full.url)).toMatch(/vaktis_messages_refused 3\n/);
    expect((await fetch(`${full.url}/readyz`)).status).toBe(200);
    await opened.database.query('delete from waiting_messages');
  });
});
