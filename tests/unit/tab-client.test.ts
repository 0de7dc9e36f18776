import { describe, expect, it } from 'vitest';
import { ApiFailure } from '#knowledge/tab/api/api-failure.ts';
import { type ClientPorts, createClient } from '#knowledge/tab/api/client.ts';

type Sent = { url: string; init: RequestInit };

function build(answers: (Response | Error)[], overrides: Partial<ClientPorts> = {}) {
  const sent: Sent[] = [];
  const renewals: boolean[] = [];
  const reached: boolean[] = [];
  const client = createClient({
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      const answer = answers.shift() ?? Response.json({});
      if (answer instanceof Error) throw answer;
      return answer;
    },
    authorization: async (renew) => {
      renewals.push(renew);
      return `Bearer ${renewals.length}`;
    },
    language: 'sv',
    onReach: (value) => reached.push(value),
    ...overrides,
  });
  return { client, sent, renewals, reached };
}

const refusal = (status: number, body: object) => Response.json(body, { status });
const failing = async (call: Promise<unknown>): Promise<ApiFailure> => {
  const error = await call.catch((caught: unknown) => caught);
  if (!(error instanceof ApiFailure)) throw new Error(`not a failure: ${String(error)}`);
  return error;
};

describe('the tab’s way to the API', () => {
  it('asks in the reader’s language, signed in, and leaves empty wishes out', async () => {
    const { client, sent } = build([Response.json({ items: [] })]);
    await client.get('/notes', { query: { query: 'blå skärm', site: '', cursor: null, limit: 50 } });

    expect(sent[0]?.url).toBe('/api/v1/notes?query=bl%C3%A5+sk%C3%A4rm&limit=50');
    expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer 1', 'accept-language': 'sv' });
  });

  it('renews an expired token once, silently, with the same text', async () => {
    const { client, sent, renewals } = build([refusal(401, {}), Response.json({ at: 'now' })]);
    const saved = await client.send('PUT', '/notes/solrosen/skrivaren', { title: 'Kvar' });

    expect(saved).toEqual({ at: 'now' });
    expect(renewals).toEqual([false, true]);
    expect(sent.map(({ init }) => init.body)).toEqual(['{"title":"Kvar"}', '{"title":"Kvar"}']);
  });

  it('does not ask a third time', async () => {
    const { client, sent } = build([refusal(401, {}), refusal(401, { error: 'not-signed-in' })]);
    const failure = await failing(client.get('/me'));

    expect([failure.kind, sent.length]).toEqual(['not-signed-in', 2]);
  });

  it('says not signed in when the host has no token at all', async () => {
    const { client, sent } = build([], {
      authorization: async () => {
        throw new Error('consent');
      },
    });
    expect((await failing(client.get('/me'))).kind).toBe('not-signed-in');
    expect(sent).toEqual([]);
  });

  it('tells that the server is gone, and that it is back', async () => {
    const { client, reached } = build([
      new TypeError('Failed to fetch'),
      refusal(502, {}),
      Response.json({}),
    ]);
    const gone = await failing(client.get('/me'));
    const gateway = await failing(client.get('/me'));
    await client.get('/me');

    expect([gone.kind, gateway.kind]).toEqual(['unreachable', 'unavailable']);
    expect(reached).toEqual([false, false, true]);
  });

  it('keeps the server’s sentence, its faults and its reference', async () => {
    const faults = [{ path: 'content.title', message: 'Skriv en rubrik.' }];
    const { client } = build([
      refusal(422, { error: 'invalid-input', message: 'Ändra.', faults, reference: 'r1' }),
    ]);
    const failure = await failing(client.send('POST', '/notes', {}));

    expect(failure).toMatchObject({ kind: 'invalid-input', message: 'Ändra.', reference: 'r1', faults });
  });

  it('takes an answer that is no JSON for what its status says', async () => {
    const { client } = build([new Response('<html>Bad gateway</html>', { status: 503 })]);
    expect(await failing(client.get('/me'))).toMatchObject({ kind: 'unavailable', message: '', faults: [] });
  });

  it('passes an abort on, and does not take it for a server that is gone', async () => {
    const { client, reached } = build([new DOMException('stop', 'AbortError')]);
    const error = await client.get('/me').catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(DOMException);
    expect(reached).toEqual([]);
  });

  it('takes 204 for nothing, and sends a file with its own type', async () => {
    const { client, sent } = build([
      new Response(null, { status: 204 }),
      Response.json({ path: 'images/a.png' }),
    ]);
    const nothing = await client.send('DELETE', '/notes/a/b/draft');
    await client.upload('/images', new Blob(['x'], { type: 'image/png' }));

    expect(nothing).toBeNull();
    expect(sent[1]?.init.headers).toMatchObject({ 'content-type': 'image/png' });
  });
});
