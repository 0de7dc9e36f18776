import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type NoteConflict,
  type NoteContent,
  NoteDetail,
  SavedNote,
} from '#bot/web/api/contract/note-contract.ts';
import type { Note } from '#knowledge/note.ts';
import { buildNote } from '../support/build-note.ts';
import { type DeskApi, editors, startDeskApi } from '../support/desk-api.ts';
import { processorTime } from '../support/processor-time.ts';
import { upns } from '../support/small-desk.ts';

const { ella, nora, alma, reader, admin } = editors;
const { anna, bo, cia, dispatcher } = upns;

const printer: Note = buildNote({
  id: 'solen/skrivaren',
  title: 'Skrivaren i personalrummet',
  category: 'printer',
  sites: ['solen'],
  symptoms: ['skriver inte ut'],
  owner: ella,
  reviewBy: '2027-03-01',
  body: 'Den är gammal. [privat]Lena vet.[/privat]\n\n## Prova detta\n1. Öppna luckan.\n2. Stäng den.\n\nRing annars.\n',
});
const cabinet = buildNote({
  id: 'solen/skapet',
  title: 'Nätverksskåpet',
  sites: ['solen'],
  audience: 'technician',
  body: 'Koden är ingen hemlighet för tekniker: larm 907612.\n',
});
const phishing = buildNote({
  id: '_shared/natfiske',
  title: 'Nätfiske',
  category: 'security',
  reviewBy: '2026-01-01',
  body: 'Klicka inte.\n',
});
const school = buildNote({ id: 'skolan/tavlan', title: 'Tavlan', sites: ['skolan'], body: 'Tavlan.\n' });
const old = buildNote({
  id: 'solen/gammal',
  title: 'Gammal',
  sites: ['solen'],
  status: 'archived',
  body: 'x\n',
});

let api: DeskApi;
beforeAll(async () => {
  api = await startDeskApi([printer, cabinet, phishing, school, old]);
});
afterAll(() => api.close());

async function detail(upn: string, id: string): Promise<NoteDetail> {
  const answer = await api.call(upn, 'get', `/notes/${id}`);
  expect(answer.status).toBe(200);
  return NoteDetail.parse(answer.body);
}
const save = (upn: string, id: string, content: NoteContent, basedOn: number) =>
  api.call(upn, 'put', `/notes/${id}`, { content, basedOn });
async function saved(upn: string, id: string, change: Partial<NoteContent>): Promise<SavedNote> {
  const before = await detail(upn, id);
  const answer = await save(upn, id, { ...before.content, ...change }, before.version);
  expect(answer).toMatchObject({ status: 200 });
  return SavedNote.parse(answer.body);
}
const ids = (body: unknown) => (body as { items: { id: string }[] }).items.map(({ id }) => id);
const inChat = async (id: string) => (await api.source.current()).notes.get(id);

