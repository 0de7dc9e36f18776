import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pixel } from '../support/fake-connector.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';

const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp();
  await app.post(karin, 'installation-add');
});
afterAll(() => app?.close());

const words = (person: typeof amina, since: number) =>
  JSON.stringify(app.said(person, since).map(({ body }) => body));

describe('a pasted screenshot', () => {
  it('reaches the technician with its name and size, and is kept once', async () => {
    const before = app.mark();
    const text = 'Projektorn i lekhallen på Solrosen är svart, så här ser det ut';
    await app.post(amina, 'pasted-image', { id: 'shot-1', text });
    await app.post(amina, 'pasted-image', { id: 'shot-1', text });
    await app.post(amina, 'personal-message', { text: 'Jag vill prata med en människa' });
    const asked = app.connector.requests.slice(before).filter(({ method }) => method === 'GET');
    expect(asked[0]).toMatchObject({ authorization: 'Bearer own-token' });
    expect(words(amina, before)).not.toContain('kunde tyvärr inte');
    expect(words(karin, before)).toContain('bild-1.png (1 kB)');
    const [opened] = await app.stores.cases.open();
    const [attachment] = opened?.packet.attachments ?? [];
    expect(attachment).toMatchObject({ name: 'bild-1.png', contentType: 'image/png', size: pixel.length });
    const kept = await app.stores.attachments.get(attachment?.id ?? '');
    expect(kept && Buffer.from(kept.bytes).equals(pixel)).toBe(true);
  });

  it('that comes later goes into the case as well', async () => {
    await app.post(amina, 'pasted-image', { id: 'shot-2', text: 'En bild till' });
    const [opened] = await app.stores.cases.open();
    expect(opened?.packet.attachments).toHaveLength(2);
  });
});

describe('a file that cannot be had', () => {
  it('is told so, kindly, and the rest is taken in all the same', async () => {
    const before = app.mark();
    const attachments = [
      { contentType: 'application/pdf', contentUrl: 'https://evil.example/felet.pdf', name: 'felet.pdf' },
    ];
    await app.post(amina, 'sent-file', { id: 'file-1', text: 'Felkoden står här', attachments });
    expect(words(amina, before)).toContain('Jag kunde tyvärr inte ta emot filen');
    expect(words(amina, before)).toContain('felet.pdf');
    expect(words(karin, before)).toContain('Felkoden står här');
  });
});
