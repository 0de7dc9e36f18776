import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createDeskRoutes } from '#bot/web/api/desk/desk-routes.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import { buildNote } from '../support/build-note.ts';
import { contractor, person, row, smallDesk, upns } from '../support/small-desk.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const admin = 'ada@desk.example';
const { dispatcher, anna, bo, cia, eva } = upns;
const desk = smallDesk({
  people: [
    person(admin, { roles: ['admin'], homeSiteIds: [] }),
    person(dispatcher, { roles: ['dispatcher'], homeSiteIds: [] }),
    ...[anna, bo, cia].map((upn) => person(upn, { roles: ['technician'], homeSiteIds: [] })),
    person(eva, { facts: { badge: '12' } }),
  ],
});
const notes = [
  buildNote({ id: 'skolan/aula', title: 'Aulan', sites: ['skolan'], owner: eva }),
  buildNote({ id: 'kontoret/gammal', title: 'Gammal', sites: ['kontoret'], status: 'archived' }),
  buildNote({ id: '_shared/vpn', title: 'VPN', handledBy: 'contractor:telebolaget' }),
];

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld(desk, notes, ({ editing, work, opened }) =>
    createDeskRoutes({
      editing,
      chooseResponsible,
      cases: opened.storage.stores.cases,
      work,
    }),
  );
});
afterAll(() => world.close());

type Stored = { version: number; value: Record<string, unknown> };
const call = (method: string, path: string, body?: unknown, upn = admin) =>
  world.api.call(upn, method, path, body);
async function get(path: string): Promise<Stored> {
  const { body, status } = await call('get', path);
  expect(status).toBe(200);
  return body as Stored;
}
/** Changes some fields of what is there now. */
async function put(path: string, changes: Record<string, unknown>, upn = admin) {
  const { version, value } = await get(path);
  return call('put', path, { basedOn: version, value: { ...value, ...changes } }, upn);
}
const faultsOf = (body: unknown) => (body as { faults?: { path: string; message: string }[] }).faults ?? [];

