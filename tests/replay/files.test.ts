import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileLinks } from '#bot/web/file-links.ts';
import { pixel } from '../support/fake-connector.ts';
import { mondayMorning } from '../support/talk.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';

const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

const files = { key: Buffer.alloc(32, 7), publicUrl: 'https://vaktis.example.se', keepForDays: 90 };

let app: AppOnLoopback;
beforeAll(async () => {
  app = await startApp({ files });
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

describe('the link on the technician’s card', () => {
  const linkOf = (since: number) => {
    const link = /\((https:\/\/vaktis\.example\.se\/files\/[^)]+)\)/.exec(words(karin, since))?.[1];
    if (link === undefined) throw new Error('no link');
    return new URL(link);
  };
  const open = (link: URL) => fetch(`${app.url}${link.pathname}${link.search}`);

  it('opens the picture, and tells the browser to draw nothing else of it', async () => {
    const response = await open(linkOf(0));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(pixel)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="bild-1.png"; filename*=UTF-8''bild-1.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('is on nobody else’s message: the person who sent it has no use for one', () => {
    expect(words(amina, 0)).not.toContain('/files/');
  });

  it('opens nothing when anything in it was changed, or nothing was signed', async () => {
    const link = linkOf(0);
    const changes: Record<string, (url: URL) => void> = {
      id: (url) => {
        url.pathname = '/files/another';
      },
      longer: (url) => url.searchParams.set('until', '9999999999999'),
      signature: (url) => url.searchParams.set('k', 'x'.repeat(43)),
      unsigned: (url) => url.searchParams.delete('k'),
      twice: (url) => url.searchParams.append('until', '1'),
      nan: (url) => url.searchParams.set('until', 'NaN'),
    };
    for (const change of Object.values(changes)) {
      const other = new URL(link);
      change(other);
      const response = await open(other);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'text/plain; charset=utf-8',
      ]);
    }
  });

  it('goes out after a week, and says what to do then', async () => {
    const id = linkOf(0).pathname.split('/').at(-1) ?? '';
    const at = (days: number) => new Date(new Date(mondayMorning).getTime() + days * 24 * 60 * 60_000);
    const made = (days: number) =>
      createFileLinks({
        base: () => files.publicUrl,
        key: files.key,
        files: app.stores.attachments,
        now: () => at(days),
      }).linkTo(id);
    expect((await open(new URL(made(-6) ?? ''))).status).toBe(200);
    const gone = await open(new URL(made(-7) ?? ''));
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('Länken har gått ut');
  });

  it('saves what a browser could run, and never draws it', async () => {
    const bytes = Buffer.from('inte <b>fet</b>');
    const kept = {
      id: 'note-1',
      at: new Date(mondayMorning),
      name: 'anteckning "å".txt',
      contentType: 'text/plain',
    };
    await app.stores.attachments.add({ ...kept, bytes });
    const links = createFileLinks({
      base: () => files.publicUrl,
      key: files.key,
      files: app.stores.attachments,
      now: () => new Date(mondayMorning),
    });
    const response = await open(new URL(links.linkTo('note-1') ?? ''));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="anteckning_.txt"; filename*=UTF-8''anteckning%20%22%C3%A5%22.txt`,
    );
  });

  it('is there for the simulator’s own address, and nowhere without an address', () => {
    const from = (base: string | null) =>
      createFileLinks({
        base: () => base,
        key: files.key,
        files: app.stores.attachments,
        now: () => new Date(mondayMorning),
      }).linkTo('a');
    expect(from('http://127.0.0.1:3978')).toMatch(/^http:\/\/127\.0\.0\.1:3978\/files\/a\?until=\d+&k=/);
    expect(from(null)).toBeNull();
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
