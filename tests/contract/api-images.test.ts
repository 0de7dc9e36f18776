import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#bot/cli/run-command.ts';
import { createImageLinks } from '#bot/web/image-links.ts';
import { nameImage } from '#knowledge/desk-folder/name-image.ts';
import { call } from '../support/api-on-loopback.ts';
import { buildNote } from '../support/build-note.ts';
import { type DeskApi, editors, startDeskApi } from '../support/desk-api.ts';
import { makeDeskFolder } from '../support/desk-folder.ts';
import { smallPng } from '../support/pictures.ts';
import { upns } from '../support/small-desk.ts';
import { openTestStorage } from '../support/storage.ts';

const { ella, reader } = editors;

let api: DeskApi;
beforeAll(async () => {
  api = await startDeskApi([buildNote({ id: 'solen/a', title: 'A', sites: ['solen'], body: 'Text.\n' })]);
});
afterAll(() => api.close());

const upload = (upn: string, bytes: Uint8Array, type = 'image/png') =>
  call(`${api.url}/images`, upn, 'post', bytes, { 'Content-Type': type });
const pathOf = (body: unknown) => (body as { path: string }).path;

describe('pictures for notes', () => {
  it('are kept once, and come back as what they are', async () => {
    const first = await upload(ella, smallPng, 'image/webp');
    const again = await upload(ella, smallPng);
    expect(first).toMatchObject({
      status: 201,
      body: { path: expect.stringMatching(/^images\/[0-9a-f]{32}\.png$/) },
    });
    expect(again.body).toEqual(first.body);
    const response = await fetch(`${api.url}/${pathOf(first.body)}`, {
      headers: { Authorization: `Simulator ${reader}` },
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(smallPng);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are nothing that only says that it is one', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expect(await upload(ella, svg)).toMatchObject({ status: 422, body: { error: 'invalid-input' } });
    expect((await upload(ella, svg, 'image/svg+xml')).status).toBe(415);
    expect((await upload(ella, new Uint8Array(2 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('are taken from editors only, and found by their own name only', async () => {
    expect((await upload(reader, smallPng)).status).toBe(403);
    expect((await upload(upns.eva, smallPng)).status).toBe(403);
    expect((await api.call(reader, 'get', `/images/${'0'.repeat(32)}.png`)).status).toBe(404);
    expect((await api.call(reader, 'get', '/images/..%2Fx.png')).status).toBe(422);
  });

  it('go out with an export and come in with an import', async () => {
    const name = nameImage(smallPng)?.name ?? '';
    const file = `notes/solrosen/images/${name}`;
    const folder = await makeDeskFolder({
      'notes/solrosen/skrivaren.md': (text) => `${text}\n![Luckan](images/${name})\n`,
      [file]: smallPng,
    });
    const opened = await openTestStorage();
    const run = (...argv: string[]) =>
      runCommand(argv, {
        cwd: folder.dir,
        write: () => undefined,
        tell: () => undefined,
        storage: async () => opened,
      });
    expect(await run('import', '--dry-run', '.')).toBe(0);
    expect(await opened.images.get(name)).toBeNull();
    expect(await run('import', '.')).toBe(0);
    expect((await opened.images.get(name))?.type).toBe('image/png');
    expect(await run('export', 'out')).toBe(0);
    expect(new Uint8Array(await readFile(join(folder.dir, 'out', file)))).toEqual(smallPng);
    await opened.close();
    await folder.remove();
  });
});

describe('a link to a picture, for Teams', () => {
  it('lets in whoever has it, and nobody else', async () => {
    const path = pathOf((await upload(ella, smallPng)).body);
    const name = path.replace('images/', '');
    const key = await api.opened.images.linkKey(new Uint8Array(32).fill(1));
    expect(await api.opened.images.linkKey(new Uint8Array(32).fill(2))).toEqual(key);
    const app = express();
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const links = createImageLinks(origin, key, api.opened.images);
    app.use('/note-images', links.serve);
    const link = links.linkTo(name) ?? '';
    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    for (const wrong of [
      link.replace(/k=./, 'k=_'),
      link.replace(/\?.*/, ''),
      link.replace(/\/[0-9a-f]{4}/, '/0000'),
    ]) {
      expect((await fetch(wrong)).status).toBe(404);
    }
    expect(links.linkTo('x.png')).toBeNull();
    expect(links.linkTo(name.replace('.png', '.webp'))).toBeNull();
    server.close();
  });
});
