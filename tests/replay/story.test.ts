import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../support/fake-connector.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction, findRefresh, pressValue } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const words = (requests: readonly RecordedRequest[]) => JSON.stringify(requests.map(({ body }) => body));
const cardWith = (requests: readonly RecordedRequest[], verb: string) =>
  requests.find(({ body }) => findAction(body, verb) !== null)?.body;

describe('the whole app, from Teams and back', () => {
  it('brings a black projector from a teacher to a technician and to its end', async () => {
    await app.post(karin, 'installation-add');
    expect(words(app.said(karin))).toContain('Vaktis');

    await app.post(hanna, 'personal-message', { text: 'Projektorn i lekhallen på Solrosen är svart' });
    const advice = app.said(hanna);
    expect(words(advice)).toContain('HDMI 2');

    const beforeWish = app.mark();
    await app.post(hanna, 'personal-message', { text: 'Jag vill prata med en människa' });
    expect(words(app.said(hanna, beforeWish))).toContain('Karin Lind');

    const offer = cardWith(app.said(karin, beforeWish), 'accept');
    expect(offer).toBeDefined();
    const refresh = findRefresh(offer);
    expect(refresh).toMatchObject({ action: { verb: 'show-case' }, userIds: [`29:${karin.aadObjectId}`] });

    const beforeAccept = app.mark();
    const accepted = await app.post(karin, 'execute-press', { value: pressValue(offer, 'accept') });
    expect(accepted).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect(findAction(accepted.body, 'accept')).toBeNull();
    expect(words(app.said(hanna, beforeAccept))).toContain('Karin Lind');

    expect(findRefresh(accepted.body)).toEqual(refresh);
    const seenAgain = await app.post(karin, 'execute-press', {
      value: { action: refresh?.action, trigger: 'automatic' },
    });
    expect(seenAgain).toMatchObject({ body: { type: 'application/vnd.microsoft.card.adaptive' } });
    expect(findAction(seenAgain.body, 'on-site')).not.toBeNull();

    const beforeResolve = app.mark();
    const resolve = pressValue(accepted.body, 'resolve', { text_resolve: 'Bytte kabeln i väggluckan.' });
    const resolved = await app.post(karin, 'execute-press', { value: resolve });
    expect(resolved.status).toBe(200);
    const told = app.said(hanna, beforeResolve);
    expect(words(told)).toContain('Bytte kabeln');

    const beforeEnd = app.mark();
    const question = cardWith(told, 'confirm-resolved');
    await app.post(hanna, 'execute-press', { value: pressValue(question, 'confirm-resolved') });
    const late = await app.post(karin, 'execute-press', { value: pressValue(offer, 'accept') });
    expect(late).toMatchObject({ status: 200, body: { statusCode: 200, value: expect.anything() } });
    expect(findAction(late.body, 'accept')).toBeNull();
    expect(cardWith(app.said(karin, beforeEnd), 'accept')).toBeUndefined();
  });

  it('says nothing twice when Teams sends a message again', async () => {
    const before = app.mark();
    const again = { id: 'sent-twice', text: 'Hej' };
    await app.post(amina, 'personal-message', again);
    const once = app.said(amina, before).length;
    expect(once).toBeGreaterThan(0);
    expect((await app.post(amina, 'personal-message', again)).status).toBe(200);
    expect(app.said(amina, before)).toHaveLength(once);
  });

  it('says once that it is a bot', async () => {
    await app.post(amina, 'personal-message', { text: 'Tack' });
    expect(app.said(amina).filter((request) => words([request]).includes('robot'))).toHaveLength(1);
  });

  it('asks the next one when the technician has not installed the app', async () => {
    await app.post(amina, 'personal-message', { text: 'Skrivaren på Solrosen har slutat skriva ut' });
    const before = app.mark();
    app.connector.script(
      { status: 201, body: { id: 'answer' } },
      { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: '' } } },
    );
    await app.post(amina, 'personal-message', { text: 'Jag vill prata med en människa' });
    const made = app.connector.requests
      .slice(before)
      .filter(({ path, body }) => path === '/v3/conversations' || findAction(body, 'accept') !== null);
    expect(made.length).toBeGreaterThan(1);
    expect(made.some(({ path, body }) => path !== '/v3/conversations' && findAction(body, 'accept'))).toBe(
      true,
    );
  });

  it('answers a message that nobody could mean, and lives on', async () => {
    for (const text of ['', '😀', 'å'.repeat(100_000)]) {
      const before = app.mark();
      expect((await app.post(amina, 'personal-message', { text })).status).toBe(200);
      expect(app.said(amina, before).length).toBeGreaterThan(0);
    }
  });
});
