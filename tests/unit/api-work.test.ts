import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNoteReviewStore } from '#adapters/storage/note-review-store.ts';
import type { NoteOutcome } from '#bot/handoff/stores.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { WorkItem, WorkKind, WorkOverview } from '#bot/web/api/contract/work-contract.ts';
import { createWorkRoutes } from '#bot/web/api/work/work-routes.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';
import { type ApiWorld, openApiWorld, worldNow } from '../support/api-world.ts';
import { buildNote } from '../support/build-note.ts';
import { person, site, smallDesk, upns } from '../support/small-desk.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const librarian = 'lib@desk.example';
const head = 'head@desk.example';
const { anna, eva } = upns;
const desk = smallDesk({
  sites: [
    site('solen'),
    site('skolan', { kind: 'school', area: 'sodra' }),
    site('kontoret', { kind: 'office' }),
    site('tomma', { name: 'Tomma huset' }),
  ],
  people: [
    person(librarian, { roles: ['editor'], edits: ['*'] }),
    person(head, { roles: ['editor'], homeSiteIds: ['solen'] }),
    person(anna, { name: 'Anna Ek', roles: ['technician'] }),
    person(eva, { name: 'Eva Berg' }),
  ],
});
const steps = (text: string) => `Text.\n\n## Prova detta\n1. ${text}\n`;
const notes = [
  buildNote({
    id: 'solen/skrivaren',
    title: 'Skrivaren på expeditionen',
    category: 'printer',
    sites: ['solen'],
    symptoms: ['skrivaren skriver inte ut'],
    reviewBy: '2026-01-01',
    body: steps('Dra ur kabeln och sätt i den.'),
  }),
  buildNote({
    id: 'solen/skrivaren-ny',
    title: 'Skrivaren på expeditionen',
    category: 'printer',
    sites: ['solen'],
    symptoms: ['skrivaren skriver inte ut'],
    lastVerified: '2026-10-01',
    body: steps('Öppna luckan längst bak under brickan.'),
  }),
  buildNote({ id: 'skolan/aula', title: 'Aulan', category: 'av', sites: ['skolan'], reviewBy: '2026-10-01' }),
  buildNote({ id: 'skolan/ny', title: 'Ny text', sites: ['skolan'], status: 'in-review', body: 'Så här.\n' }),
  buildNote({ id: 'kontoret/x', title: 'Kontoret', sites: ['kontoret'] }),
];

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld(desk, notes, ({ opened, editing, work, suggestions }) =>
    createWorkRoutes({
      editing,
      work,
      suggestions,
      review: createNoteReviewStore(opened.database),
      understanding: { triage: createTriage({ chooseResponsible }) },
    }),
  );
  await tell('shown', 'skolan/aula');
});
afterAll(() => world.close());

type Item<K extends WorkKind> = Extract<WorkItem, { kind: K }>;
async function heap<K extends WorkKind>(kind: K, upn = librarian): Promise<Item<K>[]> {
  const { status, body } = await world.api.call(upn, 'get', `/work/${kind}`);
  expect(status).toBe(200);
  return (body as { items: Item<K>[] }).items;
}
const decide = (kind: WorkKind, id: string, decision: string, upn = librarian, more: object = {}) =>
  world.api.call(upn, 'post', `/work/${kind}/${encodeURIComponent(id)}`, { decision, ...more });
const ask = (text: string, siteId: string | null, category: string | null = null) =>
  world.opened.storage.stores.knowledge.keepQuestion({
    at: worldNow,
    text,
    siteId,
    category,
    language: 'sv',
    caseId: null,
  });
const tell = (outcome: NoteOutcome['outcome'], noteId: string, text: string | null = null) =>
  world.opened.storage.stores.knowledge.addOutcome({
    noteId,
    at: worldNow,
    outcome,
    byUpn: eva,
    caseId: null,
    text,
  });

