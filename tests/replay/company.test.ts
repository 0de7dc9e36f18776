import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registration } from '../support/teams-registration.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };
const stranger = { aadObjectId: '77777777-2222-4333-8444-555555555555', name: 'Rut Ask' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
  await app.post(karin, 'installation-add');
  await app.post(amina, 'installation-add');
  await app.post(hanna, 'installation-add');
});
afterAll(() => app?.close());

const thread = '19:channel@thread.tacv2;messageid=1795424300000';
const conversation = {
  id: thread,
  isGroup: true,
  conversationType: 'channel',
  tenantId: registration.tenantId,
};
const mention = (person: typeof hanna, text: string) =>
  app.post(person, 'channel-mention', { text: `<at>Vaktis</at> ${text}`, conversation });
/** What everybody in the thread can read. */
const inThread = (since: number) =>
  app.connector.requests
    .slice(since)
    .filter(({ path, body }) => path.includes(`/${thread}/`) && body.type === 'message');
const words = (requests: readonly { body: unknown }[]) => JSON.stringify(requests.map(({ body }) => body));

describe('in a channel', () => {
  it('an ordinary report is answered in its thread, with a staff note', async () => {
    const before = app.mark();
    await mention(hanna, 'Projektorn i lekhallen på Solrosen är svart');
    expect(words(inThread(before))).toContain('HDMI 2');
    expect(app.said(hanna, before)).toEqual([]);
  });

  it('a handoff names the technician, without a person’s telephone number', async () => {
    const before = app.mark();
    await mention(hanna, 'Jag vill prata med en människa');
    expect(words(inThread(before))).toContain('Karin Lind');
    expect(words(inThread(before))).not.toContain('tel:');
    expect(words(inThread(before))).not.toMatch(/07\d-|08-000/);
    // Her card is in her own chat, never there.
    expect(inThread(before).some(({ body }) => findAction(body, 'accept'))).toBe(false);
    expect(app.said(karin, before).some(({ body }) => findAction(body, 'accept'))).toBe(true);
  });

  it.each([
    'Jag har glömt lösenordet till mitt konto',
    'Jag klickade på en konstig länk i ett mejl och skrev in mina uppgifter',
    'Hur går det med mitt ärende? Status',
  ])('a personal matter goes on in the person’s own chat: %s', async (text) => {
    const before = app.mark();
    await mention(amina, text);
    expect(inThread(before)).toHaveLength(1);
    expect(words(inThread(before))).toContain('Jag skriver till dig i vår egen chatt');
    expect(app.said(amina, before).length).toBeGreaterThan(0);
  });

  it('somebody without a chat of their own is asked to open one, and nothing is kept', async () => {
    const before = app.mark();
    await mention(stranger, 'Mitt lösenord är Hemlis123! men kontot är låst');
    expect(words(inThread(before))).toContain('Skriv till mig i en egen chatt');
    expect(words(inThread(before))).not.toContain('Hemlis123');
    const cases = await app.stores.cases.casesOf(`unlisted:${stranger.aadObjectId}`, new Date(0));
    expect(cases).toEqual([]);
  });

  it.each(['show-secret', 'show-case', 'my-cases', 'accept', 'status'])(
    'a technician’s button does nothing there: %s',
    async (verb) => {
      const [open] = await app.stores.cases.open();
      const value = {
        action: { type: 'Action.Execute', verb, data: { caseId: open?.id, value: 'larmkod' } },
      };
      const before = app.mark();
      const { body } = await app.post(karin, 'execute-press', { value, conversation });
      expect(body).toMatchObject({
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringContaining('egen chatt'),
      });
      expect(inThread(before)).toEqual([]);
    },
  );
});

describe('installed', () => {
  it('in a team it says once what it does, and that it is a robot', async () => {
    const before = app.mark();
    const team = { ...conversation, id: '19:new-team@thread.tacv2' };
    await app.post(karin, 'installation-add', { conversation: team });
    await app.post(karin, 'bot-added', { conversation: team });
    const said = app.connector.requests.slice(before).filter(({ path }) => path.includes('19:new-team'));
    expect(said).toHaveLength(1);
    expect(words(said)).toContain('robot');
    expect(words(said)).toContain('Nämn mig med @');
    expect(words(said)).not.toContain('mina ärenden');
  });

  it('taken away and back on the same day, the person can be reached again', async () => {
    const upn = 'karin.lind@ekbacken.example';
    const known = await app.stores.contacts.get(upn);
    expect(known?.reachable).toBe(true);
    await app.post(karin, 'installation-remove');
    expect((await app.stores.contacts.get(upn))?.reachable).toBe(false);
    const before = app.mark();
    await app.post(karin, 'installation-add');
    expect((await app.stores.contacts.get(upn))?.reachable).toBe(true);
    expect(app.said(karin, before)).toEqual([]);
  });

  it('taken away from a team it changes nothing for people', async () => {
    const upn = 'karin.lind@ekbacken.example';
    await app.post(karin, 'installation-remove', { conversation });
    expect((await app.stores.contacts.get(upn))?.reachable).toBe(true);
  });
});
