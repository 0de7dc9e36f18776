import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNoteReviewStore } from '#adapters/storage/note-review-store.ts';
import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';
import { createExchangeRoutes } from '#bot/web/api/exchange/exchange-routes.ts';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import { call as send } from '../support/api-on-loopback.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import { buildNote } from '../support/build-note.ts';
import { person, site, smallDesk } from '../support/small-desk.ts';
import { wordDocument } from '../support/word-document.ts';

const admin = 'ada@desk.example';
const librarian = 'lib@desk.example';
const head = 'head@desk.example';
const desk = smallDesk({
  sites: [site('solen'), site('skolan', { area: 'sodra' })],
  people: [
    person(admin, { roles: ['admin'], aadObjectId: null }),
    person(librarian, { roles: ['editor'], edits: ['*'], aadObjectId: null }),
    person(head, { roles: ['editor'], homeSiteIds: ['solen'], aadObjectId: null }),
  ],
  technicians: [],
  settings: { responsibility: smallDesk().settings.responsibility.filter(({ site: id }) => id !== 'skolan') },
});
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]);
const notes = [
  buildNote({
    id: 'solen/skrivaren',
    title: 'Skrivaren i köket',
    category: 'printer',
    sites: ['solen'],
    body: 'Den står bredvid kylskåpet.\n\n## Prova detta\n1. Öppna luckan.\n2. Stäng luckan.\n',
  }),
  buildNote({ id: '_shared/utkast', title: 'Utkast', status: 'draft', body: 'Halvfärdigt.\n' }),
];

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld(desk, notes, ({ opened, editing, work }) =>
    createExchangeRoutes({
      editing,
      work,
      review: createNoteReviewStore(opened.database),
      images: opened.images,
      desk: opened.desk,
    }),
  );
});
afterAll(() => world.close());

const upload = (name: string, bytes: Uint8Array, upn = librarian, type = 'application/octet-stream') =>
  send(`${world.api.url}/import/preview?name=${encodeURIComponent(name)}`, upn, 'post', bytes, {
    'Content-Type': type,
  });
const preview = async (name: string, bytes: Uint8Array, upn = librarian) => {
  const { status, body } = await upload(name, bytes, upn);
  expect(status).toBe(200);
  return body as ImportPreview;
};
const messageOf = (body: unknown) => (body as { message: string }).message;

