import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '#bot/desk/desk.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { blankContent } from '#bot/web/api/contract/blank-content.ts';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { EarlierQuestions, TryResult } from '#bot/web/api/contract/try-contract.ts';
import { createTryRoutes } from '#bot/web/api/try/try-routes.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import { person } from '../support/small-desk.ts';

const editor = 'lib@ekbacken.example';
const head = 'rektor@ekbacken.example';
const hanna = 'hanna.nilsson@ekbacken.example';
const demo = await readDeskFolder('knowledge/demo');
const desk = createDesk({
  ...demo.desk,
  sites: [...demo.desk.sites.values()],
  technicians: [...demo.desk.technicians.values()],
  people: [
    ...demo.desk.people.values(),
    person(editor, { roles: ['editor'], edits: ['*'] }),
    person(head, { roles: ['editor'], homeSiteIds: ['blaklockan'] }),
  ],
});

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld(desk, demo.notes, ({ opened, work }) =>
    createTryRoutes({
      understanding: { triage: createTriage({ chooseResponsible }) },
      cases: opened.storage.stores.cases,
      work,
    }),
  );
});
afterAll(() => world.close());

const question = { asUpn: hanna, siteId: null, text: '', at: null, draft: null };
async function ask(changes: object, upn = editor): Promise<TryResult> {
  const { status, body } = await world.api.call(upn, 'post', '/try', { ...question, ...changes });
  expect(body).not.toHaveProperty('faults');
  expect(status).toBe(200);
  return body as TryResult;
}
const content: NoteContent = {
  ...blankContent({ title: 'Kaffemaskinens pekskärm är låst', category: 'av' }),
  symptoms: ['pekskärmen på kaffemaskinen är låst', 'kaffemaskinens skärm svarar inte'],
  intro: 'Skärmen låser sig efter en uppdatering.',
  stepsTitle: 'Prova detta',
  steps: ['Håll nere strömknappen i tio sekunder.'],
};
const draft = { id: null, folder: 'solrosen', content };

