import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdapterPorts, createAdapter } from '#bot/channels/teams/create-adapter.ts';
import { createKeepAliveSend } from '#bot/channels/teams/keep-alive-send.ts';
import { createPace } from '#bot/channels/teams/pace.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { type FakeConnector, type ScriptedAnswer, startFakeConnector } from '../support/fake-connector.ts';
import { registration } from '../support/teams-registration.ts';

let connector: FakeConnector;
beforeAll(async () => {
  connector = await startFakeConnector();
});
afterAll(() => connector.close());

const now = new Date('2026-11-24T12:00:00Z');
const ports = (overrides: Partial<AdapterPorts> = {}): AdapterPorts => ({
  settings: null,
  production: false,
  authority: null,
  issueToken: null,
  fetch,
  now: () => now,
  wait: async () => {},
  random: () => 0,
  ...overrides,
});

/** What sends, unless a test brings its own. */
let over: Partial<AdapterPorts> = {};

type Work = Parameters<ReturnType<typeof createAdapter>['continueConversationAsync']>[2];

/** Runs the work in a conversation at the fake connector. @returns its requests and how long was waited, ms. */
async function converse(
  work: Work,
  answers: readonly ScriptedAnswer[],
  overrides: Partial<AdapterPorts> = {},
) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const adapter = createAdapter(ports({ wait, ...(overrides.fetch ? {} : over), ...overrides }));
  const before = connector.requests.length;
  connector.script(...answers);
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: 'a:1', name: '', isGroup: false, conversationType: 'personal' },
    bot: { id: '28:bot', name: '' },
    user: { id: '29:anna', name: '' },
  };
  const failure = await adapter.continueConversationAsync('', reference, work).then(
    () => null,
    (error: unknown) => error,
  );
  return { requests: connector.requests.slice(before), waits, failure };
}

const say: Work = async (context) => void (await context.sendActivity('Hej'));
const change: Work = async (context) =>
  void (await context.updateActivity({ type: 'message', id: 'm1', text: 'Hej' }));
const type: Work = async (context) => void (await context.sendActivity({ type: 'typing' }));

describe('entities', () => {
  it('keep everything on the wire: the AI label, citations and streaming', async () => {
    const label = {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      additionalType: ['AIGeneratedContent'],
      citation: [
        { '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument', name: 'Lathund' } },
      ],
    };
    const stream = { type: 'streaminfo', streamType: 'informative', streamSequence: 1 };
    const { requests } = await converse(async (context) => {
      await context.sendActivity({ type: 'message', text: '[1]', entities: [label, stream] });
    }, []);
    expect(requests[0]?.body.entities).toEqual([label, stream]);
  });
});

describe.each([
  ['fetch', () => ({})],
  ['kept connections', () => ({ send: createKeepAliveSend() })],
] as const)('a send that fails, over %s', (_name, sender) => {
  beforeAll(() => {
    over = sender();
  });
  afterAll(() => {
    over = {};
  });

  it.each([500, 502, 503, 504])('is not repeated blindly after %d: it may have been said', async (status) => {
    const { requests, failure } = await converse(say, [{ status, body: { secret: 'hunter2' } }]);
    expect(requests).toHaveLength(1);
    expect(failure).toMatchObject({ retryable: true, ambiguous: true });
    expect(String(failure)).not.toContain('hunter2');
  });

  it('waits as long as Teams asks after 429, and tells it after three tries', async () => {
    const slower = { status: 429, headers: { 'retry-after': '3' } };
    const { requests, waits, failure } = await converse(say, [slower, slower, slower]);
    expect(requests).toHaveLength(3);
    expect(waits).toEqual([3_000, 3_000]);
    expect(failure).toMatchObject({ retryable: true, ambiguous: false, retryAfter: 3_000 });
  });

  it('backs off by itself, with jitter and in bounds, when Teams names no time', async () => {
    const { waits, failure } = await converse(say, [{ status: 429 }, { status: 429 }], { random: () => 0.5 });
    expect(waits).toEqual([2_250, 4_500]);
    expect(failure).toBeNull();
  });

  it('leaves a long wait to the outbox', async () => {
    const later = { status: 429, headers: { 'retry-after': '600' } };
    const { requests, waits, failure } = await converse(say, [later]);
    expect([requests.length, waits]).toEqual([1, []]);
    expect(failure).toMatchObject({ retryable: true, retryAfter: 600_000 });
  });

  it('keeps within what Teams takes in one conversation, in order; a sign of typing is left out', async () => {
    const all = Array.from({ length: 9 }, (_, index) => `nr ${index}`);
    const { requests, waits, failure } = await converse(
      async (context) => {
        for (const text of all) await context.sendActivity(text);
        await context.sendActivity({ type: 'typing' });
      },
      [],
      { pace: createPace(() => 0) },
    );
    expect(requests.map(({ body }) => body.text)).toEqual(all);
    expect(waits).toEqual([1_000, 2_000]);
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
  });

  it('understands a date in Retry-After', async () => {
    const later = { status: 429, headers: { 'retry-after': new Date(now.getTime() + 5_000).toUTCString() } };
    expect((await converse(say, [later])).waits).toEqual([5_000]);
  });

  it('repeats an update after 5xx: it says the same thing again', async () => {
    const { requests, failure } = await converse(change, [{ status: 502 }]);
    expect(requests.map((request) => request.method)).toEqual(['PUT', 'PUT']);
    expect(failure).toBeNull();
  });

  it('does not show late that it types', async () => {
    let sends = 0;
    const { waits, failure } = await converse(type, [], {
      fetch: async () => {
        sends += 1;
        return new Response('{}', { status: 429 });
      },
    });
    expect([sends, waits]).toEqual([1, []]);
    expect(failure).toBeInstanceOf(OutsideSystemFailed);
  });

  it.each([
    ['BotNotInConversationRoster', 403],
    ['MessageWritesBlocked', 403],
    ['ConversationNotFound', 404],
    ['MessageSizeTooBig', 413],
    ['BadSyntax', 400],
  ])('is final after %s', async (code, status) => {
    const { requests, failure } = await converse(say, [
      { status, body: { error: { code, message: 'hunter2' } } },
    ]);
    expect(requests).toHaveLength(1);
    expect(failure).toMatchObject({ retryable: false, ambiguous: false });
    expect(String(failure)).toContain(code);
    expect(String(failure)).not.toContain('hunter2');
  });

  it('asks for no packed answer, which nothing here would unpack', async () => {
    let asked = new Headers();
    const answer = async (_url: string, { headers }: RequestInit) => {
      asked = new Headers(headers);
      return Response.json({ id: 'sent-1' }, { status: 201 });
    };
    await converse(say, [], { fetch: answer });
    expect([asked.get('content-type'), asked.get('accept-encoding')]).toEqual([
      'application/json; charset=utf-8',
      null,
    ]);
  });

  it('ends when the other side never answers', async () => {
    const before = connector.requests.length;
    const enough = new AbortController();
    const impatient = (url: string, init: RequestInit) => fetch(url, { ...init, signal: enough.signal });
    const conversed = converse(say, ['hang'], { fetch: impatient });
    await expect.poll(() => connector.requests.length).toBeGreaterThan(before);
    enough.abort(new DOMException('too slow', 'TimeoutError'));
    const { requests, failure } = await conversed;
    expect(requests).toHaveLength(1);
    expect(failure).toMatchObject({ retryable: true, ambiguous: true });
  });

  it('gives every send a signal that ends it', async () => {
    const signals: unknown[] = [];
    await converse(say, [], {
      fetch: async (url, init) => {
        signals.push(init.signal);
        return fetch(url, init);
      },
    });
    expect(signals).toEqual([expect.any(AbortSignal)]);
  });

  it('knows that what never left was not said', async () => {
    const nowhere = async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
      });
    };
    const { failure } = await converse(say, [], { fetch: nowhere });
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
  });

  it('follows no redirect with the bot’s token', async () => {
    const { requests, failure } = await converse(say, [
      { status: 307, headers: { location: `${connector.url}elsewhere` } },
    ]);
    expect(requests).toHaveLength(1);
    expect(failure).toBeInstanceOf(OutsideSystemFailed);
  });
});