describe('what was asked and had no note', () => {
  it('is gathered by likeness and site, without names and numbers, with the beginning of a note', async () => {
    await ask('Hej! Kodlåset till paddskåpet krånglar. Mvh Eva Berg 070-123 45 67', 'solen', 'tablet');
    await ask('kodlåset på paddskåpet krånglar igen', 'solen', 'tablet');
    await ask('vår kodlås till paddskåpet krånglar', 'skolan');
    await ask('hej det funkar inte', 'solen');
    const [first, second, ...more] = await heap('unanswered');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      siteId: 'solen',
      siteName: 'Solen',
      count: 2,
      category: 'surfplatta',
      title: 'Kodlåset till paddskåpet krånglar',
      seed: {
        folder: 'solen',
        content: { title: 'Kodlåset till paddskåpet krånglar', sites: ['solen'], category: 'tablet' },
      },
    });
    expect(first?.seed.content.symptoms).toEqual(first?.wordings);
    expect(first?.wordings).toHaveLength(2);
    expect(JSON.stringify(first)).not.toMatch(/Eva|Berg|070|45/);
    expect(second).toMatchObject({ siteId: 'skolan', count: 1 });
    expect((await heap('unanswered', head)).map(({ siteId }) => siteId)).toEqual(['solen']);
  });

  it('asked all over is everybody’s, for who writes for every site', async () => {
    await ask('kodlåset på paddskåpet krånglar', 'kontoret');
    const [all] = await heap('unanswered');
    expect(all).toMatchObject({ siteId: null, siteName: null, count: 4, seed: { folder: '_shared' } });
    expect((await heap('unanswered', head))[0]).toMatchObject({ siteId: 'solen', count: 2 });
  });

  it('is set aside by each for their own sites, comes back later, or becomes a draft', async () => {
    const [own] = await heap('unanswered', head);
    expect((await decide('unanswered', own?.id ?? '', 'refuse', head)).status).toBe(200);
    expect(await heap('unanswered', head)).toEqual([]);
    const rest = await heap('unanswered');
    expect(rest.map(({ siteId }) => siteId).sort()).toEqual(['kontoret', 'skolan']);
    const id = (siteId: string) => rest.find((one) => one.siteId === siteId)?.id ?? '';
    expect((await decide('unanswered', id('skolan'), 'later')).status).toBe(200);
    const { body } = await decide('unanswered', id('kontoret'), 'accept');
    const { noteId } = body as { noteId: string };
    expect(noteId).toMatch(/^kontoret\/kodlaset/);
    const { notes: now } = await world.source.current();
    expect(now.get(noteId)).toMatchObject({ status: 'draft', sites: ['kontoret'] });
    expect(await heap('unanswered')).toEqual([]);
    expect((await decide('unanswered', id('kontoret'), 'accept')).status).toBe(404);
  });

  it('is gone when a note answers it now', async () => {
    await ask('skrivaren skriver inte ut', 'solen', 'printer');
    expect(await heap('unanswered')).toEqual([]);
  });
});

describe('notes that failed people', () => {
  it('come the most often first, with what had been asked, and count anew when they are said to be good', async () => {
    await tell('not-solved', 'solen/skrivaren', 'det blinkar orange');
    await tell('unhelpful', 'solen/skrivaren');
    await tell('solved', 'solen/skrivaren');
    await tell('not-solved', 'skolan/aula');
    const failed = await heap('failed');
    expect(failed).toMatchObject([
      {
        id: 'solen~skrivaren',
        notSolved: 2,
        solved: 1,
        wordings: ['det blinkar orange'],
        note: { id: 'solen/skrivaren', stale: true, mayEdit: true },
      },
      { id: 'skolan~aula', notSolved: 1 },
    ]);
    expect((await heap('failed', head)).map(({ id }) => id)).toEqual(['solen~skrivaren']);
    expect((await decide('failed', 'skolan~aula', 'refuse', head)).status).toBe(403);
    expect((await decide('failed', 'solen~skrivaren', 'refuse', head)).body).toEqual({
      noteId: 'solen/skrivaren',
    });
    expect((await decide('failed', 'skolan~aula', 'later')).status).toBe(200);
    expect(await heap('failed')).toEqual([]);
  });
});

describe('notes past their review date', () => {
  it('come first when most answers rest on them, and are true again with one press', async () => {
    expect((await heap('stale')).map(({ note }) => note.id)).toEqual(['skolan/aula', 'solen/skrivaren']);
    expect((await heap('stale', anna)).map(({ note }) => note.id)).toEqual(['solen/skrivaren']);
    expect((await decide('stale', 'skolan~aula', 'accept')).body).toEqual({ noteId: 'skolan/aula' });
    const { notes: now } = await world.source.current();
    expect(now.get('skolan/aula')).toMatchObject({ lastVerified: '2026-11-23' });
    expect((await decide('stale', 'solen~skrivaren', 'refuse')).status).toBe(422);
    expect((await decide('stale', 'solen~skrivaren', 'later')).status).toBe(200);
    expect(await heap('stale')).toEqual([]);
  });
});

describe('contradictions', () => {
  it('are told in words, and once they are said to be none stay so until one of them changes', async () => {
    const [pair] = await heap('contradictions');
    expect(pair).toMatchObject({ notes: [{ id: 'solen/skrivaren-ny' }, { id: 'solen/skrivaren' }] });
    expect(pair?.why).toContain('Olika sätt att göra: ”Öppna luckan');
    expect(await heap('contradictions', head)).toHaveLength(1);
    expect((await decide('contradictions', pair?.id ?? '', 'refuse')).status).toBe(200);
    expect(await heap('contradictions')).toEqual([]);
    const edit = { kind: 'note', id: 'solen/skrivaren', by: librarian, at: worldNow, way: 'tab' } as const;
    await world.editing.edit(edit, ({ current }) => {
      if (current === null) throw new Error('it is there');
      return { ...current.value, body: steps('Ring vaktmästaren.') };
    });
    expect(await heap('contradictions')).toHaveLength(1);
  });
});

