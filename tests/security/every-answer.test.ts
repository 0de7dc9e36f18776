import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FuzzWorld, startFuzzWorld } from '../fuzz/fuzz-world.ts';
import { type SimulatedApp, startSimulatedApp } from '../support/simulated-app.ts';

let world: FuzzWorld;
let simulated: SimulatedApp;
beforeAll(async () => {
  [world, simulated] = await Promise.all([startFuzzWorld({ server: false }), startSimulatedApp()]);
});
afterAll(async () => {
  await Promise.all([world?.close(), simulated?.close()]);
});

type Answer = { readonly status: number; readonly headers: Record<string, string | string[] | undefined> };

/** Headers as they come: fetch hides some. Event streams never end, so only the head is waited for. */
function ask(url: URL, method: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sending = httpRequest(url, { method, headers }, (response) => {
    resolve({ status: response.statusCode ?? 0, headers: response.headers });
    response.destroy();
  });
  sending.on('error', reject);
  sending.end();
  return promise;
}

/** What every answer must say, whatever it is an answer to. */
function missing({ status, headers }: Answer, { isPublic = false } = {}): string[] {
  const csp = String(headers['content-security-policy'] ?? '');
  const faults = [
    [csp.includes("default-src 'none'"), 'a policy that begins with nothing'],
    [!/script-src[^;]*(unsafe|\*|http|data:)/.test(csp), 'scripts from here only'],
    [csp.includes('frame-ancestors') || csp.includes('sandbox'), 'who may frame it'],
    [headers['x-content-type-options'] === 'nosniff', 'nosniff'],
    [headers['referrer-policy'] === 'no-referrer', 'no-referrer'],
    [headers['set-cookie'] === undefined, 'no cookie'],
    [headers['x-powered-by'] === undefined, 'not what it runs on'],
    [headers['access-control-allow-origin'] === undefined, 'nothing for other origins'],
    [isPublic || status >= 300 || /no-store/.test(String(headers['cache-control'])), 'no-store'],
  ] as const;
  return faults.filter(([kept]) => !kept).map(([, what]) => what);
}

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
/** The same for everybody, or fetched by Teams for cards: may be kept. */
const publicPlaces = ['/tab', '/note-images', '/healthz', '/readyz', '/metrics', '/'];

describe('every answer of a registered Vaktis', () => {
  it('of the API, whoever asks, tells browsers what they may do with it, and is kept by nobody', async () => {
    const document = Document.parse(await (await fetch(new URL('/api/v1/openapi.json', world.url))).json());
    const routes = Object.entries(document.paths).flatMap(([path, of]) =>
      Object.keys(of).map(
        (method) => [method.toUpperCase(), `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`] as const,
      ),
    );
    expect(routes.length).toBeGreaterThan(40);
    const signed = await world.sign(world.admin, new Uint8Array());
    const faults: string[] = [];
    for (const [method, path] of routes) {
      for (const headers of [{}, signed]) {
        const answer = await ask(new URL(path, world.url), method, headers);
        faults.push(...missing(answer).map((what) => `${method} ${path} ${answer.status}: ${what}`));
        if (!/no-store/.test(String(answer.headers['cache-control']))) faults.push(`${method} ${path}: kept`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([
    ...['/', '/healthz', '/readyz', '/metrics', '/nothing', '/tab', '/tab/', '/tab/assets/x.js', '/tab/x'],
    ...[
      '/note-images/x.png?k=x',
      '/files/x',
      '/files/x?until=1&k=x',
      '/api/messages',
      '/simulator/',
      '/.env',
    ],
    ...[
      '/api/webhooks/contractor/x',
      '/api/webhooks',
      '/api/v2/x',
      '/tab/..%2f..%2fpackage.json',
      '/%00',
      '/%',
    ],
  ])('of a page or a link: %s', async (path) => {
    const isPublic = publicPlaces.some((place) => path === place || path.startsWith(`${place}/`));
    for (const method of ['GET', 'HEAD', 'POST', 'TRACE']) {
      const answer = await ask(new URL(path, world.url), method);
      expect({ method, status: answer.status, missing: missing(answer, { isPublic }) }).toMatchObject({
        missing: [],
      });
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
      expect(answer.status).toBeLessThan(500);
    }
  });

  it('of a file that somebody sent is only saved, unless it is a picture', async () => {
    const file = {
      at: new Date(),
      name: 'a"\r\nX-Injected: 1.html',
      bytes: Buffer.from('<script>1</script>'),
    };
    await world.opened.storage.stores.attachments.add({ ...file, id: 'f1', contentType: 'text/plain' });
    const answer = await ask(new URL(world.fileLinks.linkTo('f1') ?? '', world.url), 'GET');
    expect(answer.status).toBe(200);
    expect(missing(answer)).toEqual([]);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
    );
    expect(answer.headers['x-injected']).toBeUndefined();
  });
});

describe('every answer of the simulator', () => {
  it.each([
    '/',
    '/simulator/main.js',
    '/simulator/x',
    '/simulator/api/clock',
    '/simulator/api/people',
    '/simulator/api/events',
    '/simulator/api/texts/sv',
    '/simulator/connector/v3/conversations/x/members',
    '/healthz',
    '/nothing',
  ])('says so too, and is for this machine only: %s', async (path) => {
    const answer = await ask(new URL(path, simulated.url), 'GET');
    expect(missing(answer, { isPublic: true })).toEqual([]);
    const elsewhere = await ask(new URL(path, simulated.url), 'GET', { host: 'ond.example' });
    expect(elsewhere.status).toBe(403);
    expect(missing(elsewhere, { isPublic: true })).toEqual([]);
  });
});
