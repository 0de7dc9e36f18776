import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patient } from '../support/patient.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
  await app.post(karin, 'installation-add');
});
afterAll(() => app?.close());

const at = (minute: number) => `2026-11-23T09:${String(15 + minute)}:00+01:00`;
const words = (person: typeof hanna, since: number) =>
  JSON.stringify(app.said(person, since).map(({ body }) => body));

describe('a message that was changed', () => {
  it('is answered anew when it now means something else, and not when only a letter changed', async () => {
    await app.post(hanna, 'personal-message', {
      id: 'm1',
      text: 'Projektorn i lekhallen på Solrosen är svart',
    });
    const before = app.mark();
    const letter = { id: 'm1', text: 'Projektorn i lekhallen på Solrosen är svart!', timestamp: at(1) };
    await app.post(hanna, 'edited', letter);
    expect(app.said(hanna, before)).toEqual([]);
    const other = { id: 'm1', text: 'Skrivaren på Solrosen har slutat skriva ut', timestamp: at(2) };
    await app.post(hanna, 'edited', other);
    expect(app.said(hanna, before).length).toBeGreaterThan(0);
    const once = app.said(hanna, before).length;
    await app.post(hanna, 'edited', other);
    expect(app.said(hanna, before)).toHaveLength(once);
  });

  it('reaches whoever has the case as a correction', async () => {
    await app.post(amina, 'personal-message', {
      id: 'm2',
      text: 'Projektorn i lekhallen på Solrosen är svart',
    });
    await app.post(amina, 'personal-message', { id: 'm3', text: 'Jag vill prata med en människa' });
    const before = app.mark();
    const text = 'Projektorn i matsalen på Solrosen är svart';
    await app.post(amina, 'edited', { id: 'm2', text, timestamp: at(3) });
    expect(words(karin, before)).toContain(`Rättat: ${text}`);
    const between = app.mark();
    await app.post(amina, 'edited', { id: 'm2', text, timestamp: at(4) });
    expect(words(karin, between)).not.toContain('Rättat');
  });

  it('is let be when nothing is known about it', async () => {
    const before = app.mark();
    await app.post(amina, 'edited', { id: 'unknown', text: 'Projektorn är svart', timestamp: at(5) });
    expect(app.said(amina, before)).toEqual([]);
  });
});

describe('a message that was deleted', () => {
  const rut = { aadObjectId: '11111111-2222-4333-8444-555555555555', name: 'Rut Ask' };

  it('is forgotten, so that nobody reads it in the case', async () => {
    const text = 'Projektorn i lekhallen på Solrosen är svart, Berit såg det';
    await app.post(rut, 'personal-message', { id: 'd1', text });
    await app.post(rut, 'deleted', { id: 'd1', timestamp: at(6) });
    await app.post(rut, 'personal-message', { text: 'Jag vill prata med en människa, jag är på Solrosen' });
    const [opened] = await app.stores.cases.casesOf(`unlisted:${rut.aadObjectId}`, new Date(0));
    expect(opened?.packet.dialogue.length).toBeGreaterThan(0);
    expect(JSON.stringify(opened)).not.toContain('Berit');
  });

  it('says nothing', async () => {
    await app.post(rut, 'personal-message', { id: 'd3', text: 'Plattan på Solrosen laddar inte' });
    const before = app.mark();
    expect((await app.post(rut, 'deleted', { id: 'd3', timestamp: at(7) })).status).toBe(200);
    expect(app.said(rut, before)).toEqual([]);
  });
});

describe('a thumb under advice', () => {
  it('is kept with the note, once, without the secrets in its words', async () => {
    const eva = { aadObjectId: '66666666-2222-4333-8444-555555555555', name: 'Eva Ek' };
    app.connector.script({ status: 201, body: { id: 'advice-1' } });
    await app.post(eva, 'personal-message', { text: 'Projektorn i lekhallen på Solrosen är svart' });
    const said = await app.stores.deliveries.sentAs(`a:chat-${eva.aadObjectId}`, 'advice-1');
    const content = said?.content.kind === 'reply' ? said.content.envelope.content : null;
    const noteId = content?.kind === 'answer' ? content.note.id : '';
    const feedback = JSON.stringify({ feedbackText: 'mitt lösenord är Hemlis123!' });
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } };
    for (let time = 0; time < 2; time += 1)
      await app.post(eva, 'thumbs-invoke', { id: 'thumb-1', replyToId: 'advice-1', value });
    const kept = await vi.waitFor(async () => {
      const outcomes = await app.stores.knowledge.outcomes(noteId);
      const thumbs = outcomes.filter(({ outcome }) => outcome === 'unhelpful');
      expect(thumbs).toHaveLength(1);
      return thumbs;
    }, patient);
    expect(kept[0]?.text).not.toContain('Hemlis123');
  });
});
