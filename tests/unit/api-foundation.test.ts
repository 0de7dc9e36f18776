import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput, NotAllowed, NotFound, OutsideSystemFailed } from '#bot/errors.ts';
import { Conflict, FaultyInput } from '#bot/web/api/api-errors.ts';
import { bytesOf } from '#bot/web/api/bytes.ts';
import { createApi } from '#bot/web/api/create-api.ts';
import { defineRoute, type Route } from '#bot/web/api/define-route.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { type ApiOnLoopback, startApi } from '../support/api-on-loopback.ts';
import { person, smallDesk, upns } from '../support/small-desk.ts';

const reader = 'reader@desk.example';
const desk = smallDesk({
  people: [
    person(reader, { roles: ['reader'] }),
    person(upns.eva),
    person('ada@desk.example', { roles: ['admin'] }),
  ],
});
const loaded = { desk, notes: createNoteSearch([], { timezone: 'Europe/Stockholm' }) };

let api: ApiOnLoopback | null = null;
afterEach(async () => {
  await api?.close();
  api = null;
});

async function serve(...routes: Route[]): Promise<ApiOnLoopback> {
  api = await startApi({ routes, loaded });
  return api;
}

const hello = (handle: () => Promise<{ said: string }>) =>
  defineRoute({
    method: 'get',
    path: '/hello',
    summary: 'Says hello',
    access: 'open-tab',
    response: z.object({ said: z.string() }),
    handle,
  });

const echo = defineRoute({
  method: 'post',
  path: '/echo/:word',
  summary: 'Says it again',
  access: 'open-tab',
  params: z.object({ word: z.string() }),
  query: z.object({ times: z.coerce.number().int().max(3) }),
  body: z.object({ text: z.string().min(1).max(5), list: z.array(z.string()).max(2) }),
  response: z.object({ said: z.string() }),
  async handle({ params, query, body }) {
    return { said: `${params.word} ${body.text.repeat(query.times)}` };
  },
});

describe('a route of the editors’ API', () => {
  it('cannot be defined without a right', () => {
    // @ts-expect-error: `access` is missing
    const open: Route = { method: 'get', path: '/open', summary: 'Open to all', handle: async () => ({}) };
    const mistyped = Object.assign(open, { access: 'everybody' });
    const settings = {
      signIn: async () => person(reader),
      deskSource: { current: async () => loaded },
      now: () => new Date(),
    };
    // @ts-expect-error: the logger is not needed to refuse
    expect(() => createApi({ ...settings, routes: [mistyped] })).toThrow('no right');
  });

  it('is told apart from another of the same method and path', async () => {
    const route = hello(async () => ({ said: '' }));
    await expect(startApi({ routes: [route, route], loaded })).rejects.toThrow('there twice');
  });

  it('gets its inputs parsed and gives what its schema names only', async () => {
    const { call } = await serve(echo);
    const answer = await call(reader, 'post', '/echo/hej?times=2', { text: 'ab', list: [], more: 1 });
    expect(answer.body).toEqual({ said: 'hej abab' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('never sends a field that the contract does not name', async () => {
    const leaky = hello(async () => Object.assign({ said: 'hej' }, { secret: '4711' }));
    const { call } = await serve(leaky);
    expect((await call(reader, 'get', '/hello')).body).toEqual({ said: 'hej' });
  });

  it('says where and what is wrong with the input, in the reader’s language', async () => {
    const { url } = await serve(echo);
    const send = (language: string) =>
      fetch(`${url}/echo/hej?times=1`, {
        method: 'POST',
        headers: {
          Authorization: `Simulator ${reader}`,
          'Accept-Language': language,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ text: 'far too long', list: ['a', 'b', 'c'] }),
      });
    const swedish = await send('sv-SE,sv;q=0.9,en;q=0.8');
    expect(swedish.status).toBe(422);
    expect(await swedish.json()).toEqual({
      error: 'invalid-input',
      message: 'Något behöver rättas innan det kan sparas.',
      reference: 'ref-1',
      faults: [
        { path: 'text', message: 'Det är för långt. Högst 5 tecken får plats.' },
        { path: 'list', message: 'Det är för många. Högst 2 får plats.' },
      ],
    });
    expect(await (await send('en')).json()).toMatchObject({
      message: 'Something needs to be corrected before it can be saved.',
    });
  });

  it.each([
    [new NotFound('note x'), 404, 'not-found'],
    [new NotAllowed('no'), 403, 'not-allowed'],
    [new InvalidInput('no'), 422, 'invalid-input'],
    [new FaultyInput([]), 422, 'invalid-input'],
    [new Conflict(), 409, 'conflict'],
    [new OutsideSystemFailed('no', { retryable: true, retryAfter: 2_500 }), 503, 'unavailable'],
    [new Error('password is hunter2'), 500, 'unavailable'],
  ])('turns %s into %i and a sentence', async (error, status, kind) => {
    const { call } = await serve(
      hello(async () => {
        throw error;
      }),
    );
    const answer = await call(reader, 'get', '/hello');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: kind, reference: 'ref-1' });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|note x|at .*\.ts/);
  });

  it('answers a conflict with the body that it was given', async () => {
    const { call } = await serve(
      hello(async () => {
        throw new Conflict({ mine: 1, theirs: 2 });
      }),
    );
    expect(await call(reader, 'get', '/hello')).toMatchObject({ status: 409, body: { mine: 1, theirs: 2 } });
  });

  it('takes no body that is too large, of another type or no JSON', async () => {
    const { url, call } = await serve(echo, upload);
    expect((await call(reader, 'post', '/echo/x?times=1', { text: 'x'.repeat(2_000_000) })).status).toBe(413);
    const send = (body: string, type: string, path = '/echo/x?times=1') =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { Authorization: `Simulator ${reader}`, 'Content-Type': type },
        body,
      });
    expect((await send('{', 'application/json')).status).toBe(400);
    expect((await send('text=x', 'application/x-www-form-urlencoded')).status).toBe(422);
    expect((await send('12345678901', 'image/png', '/upload')).status).toBe(413);
    expect((await send('123', 'text/html', '/upload')).status).toBe(415);
    expect(await (await send('123', 'image/png', '/upload')).json()).toEqual({ size: 3 });
  });

  it('has an answer checked against its schema', async () => {
    // @ts-expect-error: a number is no text
    const { call } = await serve(hello(async () => ({ said: 1 })));
    expect((await call(reader, 'get', '/hello')).status).toBe(500);
  });

  it('asks who one is before it says whether there is such a route', async () => {
    const { call } = await serve();
    expect((await call(null, 'get', '/nothing')).status).toBe(401);
    expect((await call(reader, 'get', '/nothing')).status).toBe(404);
    expect((await call(upns.eva, 'get', '/nothing')).status).toBe(403);
  });

  it('reads no body of somebody who may not send it', async () => {
    const { call } = await serve(echo);
    const answer = await call(upns.eva, 'post', '/echo/x?times=1', { text: 'x'.repeat(2_000_000) });
    expect(answer.status).toBe(403);
  });
});

const upload = defineRoute({
  method: 'post',
  path: '/upload',
  summary: 'Takes bytes',
  access: 'open-tab',
  body: bytesOf(['image/png'], 10),
  response: z.object({ size: z.number() }),
  async handle({ body }) {
    return { size: body.bytes.byteLength };
  },
});