describe('suggested symptoms', () => {
  it('are taken as the editor would rather have them, or refused, once', async () => {
    const suggest = (wording: string) =>
      world.opened.storage.stores.knowledge.suggestSymptom({
        noteId: 'solen/skrivaren',
        key: wordingKey(wording),
        wording,
        byUpn: eva,
        at: worldNow,
      });
    await suggest('kopiatorn spottar papper');
    await suggest('maskinen piper högt');
    const found = await heap('suggestions', head);
    expect(found).toMatchObject([{ note: { id: 'solen/skrivaren' }, count: 1 }, { count: 1 }]);
    const idOf = (wording: string) => found.find((one) => one.wording === wording)?.id ?? '';
    const taken = idOf('kopiatorn spottar papper');
    expect((await decide('suggestions', taken, 'accept', head, { wording: 'spottar papper' })).body).toEqual({
      noteId: 'solen/skrivaren',
    });
    expect((await decide('suggestions', taken, 'refuse', head)).status).toBe(404);
    expect((await decide('suggestions', idOf('maskinen piper högt'), 'refuse', head)).status).toBe(200);
    expect(await heap('suggestions')).toEqual([]);
    const { notes: now } = await world.source.current();
    expect(now.get('solen/skrivaren')?.symptoms).toEqual(['skrivaren skriver inte ut', 'spottar papper']);
    const { items } = await world.editing.changes({ kind: 'note', id: 'solen/skrivaren', limit: 1 });
    expect(items[0]).toMatchObject({ way: 'suggestion', byUpn: head });
  });
});

describe('solved cases', () => {
  it('become drafts when an editor says so: what was reported, and what helped as steps', async () => {
    const { cases } = world.opened.storage.stores;
    const packet = {
      ...buildNewCase().packet,
      symptom: 'Projektorn i aulan är svart, mvh Eva',
      device: 'projektorn',
    };
    const solved = await cases.create(
      buildNewCase({
        siteId: 'skolan',
        category: 'av',
        title: 'Projektorn i aulan är svart',
        state: 'resolved',
        resolution: 'Bytte hdmi-kabeln, sedan startade om projektorn. Lösenordet är Sommar2026!',
        resolvedAt: worldNow,
        createdAt: worldNow,
        packet,
      }),
    );
    const [draft] = await heap('case-drafts');
    expect(draft).toMatchObject({
      id: solved.id,
      caseNumber: solved.number,
      siteName: 'Skolan',
      machineMade: false,
      seed: {
        folder: 'skolan',
        content: {
          title: 'Projektorn i aulan är svart',
          category: 'av',
          sites: ['skolan'],
          symptoms: ['Projektorn i aulan är svart'],
          steps: ['Byt hdmi-kabeln.', 'Starta om projektorn.'],
          confidence: 'work-in-progress',
        },
      },
    });
    expect(JSON.stringify(draft)).not.toContain('Sommar2026');
    expect(await heap('case-drafts', head)).toEqual([]);
    expect((await decide('case-drafts', solved.id, 'accept', head)).status).toBe(403);

    const both = await Promise.all([
      decide('case-drafts', solved.id, 'accept'),
      decide('case-drafts', solved.id, 'accept'),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const made = both.find(({ status }) => status === 200)?.body as { noteId: string };
    expect((await world.source.current()).notes.get(made.noteId)).toMatchObject({ status: 'draft' });
    expect(await heap('case-drafts')).toEqual([]);
  });
});

describe('notes in review and sites without notes', () => {
  it('are published or sent back by who may', async () => {
    expect(await heap('reviews', head)).toEqual([]);
    expect(await heap('reviews')).toMatchObject([{ id: 'skolan~ny', note: { status: 'in-review' } }]);
    expect((await decide('reviews', 'skolan~ny', 'accept')).status).toBe(200);
    expect((await world.source.current()).notes.get('skolan/ny')).toMatchObject({ status: 'published' });
  });

  it('are those that nobody wrote about, most cases first', async () => {
    expect(await heap('bare-sites')).toEqual([
      { kind: 'bare-sites', id: 'tomma', siteId: 'tomma', siteName: 'Tomma huset', cases: 0 },
    ]);
    expect(await heap('bare-sites', head)).toEqual([]);
    expect((await decide('bare-sites', 'tomma', 'later')).status).toBe(200);
    expect(await heap('bare-sites')).toEqual([]);
  });
});

it('tells in one question how much there is of each, for who asks', async () => {
  const { body } = await world.api.call(librarian, 'get', '/work');
  const counts = Object.fromEntries((body as WorkOverview).heaps.map(({ kind, count }) => [kind, count]));
  expect(counts).toEqual({
    unanswered: 0,
    failed: 0,
    stale: 0,
    contradictions: 1,
    suggestions: 0,
    'case-drafts': 0,
    reviews: 0,
    'bare-sites': 0,
  });
});
