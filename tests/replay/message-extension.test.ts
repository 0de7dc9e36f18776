import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildActivity } from '../support/activities.ts';
import { type AppOnLoopback, startApp, type TeamsPerson } from './app-on-loopback.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };
const stranger = { aadObjectId: '77777777-2222-4333-8444-555555555555', name: 'Rut Ask' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
  for (const person of [karin, amina, hanna]) await app.post(person, 'installation-add');
});
afterAll(() => app?.close());

type Json = Record<string, unknown>;
const Json = z.record(z.string(), z.unknown());
const Submit = z.object({ data: Json });
const Dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({
      card: z.object({
        content: z.looseObject({ body: z.array(Json), actions: z.array(Submit).optional() }),
      }),
    }),
  }),
});
const Found = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachments: z.array(
      z.object({ content: Json, preview: z.object({ content: z.object({ title: z.string() }) }) }),
    ),
  }),
});
const conversation = {
  id: '19:kollegor@thread.v2',
  isGroup: true,
  conversationType: 'groupChat',
  tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
};

let count = 0;
/** A message in a group chat where Vaktis is not. */
function written(by: TeamsPerson, html: string, changes: Json = {}): Json {
  count += 1;
  const user = { userIdentityType: 'aadUser', id: by.aadObjectId, displayName: by.name };
  const from = { user, application: null };
  return {
    id: String(1795424300000 + count),
    deleted: false,
    from,
    body: { contentType: 'html', content: html },
    attachments: [],
    ...changes,
  };
}
const open = (presser: TeamsPerson, messagePayload: Json) =>
  app.post(presser, 'message-action-open', {
    conversation,
    value: { commandId: 'create-case', commandContext: 'message', messagePayload },
  });
const send = (presser: TeamsPerson, data: Json) =>
  app.post(presser, 'message-action-submit', { conversation, value: { commandId: 'create-case', data } });
const find = (
  who: TeamsPerson,
  commandId: string,
  words: string | null,
  queryOptions = { skip: 0, count: 25 },
) => {
  const parameters = [
    words === null ? { name: 'initialRun', value: 'true' } : { name: 'query', value: words },
  ];
  return app.post(who, 'extension-query', { conversation, value: { commandId, parameters, queryOptions } });
};

function formIn(body: unknown) {
  const { content } = Dialog.parse(body).task.value.card;
  const input = (id: string) => content.body.find((part) => part.id === id);
  const data: Json = { ...content.actions?.[0]?.data };
  const filled = Object.fromEntries(['text', 'site', 'category'].map((id) => [id, input(id)?.value]));
  return { content, input, data: { ...data, ...filled } };
}
const casesOf = (upn: string) => app.stores.cases.casesOf(upn, new Date('2026-01-01'));
const said = (person: TeamsPerson, since: number) =>
  JSON.stringify(app.said(person, since).map(({ body }) => body));

