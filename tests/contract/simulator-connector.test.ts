import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIdOf, simulatorTenantId, userIdOf } from '#bot/channels/simulator/identities.ts';
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
const open = (person = anna) => house.request('POST', `/simulator/api/people/${person.aadObjectId}/open`, {});
const say = (text: string, attachmentName: string | null = null) =>
  house.request('POST', `/simulator/api/people/${anna.aadObjectId}/messages`, { text, attachmentName });
const chat = async (person = anna) => (await open(person)).body;

describe('what the bot receives', () => {
  test('a message has the fields that Teams sends, with the HTML twin', async () => {
    await say('Skrivaren <p> äter papper');

    expect(house.bot.received.at(-1)).toMatchObject({
      type: 'message',
      text: 'Skrivaren <p> äter papper',
      channelId: 'msteams',
      serviceUrl: `${house.url}/simulator/connector/`,
      from: { id: userIdOf(anna.aadObjectId), aadObjectId: anna.aadObjectId, name: 'Anna Lind' },
      conversation: { id: annasChat, conversationType: 'personal', tenantId: simulatorTenantId },
      channelData: { tenant: { id: simulatorTenantId } },
      locale: 'sv-SE',
      entities: [{ type: 'clientInfo', timezone: 'Europe/Stockholm' }],
      attachments: [{ contentType: 'text/html', content: '<p>Skrivaren &lt;p&gt; äter papper</p>' }],
    });
  });

  test('a screenshot comes as an image whose address answers', async () => {
    await say('Titta', 'skärm.png');

    const { attachments } = house.bot.received.at(-1) ?? {};
    expect(attachments).toContainEqual(
      expect.objectContaining({ contentType: 'image/png', name: 'skärm.png' }),
    );
    const [image] = attachments as [{ contentUrl: string }];
    const download = await fetch(image.contentUrl);
    expect([download.status, download.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test('the first contact installs the app, the second does not', async () => {
    await open();
    await open();

    const installations = house.bot.received.filter(({ type }) => type === 'installationUpdate');
    expect(installations).toMatchObject([{ action: 'add', from: { aadObjectId: anna.aadObjectId } }]);
  });

  test('everybody who takes cases can be reached before anybody has played them', async () => {
    await house.simulator.installForCaseHandlers();

    expect(house.bot.received).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [{ aadObjectId: technician.aadObjectId }, {}] },
      { type: 'installationUpdate', action: 'add', from: { aadObjectId: technician.aadObjectId } },
    ]);
  });
});

describe('what the bot sends through its SDK', () => {
  test('an answer in the turn is shown in the chat', async () => {
    await say('Projektorn är svart');

    expect(await chat()).toMatchObject({
      messages: [
        { from: 'person', text: 'Projektorn är svart' },
        { from: 'bot', cards: [{ type: 'AdaptiveCard' }] },
        { from: 'bot', text: 'Hej **Anna Lind**!' },
      ],
    });
  });

  test('a conversation that it opens by object id has the same id as the one that the person began', async () => {
    const id = await house.bot.createConversation(
      `${house.url}/simulator/connector/`,
      technician.aadObjectId,
      simulatorTenantId,
      'Nytt ärende',
    );

    expect(id).toBe(conversationIdOf(technician.aadObjectId));
    expect(await chat(technician)).toMatchObject({ messages: [{ text: 'Nytt ärende' }, {}] });
  });

  test('a proactive message and its replacement keep one place in the chat', async () => {
    await say('Hej');
    const reference = house.bot.received.at(-1) as never;
    const id = await house.bot.send(reference, { type: 'message', text: 'Först' });
    await house.bot.send(reference, { type: 'message', text: 'Sedan', ...(id ? { id } : {}) });

    const { messages } = (await chat()) as { messages: { id: string; text: string; revision: number }[] };
    expect(messages.filter((message) => message.id === id)).toMatchObject([{ text: 'Sedan', revision: 1 }]);
  });

  test('members are told with their object ids', async () => {
    const all = await house.request('GET', connector(`/${annasChat}/members`));
    const one = await house.request('GET', connector(`/${annasChat}/members/${userIdOf(anna.aadObjectId)}`));

    expect(all.body).toMatchObject([{ aadObjectId: anna.aadObjectId, tenantId: simulatorTenantId }]);
    expect(one.body).toMatchObject({ name: 'Anna Lind' });
  });

  test('a message is deleted', async () => {
    const sent = await house.request('POST', connector(`/${annasChat}/activities/any`), {
      type: 'message',
      text: 'Bort',
    });
    const { id } = sent.body as { id: string };
    const gone = await house.request('DELETE', connector(`/${annasChat}/activities/${id}`));

    expect([sent.status, gone.status]).toEqual([201, 200]);
    expect(JSON.stringify(await chat())).not.toContain('Bort');
  });
});

describe('presses', () => {
  const pressOn = async (action: object) => {
    await say('Projektorn är svart');
    const { messages } = (await chat()) as { messages: { id: string; cards: unknown[] }[] };
    const messageId = messages.find(({ cards }) => cards.length > 0)?.id;
    const path = `/simulator/api/people/${anna.aadObjectId}/presses`;
    return { messageId, answer: await house.request('POST', path, { messageId, action }) };
  };

  test('Action.Execute is an invoke whose card takes the place of the pressed one', async () => {
    const { messageId, answer } = await pressOn({
      type: 'Action.Execute',
      verb: 'solved',
      data: { case: 7 },
    });

    expect(answer.body).toEqual({ kind: 'done' });
    expect(house.bot.received.findLast(({ type }) => type === 'invoke')).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', verb: 'solved', data: { case: 7 } }, trigger: 'manual' },
    });
    expect(JSON.stringify(await chat())).toContain('Skönt att det löste sig');
  });

  test('an answer in words is given to the one who pressed', async () => {
    const { answer } = await pressOn({ type: 'Action.Execute', verb: 'human', data: {} });

    expect(answer.body).toEqual({ kind: 'message', text: 'Jag hämtar någon.' });
  });

  test('Action.Submit is a message with a value', async () => {
    await pressOn({ type: 'Action.Submit', data: { site: 'solrosen' } });

    expect(house.bot.received.findLast(({ value }) => value !== undefined)).toMatchObject({
      type: 'message',
      value: { site: 'solrosen' },
    });
  });
});

