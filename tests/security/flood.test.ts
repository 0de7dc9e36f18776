import { afterEach, expect, it } from 'vitest';
import { createCallPace } from '#bot/web/api/call-pace.ts';
import { createMeRoutes } from '#bot/web/api/me-routes.ts';
import { type ApiOnLoopback, startApi } from '../support/api-on-loopback.ts';
import { loadDesk } from '../support/talk.ts';

let api: ApiOnLoopback | null = null;
afterEach(async () => {
  await api?.close();
  api = null;
});

const limits = { person: { burst: 3, perSecond: 1 }, everybody: { burst: 5, perSecond: 2 } };

it('lets nobody ask the tab’s API more than a person does, says when to come back, and keeps nobody else waiting', async () => {
  let now = 0;
  api = await startApi({
    routes: createMeRoutes(),
    loaded: await loadDesk(),
    pace: createCallPace(() => now, limits),
  });
  const asked = (name: string) => api?.call(`${name}@ekbacken.example`, 'get', '/me');
  for (let n = 0; n < 3; n += 1) expect((await asked('annelie.berg'))?.status).toBe(200);
  const refused = await asked('annelie.berg');
  expect(refused?.status).toBe(429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(refused?.body).toMatchObject({ error: 'too-many', message: expect.stringMatching(/.{10}/) });
  expect((await asked('karin.lind'))?.status).toBe(200);
  now += 1_000;
  expect((await asked('annelie.berg'))?.status).toBe(200);
});

it('lets all who sign in ask so much together and no more', () => {
  const pace = createCallPace(() => 0, limits);
  const passed = ['a', 'b', 'c', 'd', 'e', 'f'].filter((upn) => pace.take(upn) === null);
  expect(passed).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(pace.take('g')).toBe(500);
});