describe('Skapa ärende on a message', () => {
  it('makes a case in the author’s name, keeps who reported it, tells both, and once only', async () => {
    const message = written(hanna, '<p>Projektorn i <b>lekhallen</b> &auml;r svart igen</p>');
    const opened = await open(amina, message);
    const form = formIn(opened.body);
    expect(form.data).toMatchObject({
      text: 'Projektorn i lekhallen är svart igen',
      site: 'solrosen',
      category: 'av',
    });
    // The note that may help, and who will read what is sent.
    expect(JSON.stringify(opened.body)).toContain('HDMI 2');
    expect(JSON.stringify(opened.body)).toContain('Den ser Hanna Nilsson, du');
    expect(await casesOf('hanna.nilsson@ekbacken.example')).toEqual([]);

    const before = app.mark();
    const [first, second] = await Promise.all([send(amina, form.data), send(amina, form.data)]);
    const again = await send(amina, form.data);
    expect([first.status, second.status, again.status]).toEqual([200, 200, 200]);
    const cases = await casesOf('hanna.nilsson@ekbacken.example');
    expect(cases).toHaveLength(1);
    expect(cases[0]?.packet).toMatchObject({
      requester: { name: 'Hanna Nilsson' },
      symptom: 'Projektorn i lekhallen är svart igen',
      reportedBy: { upn: 'amina.osman@ekbacken.example', name: 'Amina Osman', rewritten: false },
    });
    const events = await app.stores.cases.events(cases[0]?.id ?? '');
    expect(events[0]).toMatchObject({ kind: 'opened', actor: 'hanna.nilsson@ekbacken.example' });
    expect(events[0]?.data).toMatchObject({ reportedBy: 'amina.osman@ekbacken.example' });
    expect(await casesOf('amina.osman@ekbacken.example')).toEqual([]);
    expect(said(hanna, before).match(/Amina Osman har gjort ärende/g)).not.toBeNull();
    expect(app.said(amina, before)).toHaveLength(1);
    expect(said(amina, before)).toContain('åt Hanna Nilsson');
    expect(said(karin, before)).toContain('Anmält av');
    expect(JSON.stringify(again.body)).toContain('Det finns redan ett ärende');
    // Nothing is written where the message stands.
    expect(app.connector.requests.some(({ path }) => path.includes('kollegor'))).toBe(false);

    const third = await open(karin, message);
    expect(JSON.stringify(third.body)).toContain('Det finns redan ett ärende');
  });

  it('shows every fault at once and keeps what was typed', async () => {
    const form = formIn((await open(amina, written(hanna, 'Skrivaren i arbetsrummet gnisslar'))).body);
    const answer = await send(amina, { ...form.data, text: '   ', site: 'mars', category: 'not-it' });
    const words = JSON.stringify(answer.body);
    expect(words).toContain('Skriv vad som är fel.');
    expect(words).toContain('Välj en plats');
    expect(words).toContain('Välj något i listan');
    const long = 'å'.repeat(4001);
    const kept = formIn((await send(amina, { ...form.data, text: long })).body);
    expect(kept.data.text).toBe(long);
    expect(kept.data.category).toBe(form.data.category);
  });

  it('never puts changed words into the author’s mouth, and masks secrets', async () => {
    const form = formIn(
      (await open(amina, written(hanna, 'Surfplattan är trasig, lösenordet är Sommar2026!'))).body,
    );
    expect(form.data.text).not.toContain('Sommar2026');
    await send(amina, { ...form.data, text: 'Hannas surfplatta går inte att ladda', category: 'tablet' });
    const [made] = await casesOf('hanna.nilsson@ekbacken.example');
    expect(made?.packet.reportedBy?.rewritten).toBe(true);
    expect(made?.packet.dialogue[0]?.name).toBe('Amina Osman');
  });

  it('serves an author and a presser whom the desk does not list', async () => {
    const other = { aadObjectId: '88888888-2222-4333-8444-555555555555', name: 'Ove Ny' };
    const form = formIn((await open(stranger, written(other, 'Datorn på Solrosen startar inte'))).body);
    const ended = await send(stranger, form.data);
    expect(JSON.stringify(ended.body)).toContain('är skapat');
    const [made] = await casesOf(`unlisted:${other.aadObjectId}`);
    expect(made?.packet.requester.name).toBe('Ove Ny');
    expect(made?.packet.reportedBy?.name).toBe('Rut Ask');
  });

  it.each([
    [
      'a bot’s message',
      { from: { application: { id: 'x', displayName: 'Flow' }, user: null } },
      'skrev en app',
    ],
    ['what Teams itself says', { messageType: 'systemEventMessage' }, 'skrev en app'],
    ['a picture alone', { body: { contentType: 'html', content: '<img src="x">' } }, 'ingen text'],
    ['a deleted message', { deleted: true }, 'ingen text'],
    [
      'a quotation alone',
      { body: { contentType: 'html', content: '<blockquote>Anna sa nej</blockquote>' } },
      'ingen text',
    ],
    [
      'a guest’s message',
      { from: { user: { id: hanna.aadObjectId, userIdentityType: 'federatedUser' } } },
      'annan organisation',
    ],
    ['an author without an id', { from: { user: { id: 'nobody', displayName: 'X' } } }, 'vem som skrev'],
  ])('refuses kindly: %s', async (_what, changes, words) => {
    const { status, body } = await open(amina, written(hanna, 'x', changes));
    expect(status).toBe(200);
    expect(body).toMatchObject({ task: { type: 'message', value: expect.stringContaining(words) } });
  });

  it('takes no form that it did not make for this person', async () => {
    const form = formIn((await open(amina, written(hanna, 'Wifi är borta i matsalen'))).body);
    const before = (await casesOf('hanna.nilsson@ekbacken.example')).length;
    const [content = '', signature = ''] = String(form.data.ticket).split('.');
    const inner: Json = JSON.parse(Buffer.from(content, 'base64url').toString());
    const author = { aadObjectId: karin.aadObjectId, name: 'Karin Lind' };
    const forged = Buffer.from(JSON.stringify({ ...inner, author })).toString('base64url');
    for (const ticket of [`${forged}.${signature}`, `${content}.`, 'x', '', '.', `${content}.${signature}.x`])
      expect(JSON.stringify((await send(amina, { ...form.data, ticket })).body)).toContain(
        'kan jag inte ta emot',
      );
    // Somebody else's form.
    expect(JSON.stringify((await send(karin, form.data)).body)).toContain('kan jag inte ta emot');
    expect(await casesOf('hanna.nilsson@ekbacken.example')).toHaveLength(before);
    expect(await casesOf('karin.lind@ekbacken.example')).toEqual([]);
  });

  it('does not fall over data of any shape', async () => {
    for (const value of [
      null,
      7,
      {},
      { commandId: 'create-case' },
      { commandId: 'x', data: {} },
      { commandId: 'create-case', data: { ticket: 7 } },
    ])
      for (const name of ['message-action-open', 'message-action-submit', 'extension-query'])
        expect((await app.post(amina, name, { conversation, value })).status).toBeLessThan(502);
    expect(buildActivity('message-action-open').name).toBe('composeExtension/fetchTask');
  });
});