describe('trying a question', () => {
  it('gives the decision, its reasons, the notes with why in words, and the very card', async () => {
    const result = await ask({ text: 'projektorn i lekhallen är svart' });
    expect(result).toMatchObject({
      decision: 'answer',
      siteName: 'Förskolan Solrosen',
      category: 'projektor, skärm och ljud',
    });
    expect(result.reasons).toContain('det finns ett råd som passar');
    expect(result.responsible?.name).not.toContain('@');
    expect(result.responsible?.reason).toContain('regel');
    const [best] = result.notes;
    expect(best).toMatchObject({ id: 'solrosen/projektorn-lekhallen', isDraft: false });
    expect(best?.why[0]).toBe('Den handlar om just den här platsen.');
    expect(best?.why.join(' ')).toContain('”projektorn”');
    const [reply] = result.replies;
    expect(reply?.card).toMatchObject({ type: 'AdaptiveCard' });
    expect(JSON.stringify(reply?.card)).toContain('Projektorn i lekhallen');
    expect(reply?.text).toContain('Projektorn i lekhallen');
  });

  it('with a draft shows what it would do once published, and changes nothing', async () => {
    const text = 'pekskärmen på kaffemaskinen är låst';
    const without = await ask({ text });
    expect(without.notes.map(({ isDraft }) => isDraft)).not.toContain(true);
    const withDraft = await ask({ text, draft });
    expect(withDraft.decision).toBe('answer');
    expect(withDraft.notes[0]).toMatchObject({ title: content.title, isDraft: true });
    expect(withDraft.replies[0]?.text).toContain('Håll nere strömknappen');
    expect(
      (await ask({ text, siteId: 'blaklockan', draft })).notes.map(({ isDraft }) => isDraft),
    ).not.toContain(true);
    expect(await ask({ text })).toEqual(without);
    const { rows } = await world.opened.database.query('select 1 from unanswered_questions');
    expect(rows).toEqual([]);
  });

  it('with a draft of a note that there is tries the draft in its place', async () => {
    const text = 'projektorn i lekhallen är svart';
    const id = 'solrosen/projektorn-lekhallen';
    const changed = { ...content, title: 'Projektorn i lekhallen', symptoms: ['projektorn är svart'] };
    const { notes, replies } = await ask({ text, draft: { id, folder: 'solrosen', content: changed } });
    expect(notes.filter((note) => note.id === id)).toMatchObject([{ isDraft: true }]);
    expect(replies[0]?.text).toContain('tio sekunder');
  });

  it('hides what the person would have hidden, and takes several matters one by one', async () => {
    const result = await ask({
      text: 'Mitt lösenord är Sommar2026!\nProjektorn är svart. Och skrivaren blinkar orange.',
    });
    expect(JSON.stringify(result)).not.toContain('Sommar2026');
    expect(result.replies.length).toBeGreaterThan(2);
  });

  it('never lets staff see a technicians’ note, whoever tries', async () => {
    const hidden = { ...content, audience: 'technician' as const };
    const tried = { text: 'pekskärmen på kaffemaskinen är låst', draft: { ...draft, content: hidden } };
    const { notes, replies } = await ask(tried);
    expect(notes.map(({ isDraft }) => isDraft)).not.toContain(true);
    expect(JSON.stringify(replies)).not.toContain('strömknappen');
    const asTechnician = await ask({ ...tried, asUpn: 'karin.lind@ekbacken.example', siteId: 'solrosen' });
    expect(asTechnician.notes[0]?.isDraft).toBe(true);
  });

  it('refuses a person or a site that is not there any more', async () => {
    const call = (changes: object) =>
      world.api.call(editor, 'post', '/try', { ...question, text: 'hej', ...changes });
    expect(await call({ asUpn: 'borta@x' })).toMatchObject({
      status: 422,
      body: {
        faults: [{ path: 'asUpn', message: 'Personen finns inte kvar i helpdesken. Välj någon annan.' }],
      },
    });
    expect(await call({ siteId: 'borta' })).toMatchObject({
      status: 422,
      body: { faults: [{ path: 'siteId' }] },
    });
    expect((await call({ text: 'x'.repeat(5_000) })).status).toBe(422);
  });

  it('answers in the time that is asked about', async () => {
    const night = await ask({ text: 'jag vill prata med en människa', at: '2026-11-24T03:00:00+01:00' });
    expect(night.decision).toBe('hand-off');
    expect(night.replies[0]?.text).not.toEqual(
      (await ask({ text: 'jag vill prata med en människa' })).replies[0]?.text,
    );
  });
});

describe('which earlier questions a note would have answered', () => {
  const asking = (changes: object = {}, upn = editor) =>
    world.api.call(upn, 'post', '/notes/earlier-questions', { ...draft, ...changes });

  it('asks the same search, from where the note applies, and names nobody', async () => {
    const { knowledge } = world.opened.storage.stores;
    const keep = (text: string, siteId: string) =>
      knowledge.keepQuestion({
        at: new Date(),
        text,
        siteId,
        category: null,
        language: 'sv',
        caseId: null,
      });
    await keep('Hej, kaffemaskinens pekskärm är låst! Mvh Hanna 070-123 45 67', 'solrosen');
    await keep('cykeln har punktering', 'solrosen');
    await keep('kaffemaskinens pekskärm är låst', 'blaklockan');

    const { body } = await asking();
    expect(body).toEqual({
      asked: 2,
      answered: [
        {
          wording: 'Hej, kaffemaskinens pekskärm är låst!',
          siteName: 'Förskolan Solrosen',
          hadNote: false,
        },
      ],
    });
    const shared = (await asking({ folder: '_shared' })).body as EarlierQuestions;
    expect(shared.answered.map(({ siteName }) => siteName).sort()).toEqual([
      'Förskolan Blåklockan',
      'Förskolan Solrosen',
    ]);
  });

  it('is told to who may edit there', async () => {
    expect((await asking({}, head)).status).toBe(403);
    expect((await asking({ folder: 'blaklockan' }, head)).status).toBe(200);
  });
});