describe('finding notes', () => {
  it('lists what one may read, by site and title, without the archived', async () => {
    const answer = await api.call(ella, 'get', '/notes');
    expect(ids(answer.body)).toEqual([
      '_shared/natfiske',
      'skolan/tavlan',
      'solen/skapet',
      'solen/skrivaren',
    ]);
    expect(answer.body).toMatchObject({
      total: 4,
      next: null,
      items: [{ stale: true, mayEdit: false }, { mayEdit: false }, {}, { mayEdit: true, ownerName: 'Ella' }],
    });
  });

  it('keeps what is for technicians from readers: in lists, by id, in history, by name in previews', async () => {
    expect(ids((await api.call(reader, 'get', '/notes')).body)).not.toContain('solen/skapet');
    expect(ids((await api.call(reader, 'get', '/notes?query=907612')).body)).toEqual([]);
    expect(ids((await api.call(reader, 'get', '/notes?audience=technician')).body)).toEqual([]);
    for (const path of ['', '/history']) {
      expect((await api.call(reader, 'get', `/notes/solen/skapet${path}`)).status).toBe(404);
    }
    const { content } = await detail(ella, 'solen/skapet');
    for (const audience of ['staff', 'technician']) {
      const tried = { id: 'solen/skapet', folder: 'solen', content: { ...content, audience } };
      expect((await api.call(reader, 'post', '/notes/preview', tried)).status).toBe(404);
    }
    expect(JSON.stringify((await api.call(reader, 'get', '/sites')).body)).toContain('"notes":1');
  });

  it('finds by words anywhere, the best first', async () => {
    expect(ids((await api.call(ella, 'get', '/notes?query=personalrummet+SKRIVER')).body)).toEqual([
      'solen/skrivaren',
    ]);
    expect(ids((await api.call(ella, 'get', '/notes?query=luckan')).body)).toEqual(['solen/skrivaren']);
    expect(ids((await api.call(ella, 'get', '/notes?query=zebra')).body)).toEqual([]);
  });

  it('filters by site, category, status and audience, and pages', async () => {
    expect(ids((await api.call(ella, 'get', '/notes?site=solen')).body)).toHaveLength(2);
    expect(ids((await api.call(ella, 'get', '/notes?category=security')).body)).toEqual(['_shared/natfiske']);
    expect(ids((await api.call(ella, 'get', '/notes?status=archived')).body)).toEqual(['solen/gammal']);
    const first = await api.call(ella, 'get', '/notes?limit=3');
    expect(first.body).toMatchObject({ next: '3', total: 4 });
    expect(ids((await api.call(ella, 'get', '/notes?limit=3&cursor=3')).body)).toEqual(['solen/skrivaren']);
    expect((await api.call(ella, 'get', '/notes?cursor=x')).status).toBe(422);
  });

  it('counts the answers of the last 90 days', async () => {
    const shown = {
      noteId: 'skolan/tavlan',
      outcome: 'shown',
      byUpn: upns.eva,
      caseId: null,
      text: null,
    } as const;
    const { knowledge } = api.opened.storage.stores;
    await knowledge.addOutcome({ ...shown, at: new Date('2026-11-01T10:00:00Z') });
    await knowledge.addOutcome({ ...shown, at: new Date('2026-06-01T10:00:00Z') });
    api.clock.at = new Date(api.clock.at.getTime() + 61_000);
    expect((await api.call(ella, 'get', '/notes?site=skolan')).body).toMatchObject({
      items: [{ answers: 1 }],
    });
    expect((await detail(ella, 'skolan/tavlan')).outcomes).toEqual({ shown: 2, solved: 0, notSolved: 0 });
  });

  it('draws the tree with who may edit what', async () => {
    const { items } = (await api.call(ella, 'get', '/sites')).body as { items: { id: string }[] };
    expect(items[0]).toMatchObject({ id: '_shared', notes: 1, stale: 1, mayEdit: false });
    expect(items.find(({ id }) => id === 'solen')).toMatchObject({ notes: 2, mayEdit: true, area: 'norra' });
  });
});