describe('the search extension', () => {
  it('finds the searcher’s own cases and nobody else’s, with nothing to press and no number to ring', async () => {
    const own = Found.parse((await find(hanna, 'my-cases', null)).body);
    expect(own.composeExtension.attachments.length).toBeGreaterThan(0);
    expect(JSON.stringify(own)).not.toMatch(/"Action\.|tel:|08-000/);
    const number = /VK-\d+/.exec(JSON.stringify(own))?.[0] ?? '';
    expect(number).not.toBe('');
    expect((await find(amina, 'my-cases', number)).body).toMatchObject({
      composeExtension: { type: 'message' },
    });
    expect((await find(karin, 'my-cases', null)).body).toMatchObject({
      composeExtension: { type: 'message' },
    });
    // Whoever reported the same joined it: the title is still Hanna's words.
    const item = await app.stores.cases.getByNumber(number);
    if (item === null) throw new Error(`there is no ${number}`);
    await app.stores.cases.save({ ...item, reporterUpns: ['amina.osman@ekbacken.example'] });
    for (const words of [null, number])
      expect((await find(amina, 'my-cases', words)).body).toMatchObject({
        composeExtension: { type: 'message' },
      });
  });

  it('finds notes for staff only, whoever searches, and leafs through them', async () => {
    const byWords = Found.parse((await find(hanna, 'site-notes', 'projektorn är svart')).body);
    expect(JSON.stringify(byWords)).toContain('HDMI 2');
    for (const who of [hanna, karin])
      for (const words of [null, 'switchen', 'nyckelskåpet', 'radiolänken'])
        expect(JSON.stringify((await find(who, 'site-notes', words)).body)).not.toMatch(/privat|"Action\./);
    const titles = async (skip: number) =>
      Found.parse(
        (await find(hanna, 'site-notes', null, { skip, count: 2 })).body,
      ).composeExtension.attachments.map(({ preview }) => preview.content.title);
    const [first, second] = [await titles(0), await titles(2)];
    expect(first).toHaveLength(2);
    expect(second.some((title) => first.includes(title))).toBe(false);
    const past = await find(hanna, 'site-notes', null, { skip: 400, count: 25 });
    expect(past.body).toMatchObject({ composeExtension: { type: 'message', text: 'Det finns inga fler.' } });
  });

  it('never gives a technician’s note, asked for by its title', async () => {
    const { desk: _desk, notes } = await import('../support/talk.ts').then(({ loadDesk }) => loadDesk());
    const secret = notes.all().filter(({ audience }) => audience === 'technician');
    expect(secret.length).toBeGreaterThan(3);
    for (const note of secret.slice(0, 8)) {
      const { body } = await find(karin, 'site-notes', note.title);
      const { data } = Found.safeParse(body);
      const titles = data?.composeExtension.attachments.map(({ preview }) => preview.content.title) ?? [];
      expect(titles).not.toContain(note.title);
    }
  });
});

describe('one who asks for more than anybody clicks', () => {
  let usual: AppOnLoopback;
  beforeAll(async () => {
    usual = app;
    const person = { burst: 3, perSecond: 0.001 };
    app = await startApp({ crowdLimits: { beyond: { person, tenant: { burst: 100, perSecond: 1 } } } });
  });
  afterAll(async () => {
    await app.close();
    app = usual;
  });
  const isRefused = (words: string) => ({
    composeExtension: { type: 'message', text: expect.stringContaining(words) },
  });

  it('is told kindly to wait, in their language, and others find as before', async () => {
    for (const words of [null, 'skrivaren', 'projektorn'])
      expect((await find(amina, 'site-notes', words)).status).toBe(200);
    expect(await find(amina, 'site-notes', 'projektorn')).toMatchObject({
      status: 200,
      body: isRefused('Vänta en minut och sök igen.'),
    });
    const value = { commandId: 'my-cases', parameters: [], queryOptions: { skip: 0, count: 25 } };
    const inEnglish = { conversation, value, locale: 'en-GB' };
    const { body } = await app.post(amina, 'extension-query', inEnglish);
    expect(body).toMatchObject(isRefused('Wait a minute and search again.'));
    expect((await open(amina, written(hanna, 'Skrivaren är trasig'))).body).toMatchObject({
      task: { type: 'message', value: expect.stringContaining('Vänta en minut') },
    });
    expect(Found.parse((await find(hanna, 'site-notes', 'projektorn')).body)).toBeDefined();
    // Words to Vaktis itself have a limit of their own.
    const before = app.mark();
    await app.post(amina, 'personal-message', { text: 'Hej' });
    expect(app.said(amina, before)).toHaveLength(1);
  });

  it('makes no case of a form that comes too often, and is told so', async () => {
    const { data } = formIn((await open(karin, written(hanna, 'Skrivaren är trasig'))).body);
    for (let time = 0; time < 2; time += 1) await send(karin, { ...data, text: '' });
    expect(JSON.stringify((await send(karin, data)).body)).toContain('Inget ärende är gjort');
    expect(await casesOf('hanna.nilsson@ekbacken.example')).toEqual([]);
  });
});
