import { expect, it } from 'vitest';
import { createPeopleRoutes } from '#bot/web/api/people-routes.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { startApi } from '../support/api-on-loopback.ts';
import { person, smallDesk } from '../support/small-desk.ts';

const people = [
  person('lib@desk.example', { name: 'Lina Berg', roles: ['editor'] }),
  person('eva@desk.example', { name: 'Eva Ek' }),
  ...Array.from({ length: 80 }, (_, n) => person(`p${n}@desk.example`, { name: `Person ${n}` })),
];
const loaded = { desk: smallDesk({ people }), notes: createNoteSearch([], { timezone: 'UTC' }) };

it('finds people by any part of their name or upn, fifty at most and nothing of them but where they work', async () => {
  const api = await startApi({ routes: createPeopleRoutes(), loaded });
  const find = async (query: string) => (await api.call('lib@desk.example', 'get', `/people${query}`)).body;
  expect(await find('?query=ek%20EVA')).toEqual({
    items: [{ upn: 'eva@desk.example', name: 'Eva Ek', homeSiteIds: ['solen'] }],
  });
  const all = await find('');
  expect((all as { items: unknown[] }).items).toHaveLength(50);
  await api.close();
});