describe('saving a note', () => {
  it('is found in chat at once', async () => {
    const took = await processorTime(async () => {
      await saved(ella, 'solen/skrivaren', { symptoms: ['skriver inte ut', 'luktar bränt gummi'] });
      const { notes } = await api.source.current();
      const found = notes.search({
        text: 'det luktar bränt gummi',
        site: { id: 'solen', kind: 'preschool' },
        audience: 'staff',
        at: api.clock.at,
        limit: 1,
      });
      expect(found[0]?.note.id).toBe('solen/skrivaren');
    });
    expect(took).toBeLessThan(1_000);
  });

  it('leaves every byte of the body that was not touched', async () => {
    await saved(ella, 'solen/skrivaren', { title: 'Skrivaren i hallen' });
    expect((await inChat('solen/skrivaren'))?.body).toBe(printer.body);
    const { content } = await detail(ella, 'solen/skrivaren');
    await saved(ella, 'solen/skrivaren', { steps: [...content.steps, 'Vänta.'] });
    expect((await inChat('solen/skrivaren'))?.body).toBe(
      printer.body.replace('2. Stäng den.\n', '2. Stäng den.\n3. Vänta.\n'),
    );
  });

  it('never moves the verification', async () => {
    expect((await detail(ella, 'solen/skrivaren')).lastVerified).toBeNull();
  });

  it('merges what two changed in different fields', async () => {
    const { version, content } = await detail(ella, 'solen/skrivaren');
    await saved(nora, 'solen/skrivaren', { asset: 'HP M479' });
    const answer = await save(ella, 'solen/skrivaren', { ...content, outro: 'Ring Karin.' }, version);
    expect(answer).toMatchObject({
      status: 200,
      body: { mergedIn: ['asset'], note: { content: { asset: 'HP M479', outro: 'Ring Karin.' } } },
    });
  });

  it('merges symptoms that two added', async () => {
    const { version, content } = await detail(ella, 'solen/skrivaren');
    const add = (symptom: string) => ({ ...content, symptoms: [...content.symptoms, symptom] });
    await save(nora, 'solen/skrivaren', add('från Nora'), version);
    await save(ella, 'solen/skrivaren', add('från Ella'), version);
    expect((await detail(ella, 'solen/skrivaren')).content.symptoms).toEqual(
      expect.arrayContaining(['från Nora', 'från Ella']),
    );
  });

  it('shows both sides when two changed the same, and loses neither', async () => {
    const { version, content } = await detail(ella, 'solen/skrivaren');
    await saved(nora, 'solen/skrivaren', { title: 'Noras', warning: 'Rör inte.' });
    const answer = await save(
      ella,
      'solen/skrivaren',
      { ...content, title: 'Ellas', asset: 'Canon' },
      version,
    );
    expect(answer.status).toBe(409);
    const conflict = answer.body as NoteConflict;
    expect(conflict).toMatchObject({
      error: 'conflict',
      fields: [{ field: 'title', mine: 'Ellas', theirs: 'Noras', byName: 'Nora' }],
      merged: { title: 'Ellas', asset: 'Canon', warning: 'Rör inte.' },
      current: { content: { title: 'Noras' } },
    });
    const again = await save(ella, 'solen/skrivaren', conflict.merged, conflict.current.version);
    expect(again.status).toBe(200);
    expect((await detail(ella, 'solen/skrivaren')).content).toMatchObject({
      title: 'Ellas',
      warning: 'Rör inte.',
      asset: 'Canon',
    });
  });

  it('loses nothing when 20 editors save at once', async () => {
    const { version, content } = await detail(alma, '_shared/natfiske');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        save(alma, '_shared/natfiske', { ...content, symptoms: [`ordet ${index}`] }, version),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await detail(alma, '_shared/natfiske')).content.symptoms).toHaveLength(20);
  });

  it.each<[string, string, string, Partial<NoteContent>, number, string]>([
    ['of somebody else’s site', ella, 'skolan/tavlan', {}, 403, ''],
    ['for every site, by an editor of one', ella, '_shared/natfiske', {}, 403, ''],
    ['by a technician elsewhere', cia, 'solen/skrivaren', {}, 403, ''],
    ['by a dispatcher', dispatcher, 'solen/skrivaren', {}, 403, ''],
    ['out of one’s own reach', ella, 'solen/skrivaren', { sites: ['solen', 'skolan'] }, 422, 'sites'],
    ['with a password', ella, 'solen/skrivaren', { intro: 'Lösenordet är Sommar2026!' }, 422, 'intro'],
    ['with a personal identity number', ella, 'solen/skrivaren', { steps: ['191212121212'] }, 422, 'steps'],
    ['with the alarm code, for staff', ella, 'solen/skrivaren', { outro: 'Larm: 90 76 12' }, 422, 'outro'],
    ['with half a private mark', ella, 'solen/skrivaren', { intro: '[privat] hej' }, 422, 'intro'],
    ['of an unknown site', alma, 'solen/skrivaren', { sites: ['atlantis'] }, 422, 'sites'],
    ['owned by nobody known', ella, 'solen/skrivaren', { owner: 'x@y.example' }, 422, 'owner'],
    ['for an unknown technician', ella, 'solen/skrivaren', { handledBy: 'x@y.example' }, 422, 'handledBy'],
    [
      'with a window that ends before it begins',
      ella,
      'solen/skrivaren',
      { validFrom: '2026-12-02', validTo: '2026-12-01' },
      422,
      'validTo',
    ],
    [
      'without a word in it',
      ella,
      'solen/skrivaren',
      { intro: '', steps: [], stepsTitle: null, outro: ' ' },
      422,
      'intro',
    ],
    ['without a title', ella, 'solen/skrivaren', { title: '  ' }, 422, 'content.title'],
    ['that is enormous', ella, 'solen/skrivaren', { intro: 'x'.repeat(50_000) }, 422, 'content.intro'],
  ])('is refused %s', async (_name, upn, id, change, status, path) => {
    const before = await detail(alma, id);
    const answer = await save(upn, id, { ...before.content, ...change }, before.version);
    expect(answer.status).toBe(status);
    if (path !== '') expect(answer.body).toMatchObject({ faults: [{ path }] });
    expect(JSON.stringify(answer.body)).not.toMatch(/Sommar2026|1212121212|76 12/);
    expect((await detail(alma, id)).version).toBe(before.version);
  });

  it('lets a technicians’ note hold what staff may not read, and not turn into one for staff', async () => {
    await saved(anna, 'solen/skapet', { warning: 'Rör inte kablarna.' });
    const { content, version } = await detail(ella, 'solen/skapet');
    const answer = await save(ella, 'solen/skapet', { ...content, audience: 'staff' }, version);
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ path: 'intro' }] } });
  });

  it('says what should be better without stopping anybody', async () => {
    const { warnings } = await saved(ella, 'solen/skrivaren', { owner: null, reviewBy: null });
    expect(warnings.map(({ field, level }) => [field, level])).toEqual([
      ['owner', 'warning'],
      ['reviewBy', 'warning'],
    ]);
  });

  it('keeps Markdown with a script as text', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const { note } = await saved(ella, 'solen/skrivaren', { intro: evil });
    expect(note.content.intro).toBe(evil);
    const tried = { id: note.id, folder: 'solen', content: note.content };
    const preview = await api.call(ella, 'post', '/notes/preview', tried);
    const texts = JSON.stringify(preview.body);
    expect(texts).not.toMatch(/"type":"(Image|Media)"/);
    expect(texts).toContain('alert(1)');
  });
});

