import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertSimulatorAllowed } from '#bot/channels/simulator/loopback-only.ts';
import { NotAllowed } from '#bot/errors.ts';
import {
  buildPerson,
  type SimulatorOnLoopback,
  startSimulator,
  technician,
} from '../support/simulator-on-loopback.ts';

let house: SimulatorOnLoopback;
beforeEach(async () => {
  house = await startSimulator();
});
afterEach(() => house.close());

const people = async (query: string) => {
  const { body } = await house.request('GET', `/simulator/api/people?${query}`);
  return (body as { people: { name: string }[] }).people.map(({ name }) => name);
};

describe('who can be played', () => {
  test('staff come first on their side, those who take cases on the other, and a visitor last', async () => {
    expect(await people('side=staff')).toEqual(['Anna Lind', 'Karin Berg', 'Kim Vikarie']);
    expect(await people('side=technician')).toEqual(['Karin Berg', 'Anna Lind', 'Kim Vikarie']);
  });

  test('they are found by name, title and site, whatever the case', async () => {
    expect(await people('words=berg')).toEqual(['Karin Berg']);
    expect(await people('words=förskollärare+SOLROSEN')).toEqual(['Anna Lind']);
    expect(await people('words=rymdstation')).toEqual([]);
  });

  test.each([
    ['people/99999999-9999-4999-8999-999999999999', 404, /nobody of the desk/],
    ['people?side=basement', 400, /side/],
    ['texts/fi', 404, /sv and en/],
    ['explanations/sv/f%3A8', 404, /no decision/],
  ])('%s is answered with %i and a reason', async (path, status, reason) => {
    const answer = await house.request('GET', `/simulator/api/${path}`);
    expect(answer).toEqual({ status, body: { error: expect.stringMatching(reason) } });
  });
});

describe('the clock', () => {
  const set = (choice: string) => house.request('PUT', '/simulator/api/clock', { choice });

  // The clock of these tests stands on Tuesday 24 November 2026, 10.00 in Stockholm.
  test.each([
    ['weekday', '2026-11-24T09:00:00.000Z'],
    ['night', '2026-11-25T01:00:00.000Z'],
    ['holiday', '2026-11-29T10:00:00.000Z'],
  ])('%s is the next such time by the desk’s own clock', async (choice, instant) => {
    expect((await set(choice)).body).toMatchObject({ choice, timezone: 'Europe/Stockholm' });
    expect(house.clock.at(-1)?.toISOString()).toBe(instant);
  });

  test('a weekday is never a public holiday', async () => {
    await house.close();
    house = await startSimulator({ now: () => new Date('2026-12-24T22:00:00Z') });
    await set('weekday');
    expect(house.clock.at(-1)?.toISOString()).toBe('2026-12-28T09:00:00.000Z');
  });

  test('now sets it right again', async () => {
    await set('night');
    await set('now');
    expect(house.clock.at(-1)).toBeNull();
  });

  test('another choice is refused and changes nothing', async () => {
    expect((await set('yesterday')).status).toBe(400);
    expect(house.clock).toEqual([]);
  });
});

describe('fast-forward', () => {
  test('it moves the clock on from where it stands, and then tells the house', async () => {
    const told: (Date | null | undefined)[] = [];
    await house.close();
    house = await startSimulator({ clockMoved: async () => void told.push(house.clock.at(-1)) });
    const { body } = await house.request('POST', '/simulator/api/clock/forward', { minutes: 15 });

    expect(body).toMatchObject({ choice: 'moved' });
    expect(told.map((at) => at?.toISOString())).toEqual(['2026-11-24T09:15:00.000Z']);
  });

  test('it goes forward only, and a day at most', async () => {
    const forward = (minutes: number) => house.request('POST', '/simulator/api/clock/forward', { minutes });

    expect([(await forward(-5)).status, (await forward(100_000)).status]).toEqual([400, 400]);
  });
});

describe('why', () => {
  test('it is told in the page’s language, and 404 when it is not known', async () => {
    await house.close();
    const why = { facts: [], reasons: [], responsible: null, notes: [], more: [] };
    house = await startSimulator({
      explain: (id, language) => (id === 'f:7' ? { ...why, decision: `decision in ${language}` } : null),
    });
    const ask = (path: string) => house.request('GET', `/simulator/api/explanations/${path}`);

    expect(await ask('sv/f%3A7')).toMatchObject({ status: 200, body: { decision: 'decision in sv' } });
    expect([(await ask('sv/f%3A8')).status, (await ask('fi/f%3A7')).status]).toEqual([404, 404]);
  });
});

describe('the page', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${house.url}${path}`, { headers });

  test('it comes with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const response = await get('/');
    const policy = response.headers.get('content-security-policy');

    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(await response.text()).not.toMatch(/<script>|<style>|style="|https?:\/\//);
  });

  test.each([
    ['/simulator/page/main.ts', 'text/javascript'],
    ['/simulator/page/look.css', 'text/css'],
    ['/simulator/page/mark.svg', 'image/svg+xml'],
    ['/simulator/vendor/adaptivecards.js', 'text/javascript'],
    ['/simulator/vendor/markdown-it.js', 'text/javascript'],
  ])('%s is served as %s', async (path, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
  });

  test('no other file can be had', async () => {
    expect((await get('/simulator/page/..%2Fplay.ts')).status).toBe(404);
  });

  test('a page of another origin is refused', async () => {
    expect((await get('/simulator/api/clock', { origin: 'https://example.org' })).status).toBe(403);
    expect((await get('/simulator/api/clock', { origin: house.url })).status).toBe(200);
  });

  test('an unknown language is answered with 404', async () => {
    expect((await get('/simulator/api/texts/fi')).status).toBe(404);
  });
});

describe('what goes wrong is shown', () => {
  test('a bot that fails leaves a remark in the chat', async () => {
    const path = `/simulator/api/people/${buildPerson().aadObjectId}`;
    await house.request('POST', `${path}/messages`, { text: 'fel' });
    const { body } = await house.request('POST', `${path}/open`, {});

    expect(JSON.stringify(body)).toContain('"notice":{"kind":"not-delivered","status":500}');
  });

  test('a press that the bot never answers is told so', async () => {
    await house.close();
    house = await startSimulator({ botUrl: () => 'http://127.0.0.1:9' });
    const { body } = await house.request('POST', `/simulator/api/people/${technician.aadObjectId}/presses`, {
      messageId: '1:1',
      action: { type: 'Action.Execute', verb: 'accept', data: {} },
    });

    expect(body).toEqual({ kind: 'failed', text: null });
  });
});

describe('where the simulator may run', () => {
  const fine = { production: false, hasCredentials: false, host: '127.0.0.1' };

  test('on this machine without credentials', () => {
    expect(() => assertSimulatorAllowed(fine)).not.toThrow();
  });

  test.each([
    ['in production', { production: true }],
    ['beside the credentials of a real bot', { hasCredentials: true }],
    ['on an address that others reach', { host: '0.0.0.0' }],
  ])('not %s', (_, setting) => {
    expect(() => assertSimulatorAllowed({ ...fine, ...setting })).toThrow(NotAllowed);
  });
});