describe('what Teams would refuse', () => {
  const post = (activity: object, conversation = annasChat) =>
    house.request('POST', connector(`/${conversation}/activities`), activity);
  const code = (code: string) => ({ error: expect.objectContaining({ code }) });
  const cardOf = (parts: object) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hej' }], ...parts },
  });
  const postCard = (parts: object) => post({ type: 'message', attachments: [cardOf(parts)] });
  const messagesOf = async () => (await chat()) as { messages: { remarks: object[] }[] };
  const remarks = async () =>
    (await messagesOf()).messages.findLast((one) => one.remarks.length > 0)?.remarks;

  test.each([
    ['of a version that Teams does not draw', { version: '1.6' }, 'UnsupportedCardVersion'],
    ['without a version', { version: undefined }, 'BadCard'],
    ['with an element that is not in the schema', { body: [{ type: 'TextBlok', text: 'x' }] }, 'BadCard'],
    [
      'with an action that is not in the schema',
      { actions: [{ type: 'Action.Run', title: 'x' }] },
      'BadCard',
    ],
    [
      'with a value that is not in the schema',
      { body: [{ type: 'TextBlock', text: 'x', size: 'huge' }] },
      'BadCard',
    ],
  ])('a card %s is refused', async (_, parts, expected) => {
    expect(await postCard(parts)).toEqual({ status: 400, body: code(expected) });
  });

  const action = (number: number) => ({
    type: 'Action.OpenUrl',
    title: `${number}`,
    url: 'https://example.org',
  });
  test.each([
    ['has more than six buttons', { actions: [1, 2, 3, 4, 5, 6, 7].map(action) }, 'too-many-actions'],
    ['is above 25 kB', { body: [{ type: 'TextBlock', text: 'x'.repeat(26_000) }] }, 'large'],
    ['holds what phones do not draw', { body: [{ type: 'Table', columns: [], rows: [] }] }, 'not-on-phones'],
    [
      'has a button that older clients cannot press',
      { actions: [{ type: 'Action.Execute', title: 'x', verb: 'x' }] },
      'no-fallback',
    ],
    [
      'has a button style that Teams does not know',
      { actions: [{ ...action(1), style: 'destructive' }] },
      'not-in-teams',
    ],
  ])('a card that %s is taken, with a remark', async (_, parts, kind) => {
    expect((await postCard(parts)).status).toBe(201);
    expect(await remarks()).toMatchObject([{ kind }]);
  });

  test('the bot’s own kind of card gives no remark', async () => {
    const fallback = { type: 'Action.Submit', title: 'Ja', data: {} };
    await postCard({ actions: [{ type: 'Action.Execute', title: 'Ja', verb: 'ja', fallback }] });

    expect(await remarks()).toBeUndefined();
  });

  test('an address that is neither a Teams id nor an object id is nobody, and is told in the journal', async () => {
    const answer = await house.request('POST', connector(''), { members: [{ id: 'anna@ekbacken.example' }] });
    const journal = await house.request('GET', '/simulator/api/refusals');

    expect(answer).toEqual({ status: 400, body: code('UnknownRecipient') });
    expect(journal.body).toMatchObject([{ status: 400, code: 'UnknownRecipient', name: null }]);
  });

  test('a message above 100 KB as UTF-16 is refused with 413, logged and shown', async () => {
    const answer = await post({ type: 'message', text: 'å'.repeat(60_000) });

    expect(answer).toEqual({ status: 413, body: code('MessageSizeTooBig') });
    expect(house.warnings).toContainEqual(
      expect.objectContaining({ status: 413, code: 'MessageSizeTooBig' }),
    );
    expect(await chat()).toMatchObject({
      messages: [{ from: 'teams', notice: { kind: 'refused', code: 'MessageSizeTooBig' } }, {}],
    });
  });

  test('text and a card in one message come as two, and the bot gets no id', async () => {
    const activity = { type: 'message', text: 'Här', attachments: [cardOf({})] };

    expect(await post(activity)).toEqual({ status: 201, body: {} });
    const { messages } = await messagesOf();
    expect(messages.slice(0, 2)).toMatchObject([
      { text: 'Här', cards: [] },
      { text: '', cards: [{ type: 'AdaptiveCard' }], remarks: [{ kind: 'split' }] },
    ]);
  });

  test.each([
    ['without text or attachment', { type: 'message', text: ' ' }],
    ['of an unknown type', { type: 'trace' }],
    ['whose attachments are no list', { type: 'message', text: 'x', attachments: 'card' }],
  ])('a message %s is refused', async (_, activity) => {
    expect(await post(activity)).toEqual({ status: 400, body: code('BadSyntax') });
  });

  test('a body that is not JSON is refused in the shape of the connector', async () => {
    const response = await fetch(`${house.url}${connector(`/${annasChat}/activities`)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":',
    });
    expect([response.status, await response.json()]).toEqual([400, code('BadSyntax')]);
  });

  test('a conversation that is not there is refused with 404', async () => {
    expect(await post({ type: 'message', text: 'x' }, 'a:nobody')).toEqual({
      status: 404,
      body: code('ConversationNotFound'),
    });
  });

  test('somebody without the app cannot be written to until it is installed again', async () => {
    const path = `/simulator/api/people/${anna.aadObjectId}/installed`;
    await house.request('PUT', path, { installed: false });
    const refused = await post({ type: 'message', text: 'x' });
    const opened = await house.request('POST', connector(''), { members: [{ id: anna.aadObjectId }] });
    await house.request('PUT', path, { installed: true });

    expect(refused).toEqual({ status: 403, body: code('BotNotInConversationRoster') });
    expect(opened.status).toBe(403);
    expect((await post({ type: 'message', text: 'x' })).status).toBe(201);
    expect(house.bot.received.flatMap(({ action }) => action ?? [])).toEqual(['remove', 'add']);
  });
});