describe('sites', () => {
  it('are listed and found by any of their names, a page at a time', async () => {
    expect((await call('get', '/desk/sites?query=KONT')).body).toMatchObject({
      items: [{ value: { id: 'kontoret', name: 'Kontoret' } }],
      next: null,
      total: 1,
    });
    const first = await call('get', '/desk/sites?limit=2');
    expect(first.body).toMatchObject({ next: '2', total: 3 });
    expect((await call('get', '/desk/sites?limit=2&cursor=2')).body).toMatchObject({ next: null });
    expect((await call('get', '/desk/sites?cursor=x')).status).toBe(422);
  });

  it('never show a secret, only that there is one, and it can be kept, set and cleared', async () => {
    const stored = await get('/desk/sites/solen');
    expect(JSON.stringify(stored)).not.toContain('907612');
    expect(stored.value).toMatchObject({
      facts: { network: 'fiber', switch: 'SW-441' },
      secretFacts: ['alarm_code', 'key_location'],
    });
    const inDesk = async () => (await world.source.current()).desk.sites.get('solen')?.facts;

    await put('/desk/sites/solen', { phone: '08-1' });
    expect(await inDesk()).toMatchObject({ alarm_code: '907612', key_location: 'bakom elskåpet' });
    await put('/desk/sites/solen', {
      facts: { network: 'fiber', alarm_code: '111222' },
      secretFacts: ['alarm_code'],
    });
    expect(await inDesk()).toEqual({ network: 'fiber', alarm_code: '111222' });

    const { body } = await call('get', '/desk/changes?kind=site&id=solen');
    expect(JSON.stringify(body)).not.toMatch(/907612|111222|elskåpet/);
    expect(body).toMatchObject({
      items: [
        {
          byName: 'Ada',
          way: 'tab',
          fields: [
            { field: 'facts.switch', before: 'SW-441', after: '' },
            { field: 'facts.alarm_code', before: 'hemlig uppgift', after: 'hemlig uppgift (ändrad)' },
            { field: 'facts.key_location', before: 'hemlig uppgift', after: '' },
          ],
        },
        { fields: [{ field: 'phone', before: '08-000 00 01', after: '08-1' }] },
        { byName: 'Vid import', way: 'import' },
      ],
      total: 3,
    });
  });

  it('say where and what is wrong, and what to do', async () => {
    const { status, body } = await put('/desk/sites/skolan', {
      area: ' ',
      contactUpn: 'nobody@desk.example',
      parentId: 'skolan',
      dependsOn: ['månen'],
      visitHours: 'när vi orkar',
      closedDays: ['julafton'],
      facts: { lösenord: 'x', name: 'y' },
      visitNotes: 'Fråga Eva, 811228-9874',
    });
    expect(status).toBe(422);
    const faults = faultsOf(body);
    expect(faults.map(({ path }) => path).sort()).toEqual([
      'value.area',
      'value.closedDays',
      'value.contactUpn',
      'value.dependsOn',
      'value.facts',
      'value.facts.lösenord',
      'value.parentId',
      'value.visitHours',
      'value.visitNotes',
    ]);
    expect(faults.find(({ path }) => path === 'value.visitHours')?.message).toBe(
      '”när vi orkar” går inte att läsa. Skriv till exempel Mo-Fr 07:30-16:30; PH off.',
    );
    expect(JSON.stringify(body)).not.toContain('9874');
  });

  it('are not saved over somebody else’s change, nor under another id', async () => {
    const { version, value } = await get('/desk/sites/kontoret');
    await put('/desk/sites/kontoret', { phone: '1' });
    const late = await call('put', '/desk/sites/kontoret', {
      basedOn: version,
      value: { ...value, phone: '2' },
    });
    expect(late).toMatchObject({ status: 409, body: { error: 'conflict' } });
    expect((await get('/desk/sites/kontoret')).value.phone).toBe('1');
    expect((await put('/desk/sites/kontoret', { id: 'annat' })).status).toBe(422);
    expect((await call('get', '/desk/sites/månen')).status).toBe(404);
    const gone = { basedOn: 1, value: { ...value, id: 'borta' } };
    expect((await call('put', '/desk/sites/borta', gone)).status).toBe(404);
  });

  it('can be added and removed, when nothing needs them any more', async () => {
    const { value } = await get('/desk/sites/solen');
    const fresh = { ...value, id: 'nya', name: 'Nya', facts: {}, secretFacts: [], parentId: 'solen' };
    expect((await call('post', '/desk/sites', fresh)).status).toBe(201);
    expect(faultsOf((await call('post', '/desk/sites', fresh)).body)[0]?.message).toContain('”nya”');

    const remove = async (id: string) => {
      const { version } = await get(`/desk/sites/${id}`);
      return call('delete', `/desk/sites/${id}?basedOn=${version}`);
    };
    expect(faultsOf((await remove('solen')).body).map(({ message }) => message)).toEqual([
      'Platsen är hemmaplats för Eva. Ge dem en annan först.',
      'Platsen används av Nya. Ändra där först.',
    ]);
    expect(faultsOf((await remove('skolan')).body).map(({ message }) => message)).toEqual([
      'Platsen är i schemat för Cia. Ta bort den där först.',
      'Platsen finns i ansvaret, rad 3. Ändra där först.',
      '1 notis handlar om platsen: Aulan. Flytta eller arkivera den först.',
    ]);
    expect((await remove('nya')).status).toBe(204);
    expect((await remove('kontoret')).status).toBe(204);
    const { desk: now, notes: left } = await world.source.current();
    expect([...now.sites.keys()]).toEqual(['skolan', 'solen']);
    expect(left.get('kontoret/gammal')).toBeNull();
  });
});