describe('a file that is brought in', () => {
  const zip = zipSync({
    'solen/projektorn.md': strToU8(
      '# Projektorn är svart\n![uttaget](bild.png)\n\n## Prova\n1. Byt källa.\n2. Vänta.',
    ),
    'solen/bild.png': png,
    'solen/skrivaren.md': strToU8('# Skrivaren i köket\nNy text.'),
    'skolan/hemligt.md': strToU8('# Kontot\nLösenord: Sommar2026!'),
  });

  it('is shown as notes with their faults and likenesses, and nothing is stored but pictures', async () => {
    const { notes: found, left } = await preview('pärm.zip', zip);
    expect(found.map(({ folder, content }) => [folder, content.title, content.category])).toEqual([
      ['skolan', 'Kontot', 'account'],
      ['solen', 'Projektorn är svart', 'av'],
      ['solen', 'Skrivaren i köket', 'printer'],
    ]);
    expect(found[0]?.faults).toContainEqual(expect.objectContaining({ field: 'intro', level: 'error' }));
    expect(JSON.stringify(found[0]?.faults)).not.toContain('Sommar2026');
    expect(found[1]).toMatchObject({ like: null, content: { steps: ['Byt källa.', 'Vänta.'] } });
    expect(found[2]?.like).toEqual({ id: 'solen/skrivaren', title: 'Skrivaren i köket' });
    expect(left).toEqual([]);
    expect((await world.source.current()).notes.all()).toHaveLength(2);
    const image = /images\/(\S+)\)/.exec(found[1]?.content.intro ?? '')?.[1] ?? '';
    expect(await world.opened.images.get(image)).toMatchObject({ type: 'image/png' });
  });

  it('goes where its reader may write, and says where they may not', async () => {
    const { notes: found } = await preview('pärm.zip', zip, head);
    expect(found[0]?.faults[0]).toMatchObject({ field: 'sites', level: 'error' });
    const { notes: plain } = await preview('x.md', strToU8('# Kaffe\nKoka det.'), head);
    expect(plain).toMatchObject([{ folder: 'solen', content: { sites: ['solen'] } }]);
    expect((await preview('x.md', strToU8('# Kaffe\nKoka det.'))).notes).toMatchObject([
      { folder: '_shared', content: { sites: [] } },
    ]);
  });

  it('becomes drafts, all of them or none', async () => {
    const { notes: found } = await preview('pärm.zip', zip);
    const wanted = found.map(({ folder, content }) => ({ folder, content }));
    const refused = await world.api.call(librarian, 'post', '/import', { notes: wanted });
    expect(refused.status).toBe(422);
    expect((refused.body as { faults: { path: string }[] }).faults.map(({ path }) => path)).toEqual([
      'notes.0.content.intro',
    ]);
    expect((await world.source.current()).notes.all()).toHaveLength(2);

    const kept = wanted.slice(1);
    const { status, body } = await world.api.call(librarian, 'post', '/import', { notes: kept });
    expect(status).toBe(200);
    expect(body).toEqual({ ids: ['solen/projektorn-ar-svart', 'solen/skrivaren-i-koket'] });
    const { notes: now } = await world.source.current();
    expect(now.get('solen/projektorn-ar-svart')).toMatchObject({ status: 'draft', sites: ['solen'] });
    // The same file again: each has its like, so nothing is made twice unseen.
    const again = await preview('pärm.zip', zip);
    expect(again.notes.map(({ like }) => like?.id)).toEqual([
      undefined,
      'solen/projektorn-ar-svart',
      'solen/skrivaren-i-koket',
    ]);
    const elsewhere = await world.api.call(head, 'post', '/import', {
      notes: [{ ...kept[0], folder: 'skolan' }],
    });
    expect(elsewhere).toMatchObject({ status: 422, body: { faults: [{ path: 'notes.0.folder' }] } });
    const nowhere = await world.api.call(librarian, 'post', '/import', {
      notes: [{ ...kept[0], folder: 'månen' }],
    });
    expect(nowhere.status).toBe(422);
  });

  it('that cannot be read is told so in a sentence', async () => {
    const fake = await upload('manual.docx', strToU8('ingen Word-fil alls'));
    expect(fake.status).toBe(422);
    expect(messageOf(fake.body)).toBe(
      'Filen är inget Word-dokument, fast den heter så. Öppna den i Word och spara den som .docx.',
    );
    expect(messageOf((await upload('x.pdf', strToU8('%PDF'))).body)).toContain('Välj en zip-fil');
    expect((await upload('x.md', new Uint8Array())).status).toBe(422);
    expect((await upload('stor.zip', new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
    expect((await upload('x.docx', wordDocument([{ text: 'Hej' }]), librarian, 'text/csv')).status).toBe(200);
  });
});

describe('the desk as a zip', () => {
  it('is a desk folder that checks clean and holds every note and picture', async () => {
    const response = await fetch(`${world.api.url}/export`, {
      headers: { Authorization: `Simulator ${admin}` },
    });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const folder = await mkdtemp(join(tmpdir(), 'vaktis-test-'));
    try {
      for (const [path, bytes] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      const { content, faults } = await checkDeskFolder(folder);
      expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(content?.notes.map(({ id }) => id).sort()).toEqual([
        '_shared/utkast',
        'solen/projektorn-ar-svart',
        'solen/skrivaren',
        'solen/skrivaren-i-koket',
      ]);
      expect(content?.notes.find(({ id }) => id === 'solen/skrivaren')).toEqual(notes[0]);
      expect(Object.keys(files).filter((path) => path.startsWith('notes/solen/images/'))).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
    const second = await fetch(`${world.api.url}/export`, {
      headers: { Authorization: `Simulator ${admin}` },
    });
    expect(unzipSync(new Uint8Array(await second.arrayBuffer()))).toEqual(files);
  });
});