describe('a new note', () => {
  const content = async (change: Partial<NoteContent> = {}): Promise<NoteContent> => ({
    ...(await detail(ella, 'solen/skrivaren')).content,
    title: 'Skärmen på väggen',
    sites: [],
    ...change,
  });
  const create = async (upn: string, wish: object) => api.call(upn, 'post', '/notes', wish);

  it('begins as a draft about its folder’s site, named by its title', async () => {
    const answer = await create(ella, { folder: 'solen', name: null, content: await content() });
    expect(answer).toMatchObject({
      status: 201,
      body: { note: { id: 'solen/skarmen-pa-vaggen', status: 'draft', content: { sites: ['solen'] } } },
    });
    expect((await inChat('solen/skarmen-pa-vaggen'))?.status).toBe('draft');
  });

  it('gets another name when that is taken, unless it was asked for', async () => {
    const again = await create(ella, { folder: 'solen', name: null, content: await content() });
    expect(again).toMatchObject({ status: 201, body: { note: { id: 'solen/skarmen-pa-vaggen-2' } } });
    const asked = await create(ella, { folder: 'solen', name: 'skrivaren', content: await content() });
    expect(asked).toMatchObject({ status: 422, body: { faults: [{ path: 'name' }] } });
  });

  it('is refused where one may not write', async () => {
    for (const folder of ['skolan', '_shared', 'atlantis']) {
      expect((await create(ella, { folder, name: null, content: await content() })).status).toBe(403);
    }
    const far = await create(ella, {
      folder: 'solen',
      name: 'x',
      content: await content({ sites: ['skolan'] }),
    });
    expect(far.status).toBe(422);
    expect((await create(admin, { folder: 'atlantis', name: null, content: await content() })).status).toBe(
      422,
    );
    expect((await create(ella, { folder: 'solen', name: '../x', content: await content() })).status).toBe(
      422,
    );
  });
});