describe('people', () => {
  it('are changed without losing what the form does not show', async () => {
    expect((await put(`/desk/people/${eva}`, { title: 'Rektor', roles: ['staff', 'editor'] })).status).toBe(
      200,
    );
    const stored = (await world.source.current()).desk.people.get(eva);
    expect(stored).toMatchObject({ title: 'Rektor', aadObjectId: 'aad-eva', facts: { badge: '12' } });
  });

  it('cannot be left without an admin, a home that exists or a rota that holds', async () => {
    const messages = async (path: string, changes: Record<string, unknown>) =>
      faultsOf((await put(path, changes)).body).map(({ message }) => message);
    expect(await messages(`/desk/people/${admin}`, { roles: ['staff'] })).toEqual([
      'Helpdesken behöver minst en administratör. Ge någon annan rollen först.',
    ]);
    expect(await messages(`/desk/people/${eva}`, { homeSiteIds: ['månen'], edits: ['norra', 'x'] })).toEqual([
      'Det finns ingen plats ”månen”. Välj en plats i listan.',
      '”x” är varken en plats eller ett område. Välj en i listan, eller * för alla.',
    ]);
    expect(await messages(`/desk/people/${bo}`, { roles: ['staff'] })).toEqual([
      'Personen är tekniker i schemat. Ta bort teknikern där först.',
    ]);
  });

  it('are removed only when nobody counts on them', async () => {
    const { version } = await get(`/desk/people/${eva}`);
    const { body } = await call('delete', `/desk/people/${eva}?basedOn=${version}`);
    expect(faultsOf(body)[0]?.message).toBe('Personen ansvarar för 1 notis: Aulan. Välj någon annan först.');
    expect((await call('delete', `/desk/people/${eva}?basedOn=1`)).status).toBe(409);
  });
});

describe('technicians', () => {
  it('have a rota that a dispatcher may change, and nothing else', async () => {
    const path = `/desk/technicians/${cia}`;
    const absences = [{ from: '2026-12-01', to: '2026-12-02', reason: 'kurs' }];
    expect((await put(path, { absences }, dispatcher)).status).toBe(200);
    expect((await put(path, { skills: [] }, dispatcher)).status).toBe(403);
    const { body } = await put(path, { absences: [{ from: '2026-12-03', to: '2026-12-01', reason: null }] });
    expect(faultsOf(body)).toMatchObject([{ path: 'value.absences.0' }]);
    expect(faultsOf((await put(path, { deputy: cia })).body)).toMatchObject([{ path: 'value.deputy' }]);
  });

  it('show where in the service hours nobody works, and a reason only to who plans', async () => {
    const window = '/desk/rota?from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z';
    const { body } = await call('get', window, undefined, dispatcher);
    expect(body).toMatchObject({
      holes: [{ from: '2026-12-01T15:00:00.000Z', to: '2026-12-01T15:30:00.000Z' }],
    });
    const away = (seen: unknown) =>
      (seen as { stretches: { kind: string; reason: string | null }[] }).stretches.find(
        ({ kind }) => kind === 'absence',
      );
    expect(away(body)).toMatchObject({ name: 'Cia', reason: 'kurs' });
    expect(away((await call('get', window, undefined, anna)).body)).toMatchObject({ reason: null });
    expect(away((await call('get', window, undefined, cia)).body)).toMatchObject({ reason: 'kurs' });
    expect((await call('get', '/desk/rota?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z')).status).toBe(
      422,
    );
  });

  it('are removed when no case and nobody else waits for them', async () => {
    await world.opened.storage.stores.cases.create(
      buildNewCase({ state: 'in-progress', assignee: { kind: 'technician', id: bo } }),
    );
    const { version } = await get(`/desk/technicians/${bo}`);
    const { body } = await call('delete', `/desk/technicians/${bo}?basedOn=${version}`);
    expect(faultsOf(body).map(({ message }) => message)).toEqual([
      'Teknikern har 1 öppet ärende. Lämna över det först.',
      'Teknikern är ersättare för Anna, Cia. Välj någon annan där först.',
    ]);
  });
});

