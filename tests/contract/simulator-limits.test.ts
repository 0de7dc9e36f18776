import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIdOf, userIdOf } from '#bot/channels/simulator/identities.ts';
import {
  buildPerson,
  type SimulatorOnLoopback,
  startSimulator,
  technician,
} from '../support/simulator-on-loopback.ts';

const anna = buildPerson();
const annasChat = conversationIdOf(anna.aadObjectId);
let house: SimulatorOnLoopback;

beforeEach(async () => {
  house = await startSimulator();
});
afterEach(() => house.close());

const connector = (path: string) => `/simulator/connector/v3/conversations${path}`;
const open = () => house.request('POST', `/simulator/api/people/${anna.aadObjectId}/open`, {});
const say = (text: string) =>
  house.request('POST', `/simulator/api/people/${anna.aadObjectId}/messages`, { text });
const chat = async () => (await open()).body;

describe('how fast the bot may send', () => {
  let now = 0;
  beforeEach(async () => {
    await house.close();
    now = 0;
    house = await startSimulator({ tick: () => now });
  });
  const post = async (conversation = annasChat) => {
    const response = await fetch(`${house.url}${connector(`/${conversation}/activities`)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'x' }),
    });
    return [response.status, response.headers.get('retry-after')];
  };
  const postMany = async (count: number, every: number) => {
    const statuses = [];
    for (let n = 0; n < count; n += 1) {
      statuses.push((await post())[0]);
      now += every;
    }
    return statuses;
  };

  test('the eighth message within a second waits, and then goes', async () => {
    expect(await postMany(7, 10)).toEqual(Array(7).fill(201));
    expect(await post()).toEqual([429, '1']);
    now = 1_000;
    expect(await post()).toEqual([201, null]);
  });

  test('the ninth within two seconds waits, and so does the sixty-first within thirty', async () => {
    expect((await postMany(9, 200)).lastIndexOf(429)).toBe(8);
    now = 100_000;
    expect((await postMany(61, 300)).indexOf(429)).toBe(60);
  });

  test('what goes to somebody else is counted by itself', async () => {
    await postMany(7, 10);
    expect(await post(conversationIdOf(technician.aadObjectId))).toEqual([201, null]);
  });
});

describe('somebody who is offline', () => {
  const setOnline = (online: boolean) =>
    house.request('PUT', `/simulator/api/people/${anna.aadObjectId}/online`, { online });
  const texts = async () =>
    ((await chat()) as { messages: { text: string; pending: boolean }[] }).messages.map(
      ({ text, pending }) => (pending ? `${text} (väntar)` : text),
    );
  const post = (text: string) =>
    house.request('POST', connector(`/${annasChat}/activities`), { type: 'message', text });

  test('is sent to all the same, and reads it when back', async () => {
    await open();
    await setOnline(false);
    const sent = await post('Hon är på väg');
    const { id } = sent.body as { id: string };
    const whileAway = await texts();
    await house.request('PUT', connector(`/${annasChat}/activities/${id}`), {
      type: 'message',
      text: 'Hon är framme',
    });
    await setOnline(true);

    expect(sent.status).toBe(201);
    expect(whileAway).not.toContain('Hon är på väg');
    expect(await texts()).toContain('Hon är framme');
  });

  test('what they write waits and is sent in order, and a press is not sent', async () => {
    await setOnline(false);
    await say('Först');
    await say('Sedan');
    const whileAway = await texts();
    const before = house.bot.received.filter(({ text }) => text).length;
    const press = await house.request('POST', `/simulator/api/people/${anna.aadObjectId}/presses`, {
      messageId: '1:1',
      action: { type: 'Action.Execute', verb: 'solved', data: {} },
    });
    await setOnline(true);

    expect([before, whileAway.slice(0, 2), press.body]).toEqual([
      0,
      ['Först (väntar)', 'Sedan (väntar)'],
      { kind: 'offline' },
    ]);
    expect(house.bot.received.flatMap(({ text }) => text ?? [])).toEqual(['Först', 'Sedan']);
  });
});

describe('delivered twice', () => {
  const path = `/simulator/api/people/${anna.aadObjectId}`;
  const again = () => house.request('POST', `${path}/deliver-again`, {});

  test('a message comes with the same id', async () => {
    await say('Skrivaren är död');
    await again();

    const ids = house.bot.received.filter(({ text }) => text === 'Skrivaren är död').map(({ id }) => id);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(JSON.stringify(await chat())).toContain('"kind":"delivered-again","what":"message"');
  });

  test('a press comes with a new id', async () => {
    const action = { type: 'Action.Execute', verb: 'solved', data: {} };
    await house.request('POST', `${path}/presses`, { messageId: '1:1', action });
    await again();

    const presses = house.bot.received.filter(({ type }) => type === 'invoke');
    expect(presses.map(({ value }) => value)).toEqual([presses[0]?.value, presses[0]?.value]);
    expect(presses[0]?.id).not.toBe(presses[1]?.id);
  });

  test('there is nothing to deliver before anything was said', async () => {
    expect((await again()).body).toEqual({ done: false });
  });
});

describe('a card that asks to be refreshed', () => {
  const card = (userIds: readonly string[] | undefined) => ({
    type: 'AdaptiveCard',
    version: '1.4',
    body: [{ type: 'TextBlock', text: 'Gammalt' }],
    refresh: { action: { type: 'Action.Execute', verb: 'solved', data: { case: 7 } }, userIds },
  });
  const post = (content: object) =>
    house.request('POST', connector(`/${annasChat}/activities`), {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    });

  test('is, for whom it names, by an invoke of the client’s own', async () => {
    await post(card([userIdOf(anna.aadObjectId)]));
    await expect.poll(async () => JSON.stringify(await chat())).toContain('Skönt att det löste sig');

    expect(house.bot.received.find(({ type }) => type === 'invoke')).toMatchObject({
      value: { action: { verb: 'solved', data: { case: 7 } }, trigger: 'automatic' },
    });
  });

  test('stays as it is while the desk cannot be asked, and nothing ends because of it', async () => {
    await house.close();
    let away = false;
    const deskTime = async () => {
      if (away) throw new Error('the database is away');
      return { timezone: 'Europe/Stockholm', holidays: 'SE' };
    };
    house = await startSimulator({ deskTime });
    await open();
    away = true;
    await post(card([userIdOf(anna.aadObjectId)]));
    await expect.poll(() => house.warnings).toContainEqual({ error: 'Error' });
    expect(JSON.stringify(await chat())).toContain('Gammalt');
  });

  test('is not for others', async () => {
    await post(card([userIdOf(technician.aadObjectId)]));
    await post(card([]));
    await say('Hej');

    expect(house.bot.received.some(({ type }) => type === 'invoke')).toBe(false);
  });
});

describe('limits tried by hand', () => {
  const tryLimit = (trial: string) =>
    house.request('POST', `/simulator/api/people/${anna.aadObjectId}/trials`, { trial });
  const codes = async () =>
    ((await house.request('GET', '/simulator/api/refusals')).body as { code: string }[]).map(
      ({ code }) => code,
    );

  test.each([
    ['too-large', 'MessageSizeTooBig'],
    ['burst', 'TooManyRequests'],
    ['card-version', 'UnsupportedCardVersion'],
    ['bad-card', 'BadCard'],
    ['unknown-person', 'UnknownRecipient'],
  ])('%s shows %s', async (trial, expected) => {
    await tryLimit(trial);
    expect(await codes()).toEqual([expected]);
  });

  test.each([
    ['text-and-card', 'split'],
    ['many-actions', 'too-many-actions'],
    ['phone', 'not-on-phones'],
  ])('%s leaves the remark %s', async (trial, kind) => {
    await tryLimit(trial);
    expect(JSON.stringify(await chat())).toContain(`"kind":"${kind}"`);
    expect(await codes()).toEqual([]);
  });

  test('a busy Teams says no to the next message only', async () => {
    await tryLimit('busy');
    const send = () =>
      house.request('POST', connector(`/${annasChat}/activities`), { type: 'message', text: 'x' });

    expect([(await send()).status, (await send()).status]).toEqual([429, 201]);
  });
});