describe('a note’s life', () => {
  const move = async (upn: string, id: string, to: string) => {
    const { version } = await detail(alma, id);
    return api.call(upn, 'post', `/notes/${id}/status`, { to, basedOn: version });
  };

  it('goes from draft over review to published, and to the archive', async () => {
    const id = 'solen/skarmen-pa-vaggen';
    expect(await move(anna, id, 'in-review')).toMatchObject({ status: 200, body: { status: 'in-review' } });
    expect(await move(anna, id, 'published')).toMatchObject({ status: 403 });
    expect(await move(ella, id, 'published')).toMatchObject({ status: 200, body: { status: 'published' } });
    expect(await move(anna, id, 'archived')).toMatchObject({ status: 403 });
    expect(await move(ella, id, 'archived')).toMatchObject({ status: 200 });
    expect(await move(ella, id, 'in-review')).toMatchObject({ status: 422 });
  });

  it('lets a technician publish what is for technicians, at the sites they serve', async () => {
    await move(ella, 'solen/skapet', 'draft');
    expect(await move(bo, 'solen/skapet', 'published')).toMatchObject({ status: 403 });
    expect(await move(anna, 'solen/skapet', 'published')).toMatchObject({ status: 200 });
  });

  it('is moved by one of two', async () => {
    const { version } = await detail(ella, 'solen/skrivaren');
    const to = (status: string) =>
      api.call(ella, 'post', '/notes/solen/skrivaren/status', { to: status, basedOn: version });
    expect((await to('in-review')).status).toBe(200);
    expect((await to('archived')).status).toBe(409);
    const unseen = { to: 'published', basedOn: version + 1_000 };
    expect((await api.call(ella, 'post', '/notes/solen/skrivaren/status', unseen)).status).toBe(409);
    expect((await move(ella, 'solen/skrivaren', 'published')).status).toBe(200);
  });

  it('is confirmed with who and how, which sets the next review when that is due', async () => {
    const confirmed = await api.call(alma, 'post', '/notes/_shared/natfiske/verification', {});
    expect(confirmed).toMatchObject({
      status: 200,
      body: {
        lastVerified: '2026-11-23',
        stale: false,
        content: { reviewBy: '2027-05-24' },
        verifications: [{ date: '2026-11-23', byUpn: alma, byName: 'Alma', way: 'tab' }],
      },
    });
  });

  it('is confirmed by its owner, an editor or a technician only', async () => {
    const verify = (upn: string, id: string) => api.call(upn, 'post', `/notes/${id}/verification`, {});
    expect((await verify(reader, 'skolan/tavlan')).status).toBe(403);
    expect((await verify(ella, 'skolan/tavlan')).status).toBe(403);
    expect((await verify(anna, 'skolan/tavlan')).status).toBe(200);
  });
});

describe('a note’s history', () => {
  it('tells every change by field, and brings one back', async () => {
    await saved(ella, 'solen/skrivaren', { title: 'Före', intro: 'Det gamla.' });
    await saved(nora, 'solen/skrivaren', { title: 'Efter', intro: 'Det nya.' });
    const page = await api.call(ella, 'get', '/notes/solen/skrivaren/history?limit=2');
    const { items } = page.body as { items: { seq: number }[] };
    expect(page.body).toMatchObject({
      items: [
        {
          byName: 'Nora',
          way: 'tab',
          changes: [
            { field: 'title', before: 'Före', after: 'Efter' },
            { field: 'intro', before: 'Det gamla.', after: 'Det nya.' },
          ],
        },
        { byName: 'Ella' },
      ],
    });
    const { version } = await detail(ella, 'solen/skrivaren');
    const restore = (basedOn: number) =>
      api.call(ella, 'post', '/notes/solen/skrivaren/restore', { seq: items[1]?.seq, basedOn });
    expect((await restore(version - 1)).status).toBe(409);
    expect(await restore(version)).toMatchObject({
      status: 200,
      body: { note: { content: { title: 'Före', intro: 'Det gamla.' }, status: 'published' } },
    });
    const [newest] = (
      (await api.call(ella, 'get', '/notes/solen/skrivaren/history')).body as { items: unknown[] }
    ).items;
    expect(newest).toMatchObject({ way: 'restore' });
  });

  it('pages to its beginning, the import', async () => {
    const seen: { way: string }[] = [];
    let path: string | null = '/notes/solen/skrivaren/history?limit=5';
    while (path !== null) {
      const { items, next } = (await api.call(ella, 'get', path)).body as {
        items: { way: string }[];
        next: string | null;
      };
      seen.push(...items);
      path = next === null ? null : `/notes/solen/skrivaren/history?limit=5&cursor=${next}`;
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.at(-1)).toMatchObject({ way: 'import', byName: 'Import', byUpn: '' });
  });

  it('restores no change of another note, and none that is not there', async () => {
    const { version } = await detail(ella, 'solen/skrivaren');
    const answer = await api.call(ella, 'post', '/notes/solen/skrivaren/restore', {
      seq: 1,
      basedOn: version,
    });
    expect(answer.status).toBe(404);
  });
});

