import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTabPages } from '#bot/web/tab-pages.ts';
import { makeFolder } from '../support/storage.ts';

type Served = { url: string; close: () => void };

async function serve(folder: string, inTeams: boolean): Promise<Served> {
  const app = express();
  app.use((_request, response, next) => {
    response.set('X-Frame-Options', 'DENY');
    next();
  });
  app.use('/tab', createTabPages({ folder, inTeams }));
  app.use((_request, response) => {
    response.status(404).end();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

describe('the tab’s own files', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let page: Served;
  let framed: Served;
  let unbuilt: Served;
  beforeAll(async () => {
    folder = await makeFolder();
    await mkdir(join(folder.path, 'dist/assets'), { recursive: true });
    await writeFile(join(folder.path, 'dist/index.html'), '<!doctype html><title>Vaktis</title>');
    await writeFile(join(folder.path, 'dist/assets/main-1a2b.js'), 'export {};');
    await writeFile(join(folder.path, 'secret.txt'), 'not for you');
    page = await serve(join(folder.path, 'dist'), false);
    framed = await serve(join(folder.path, 'dist'), true);
    unbuilt = await serve(join(folder.path, 'nowhere'), false);
  });
  afterAll(async () => {
    for (const served of [page, framed, unbuilt]) served.close();
    await folder.remove();
  });

  it('are a page that Teams, and only Teams, may frame', async () => {
    const response = await fetch(`${framed.url}/tab/?as=x`);
    expect(await response.text()).toContain('<title>Vaktis</title>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(
      'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
    expect(policy).toMatch(/script-src 'self';/);
    expect(response.headers.get('x-frame-options')).toBeNull();
  });

  it('are framed by nobody else’s page in the simulator', async () => {
    const response = await fetch(`${page.url}/tab/`);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('are found with and without a slash, and what they name may be kept', async () => {
    const moved = await fetch(`${page.url}/tab?as=ella@x.example`, { redirect: 'manual' });
    expect(moved.headers.get('location')).toBe('/tab/?as=ella@x.example');
    const script = await fetch(`${page.url}/tab/assets/main-1a2b.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
  });

  it.each([
    '/tab/assets/../../secret.txt',
    '/tab/assets/%2e%2e/%2e%2e/secret.txt',
    '/tab/secret.txt',
    '/tab/assets/',
  ])('hold nothing but what was built: %s', async (path) => {
    const response = await fetch(`${page.url}${path}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('not for you');
  });

  it('say what to do when they are not built', async () => {
    const response = await fetch(`${unbuilt.url}/tab/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build:tab');
  });
});