describe('the settings', () => {
  it('show no contractor’s settings and keep them', async () => {
    const stored = await get('/desk/settings');
    const contractors = [
      contractor({ id: 'servicedesk', name: 'Desken', settings: {} }),
      contractor({ id: 'telebolaget', name: 'Tele' }),
    ].map(({ settings: _settings, promise: _promise, ...rest }) => ({
      ...rest,
      promise: { high: '4h' },
      settingNames: [],
    }));
    expect((await put('/desk/settings', { contractors })).status).toBe(200);
    expect(stored.value).toMatchObject({ name: 'Testdesken' });
    const { settings } = (await world.source.current()).desk;
    expect(settings).toMatchObject({ language: 'sv', secretFacts: ['alarm_code', 'key_location'] });
    expect(settings.contractors[0]).toMatchObject({ name: 'Desken', promise: { high: '4h' } });
  });

  it('say what is wrong with a matrix, hours and contractors', async () => {
    const { value } = await get('/desk/settings');
    const [first] = value.contractors as Record<string, unknown>[];
    const { body } = await put('/desk/settings', {
      serviceHours: 'jämt',
      responsibility: [
        row({ category: 'av', site: 'månen' }),
        row({ area: 'x', handledBy: 'contractor' }),
        row({ category: 'tablet', handledBy: 'contractor', contractor: 'borta' }),
      ],
      contractors: [first],
    });
    expect(faultsOf(body).map(({ path }) => path)).toEqual([
      'value.serviceHours',
      'value.responsibility.0.site',
      'value.responsibility.1.area',
      'value.responsibility.1.contractor',
      'value.responsibility.2.contractor',
      'value.responsibility',
      'value.contractors',
    ]);
    const wrong = await put('/desk/settings', {
      contractors: [{ ...first, connector: 'fax', promise: { high: 'snart', sen: '1h' } }],
    });
    expect(faultsOf(wrong.body).map(({ path }) => path)).toEqual([
      'value.contractors.0.connector',
      'value.contractors.0.promise.high',
      'value.contractors.0.promise',
    ]);
  });

  it('can be tried on the cases that were, before anything is saved', async () => {
    const { cases } = world.opened.storage.stores;
    await cases.create(buildNewCase({ category: 'printer', siteId: 'solen', title: 'Skrivaren' }));
    await cases.create(buildNewCase({ category: 'account', siteId: 'solen', title: 'Kontot' }));
    const rows = [row({ category: 'printer', handledBy: 'contractor', contractor: 'telebolaget' }), row({})];
    const { body } = await call('post', '/desk/settings/trial', rows);
    expect(body).toMatchObject({ cases: 3 });
    const changed = (body as { changed: { title: string; before: string; after: string }[] }).changed;
    expect(changed.find(({ title }) => title === 'Skrivaren')).toMatchObject({
      siteName: 'Solen',
      before: 'Anna',
      after: 'Tele',
      reason: 'skrivare → telebolaget (regel 1)',
    });
    expect(changed.find(({ title }) => title === 'Kontot')).toMatchObject({
      before: 'Desken',
      after: 'Anna',
    });
    expect((await call('post', '/desk/settings/trial', [row({ category: 'av' })])).status).toBe(422);
  });

  it('and every change of them are in the history, a page at a time', async () => {
    const first = await call('get', '/desk/changes?limit=2');
    const { next, items } = first.body as { next: string; items: { seq: number }[] };
    expect(items).toHaveLength(2);
    const second = await call('get', `/desk/changes?limit=2&cursor=${next}`);
    expect((second.body as { items: { seq: number }[] }).items[0]?.seq).toBeLessThan(items[1]?.seq ?? 0);
  });
});