describe('kept connections', () => {
  const post = { method: 'POST', headers: {}, body: '{"text":"å ä ö 🖨️"}', redirect: 'error' } as const;
  const patient = () => AbortSignal.timeout(5_000);

  it('carry many sends, each whole', async () => {
    const sockets = new Set<unknown>();
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      sockets.add(request.socket);
      request.setEncoding('utf8').on('data', (part) => bodies.push(String(part)));
      request.on('end', () => response.end('{"id":"ö1"}'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const send = createKeepAliveSend();
    for (const _ of [1, 2, 3]) {
      const answer = await send(`http://127.0.0.1:${portOf(server)}/`, { ...post, signal: patient() });
      expect([answer.ok, answer.status, await answer.text()]).toEqual([true, 200, '{"id":"ö1"}']);
    }
    expect(bodies).toEqual([post.body, post.body, post.body]);
    expect(sockets.size).toBe(1);
    server.closeAllConnections();
    server.close();
  });

  it('end with their signal when nobody answers, also in the middle of an answer', async () => {
    const send = createKeepAliveSend();
    connector.script('hang');
    const hung = send(`${connector.url}v3/conversations/a/activities`, {
      ...post,
      signal: AbortSignal.timeout(50),
    });
    await expect(hung).rejects.toThrow('the request failed');
    const server = createServer((_request, response) => void response.write('{"id":')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const half = send(`http://127.0.0.1:${portOf(server)}/`, { ...post, signal: AbortSignal.timeout(50) });
    await expect(half).rejects.toThrow('the request failed');
    server.closeAllConnections();
    server.close();
  });

  it('tell a connection that was refused from one that broke', async () => {
    const { failure } = await converse(say, [], {
      send: (_url, init) => createKeepAliveSend()('http://127.0.0.1:1/', init),
    });
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
  });
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('starting', () => {
  it('is refused in production without a registration', () => {
    expect(() => createAdapter(ports({ production: true }))).toThrow(/production/);
  });

  it.each([{ appId: ' ' }, { tenantId: '' }, { credential: { kind: 'password', password: ' ' } as const }])(
    'is refused when a setting is blank, which would switch authentication off: %j',
    (blank) => {
      expect(() => createAdapter(ports({ settings: { ...registration, ...blank } }))).toThrow(
        /must all be set/,
      );
    },
  );

  it.each([
    registration,
    { ...registration, credential: { kind: 'managed-identity' } as const },
    { ...registration, credential: { kind: 'certificate', thumbprint: 'AB', privateKey: 'KEY' } as const },
  ])('takes every kind of credential: $credential.kind', (settings) => {
    expect(createAdapter(ports({ settings, production: true }))).toBeDefined();
  });
});