describe('a draft', () => {
  it('is kept as it is typed, shown to its writer, and told of to others', async () => {
    const { content, version } = await detail(ella, 'solen/skrivaren');
    const draft = { content: { ...content, title: '', steps: [''] }, basedOn: version };
    const kept = await api.call(ella, 'put', '/notes/solen/skrivaren/draft', draft);
    expect(kept).toMatchObject({ status: 200, body: { at: api.clock.at.toISOString() } });
    expect((await detail(ella, 'solen/skrivaren')).draft).toMatchObject({
      basedOn: version,
      content: { title: '' },
    });
    expect(await detail(nora, 'solen/skrivaren')).toMatchObject({
      draft: null,
      alsoEditing: [{ upn: ella, name: 'Ella' }],
    });
    expect((await detail(ella, 'solen/skrivaren')).alsoEditing).toEqual([]);
    expect((await api.call(ella, 'get', '/notes?site=solen')).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'solen/skrivaren', hasDraft: true })]),
    });
  });

  it('is told of for ten minutes', async () => {
    api.clock.at = new Date(api.clock.at.getTime() + 11 * 60_000);
    expect((await detail(nora, 'solen/skrivaren')).alsoEditing).toEqual([]);
  });

  it('is gone once the note is saved, or when it is thrown away', async () => {
    await saved(ella, 'solen/skrivaren', { asset: 'Ny' });
    expect((await detail(ella, 'solen/skrivaren')).draft).toBeNull();
    const { content, version } = await detail(ella, 'solen/skrivaren');
    await api.call(ella, 'put', '/notes/solen/skrivaren/draft', { content, basedOn: version });
    expect((await api.call(ella, 'delete', '/notes/solen/skrivaren/draft')).status).toBe(204);
    expect((await api.call(ella, 'get', '/notes/solen/skrivaren/draft')).status).toBe(404);
  });

  it('may be of a note that does not exist yet', async () => {
    const { content } = await detail(ella, 'solen/skrivaren');
    const draft = { content: { ...content, title: 'Nytt' }, basedOn: 0 };
    expect((await api.call(ella, 'put', '/notes/solen/ny-1/draft', draft)).status).toBe(200);
    expect((await api.call(ella, 'get', '/drafts')).body).toMatchObject({
      items: [{ id: 'solen/ny-1', title: 'Nytt', isNew: true }],
    });
    expect((await api.call(ella, 'get', '/notes/solen/ny-1/draft')).body).toMatchObject({
      content: { title: 'Nytt' },
    });
    expect((await api.call(nora, 'get', '/notes/solen/ny-1/draft')).status).toBe(404);
    expect((await api.call(ella, 'put', '/notes/skolan/ny-1/draft', draft)).status).toBe(403);
  });
});

describe('a look before saving', () => {
  it('names every fault, the errors and what should be better', async () => {
    const { content } = await detail(ella, 'solen/skrivaren');
    const tried = {
      id: null,
      folder: 'solen',
      content: { ...content, title: '', intro: 'Pinkod: 4711', owner: null },
    };
    const { body } = await api.call(ella, 'post', '/notes/check', tried);
    expect(body).toMatchObject({
      faults: [
        { field: 'intro', level: 'error' },
        { field: 'title', level: 'error' },
        { field: 'owner', level: 'warning' },
        { field: 'reviewBy', level: 'warning' },
      ],
    });
  });

  it('shows the very card that staff would see, without what is private', async () => {
    const { content } = await detail(ella, 'solen/skrivaren');
    const intro = 'Hej. [privat]Lena vet.[/privat]';
    const { body } = await api.call(ella, 'post', '/notes/preview', {
      id: null,
      folder: 'solen',
      content: { ...content, intro },
    });
    const text = JSON.stringify(body);
    expect(text).toContain('AdaptiveCard');
    expect(text).toContain('Hej.');
    expect(text).not.toContain('Lena');
  });

  it('shows no card of what is for technicians', async () => {
    const { content } = await detail(ella, 'solen/skapet');
    const answer = await api.call(ella, 'post', '/notes/preview', {
      id: 'solen/skapet',
      folder: 'solen',
      content,
    });
    expect(answer).toMatchObject({ status: 200, body: { card: null } });
  });
});
