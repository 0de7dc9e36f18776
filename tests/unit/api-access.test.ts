import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApiRoutes } from '#bot/web/api/api-routes.ts';
import { defineRoute } from '#bot/web/api/define-route.ts';
import { createOpenApi, toTemplate } from '#bot/web/api/open-api.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { apiAccess, roleLetters } from '../support/api-access.ts';
import { type ApiOnLoopback, startApi } from '../support/api-on-loopback.ts';
import { apiPorts } from '../support/api-ports.ts';
import { person, smallDesk } from '../support/small-desk.ts';

const roles = ['staff', ...Object.values(roleLetters)] as const;
const desk = smallDesk({ people: roles.map((role) => person(`${role}@desk.example`, { roles: [role] })) });
const loaded = { desk, notes: createNoteSearch([], { timezone: 'Europe/Stockholm' }) };
const routes = createApiRoutes(apiPorts());
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** The same doors with nothing behind them. */
const doors = routes.map(({ method, path, summary, access }) =>
  defineRoute({
    method,
    path,
    summary,
    access,
    response: z.object({ inside: z.literal(true) }),
    handle: async () => ({ inside: true as const }),
  }),
);

describe('who reaches which route', () => {
  let api: ApiOnLoopback;
  beforeAll(async () => {
    api = await startApi({ routes: doors, loaded });
  });
  afterAll(() => api.close());

  it('is written down for every route, and for none that is not there', () => {
    expect(Object.keys(apiAccess).sort()).toEqual(routes.map(nameOf).sort());
  });

  const cases = routes.flatMap((route) =>
    roles.map((role) => ({ role, route: nameOf(route), method: route.method, path: route.path })),
  );
  it.each(cases)('$role at $route', async ({ role, route, method, path }) => {
    const letter = Object.entries(roleLetters).find(([, name]) => name === role)?.[0] ?? '-';
    const expected = apiAccess[route]?.includes(letter) ? 200 : 403;
    const answer = await api.call(`${role}@desk.example`, method, path.replaceAll(/:\w+/g, 'x'));
    expect(answer.status).toBe(expected);
  });

  it.each(routes.map(nameOf))('nobody who is not signed in at %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    for (const upn of [null, 'nobody@desk.example']) {
      expect((await api.call(upn, method, path.replaceAll(/:\w+/g, 'x'))).status).toBe(401);
    }
  });

  it('only from this machine where the simulator signs people in', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${api.url}/me`, { headers: { Authorization: 'Simulator admin@desk.example', ...headers } });
    expect((await send({})).status).toBe(200);
    expect((await send({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ Authorization: 'Bearer x' })).status).toBe(401);
  });
});

describe('the API’s document', () => {
  const document = createOpenApi(routes);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );

  it('holds every route, and none that is not served', () => {
    const served = routes.map(({ method, path }) => `${method} ${toTemplate(path)}`);
    expect(operations.map(({ name }) => name).sort()).toEqual(served.sort());
  });

  it('has the shape that OpenAPI 3.1 asks for', () => {
    expect(() => OpenApi.parse(document)).not.toThrow();
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names every parameter of a path', () => {
    for (const { name, operation } of operations) {
      const wanted = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const given = z
        .array(Parameter)
        .parse(operation.parameters ?? [])
        .filter((one) => one.in === 'path');
      expect({ name, given: given.map((one) => one.name) }).toEqual({ name, given: wanted });
    }
  });

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const known = Object.keys(document.components.schemas);
    expect(wanted.filter((name) => !known.includes(name))).toEqual([]);
    expect(known).toContain('ApiError');
    expect(text).not.toContain('#/$defs');
  });

  it('is served to anybody, as it has no secrets', async () => {
    const api = await startApi({ routes, loaded });
    const answer = await api.call(null, 'get', '/openapi.json');
    await api.close();
    expect(answer).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
  });
});

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
});
const Content = z.record(
  z.string().regex(/^[\w.+*-]+\/[\w.+*-]+$/),
  z.object({ schema: z.object({}).loose().optional() }),
);
const Operation = z.object({
  operationId: z.string().regex(/^[A-Za-z]+$/),
  summary: z.string().min(3),
  'x-right': z.string(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^(?:[2-5]\d\d|default)$/),
    z.object({ description: z.string().min(1), content: Content.optional() }),
  ),
});
const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), Operation),
  ),
  components: z.object({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9_.-]+$/), z.object({}).loose()),
    securitySchemes: z.record(
      z.string(),
      z.object({ type: z.literal('http'), scheme: z.literal('bearer') }).loose(),
    ),
  }),
});
