import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskRepository } from '#adapters/storage/desk-repository.ts';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import { createImageStore } from '#adapters/storage/image-store.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import type { ContractorNews } from '#bot/handoff/contractor-connector.ts';
import { hearContractor } from '#bot/handoff/hear-contractor.ts';
import { blankContent } from '#bot/web/api/contract/blank-content.ts';
import { buildNote } from '../support/build-note.ts';
import { type DeskApi, editors, startDeskApi } from '../support/desk-api.ts';
import { everyText, findIn } from '../support/every-text.ts';
import { makeFolder } from '../support/storage.ts';
import { buildNewCase } from '../support/storage-builders.ts';
import { demoFolder, loadDesk } from '../support/talk.ts';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

/** Numbers that the tax agency keeps for tests, and passwords as people give them away. */
const secrets = [
  { kind: 'a personal identity number', text: 'mitt personnummer är 811228-9874', secret: '811228-9874' },
  { kind: 'one with the century', text: 'hon heter 19811228-9874 i systemet', secret: '19811228-9874' },
  { kind: 'one without a hyphen', text: 'personnummer 8112289874', secret: '8112289874' },
  { kind: 'a password', text: 'lösenordet är Gulsparv!2024', secret: 'Gulsparv!2024' },
  { kind: 'an English password', text: 'my password is Bluetit#77x', secret: 'Bluetit#77x' },
] as const;

let app: AppOnLoopback;
let api: DeskApi;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let count = 0;
beforeAll(async () => {
  [app, api, folder] = await Promise.all([
    startApp(),
    startDeskApi([buildNote({ id: 'solen/aula', title: 'Aulan', sites: ['solen'] })]),
    makeFolder(),
  ]);
  await app.post(karin, 'installation-add');
  await cp(demoFolder, join(folder.path, 'desk'), { recursive: true });
});
afterAll(async () => {
  await app?.close();
  await api?.close();
  await folder?.remove();
});

const next = () => {
  count += 1;
  return count;
};
const chat = (text: string) => app.post(hanna, 'personal-message', { text });

let taken: unknown = null;
/** The card of a case that Karin has, with its inputs. */
async function cardOfKarin(): Promise<unknown> {
  if (taken !== null) return taken;
  await app.post(amina, 'personal-message', { text: 'Projektorn i lekhallen på Solrosen är svart' });
  const mark = app.mark();
  await app.post(amina, 'personal-message', { text: 'Jag vill prata med en människa' });
  const offer = app.said(karin, mark).find(({ body }) => findAction(body, 'accept'))?.body;
  taken = (await app.post(karin, 'execute-press', { value: pressValue(offer, 'accept') })).body;
  return taken;
}

async function fromContractor(kind: 'comment' | 'state', text: string): Promise<void> {
  const loaded = await loadDesk();
  const [contractor] = loaded.desk.settings.contractors;
  if (contractor === undefined) throw new Error('The demo has no contractor.');
  const { number } = await app.stores.cases.create({
    ...buildNewCase(),
    ...{
      state: 'in-progress',
      assignee: { kind: 'contractor', id: contractor.id },
      contractorReference: 'R',
    },
  });
  const at = new Date('2026-11-23T09:20:00Z');
  const base = { id: `news-${next()}`, reference: number, contractorReference: null, at };
  const news: ContractorNews =
    kind === 'comment'
      ? { ...base, kind, author: null, text }
      : { ...base, kind, state: 'in-progress', theirs: text };
  await hearContractor(
    app.stores,
    { at, newId: () => `n-${next()}`, loaded },
    { contractorId: contractor.id, news },
  );
}

/** Every way in, by what it is called. `text` reaches storage through it, or is refused. */
const entrances: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  'a message in chat': (text) => chat(`Skrivaren på Solrosen är trasig, ${text}`),
  'a message that is changed': async (text) => {
    const id = `m-${next()}`;
    await app.post(hanna, 'personal-message', { id, text: 'Skrivaren på Solrosen är trasig' });
    return app.post(hanna, 'edited', {
      id,
      text: `Skrivaren är trasig, ${text}`,
      timestamp: '2026-11-23T09:20:00+01:00',
    });
  },
  'a file’s name': (text) =>
    app.post(hanna, 'pasted-image', {
      text: 'Så här ser det ut',
      attachments: [
        { contentType: 'image/png', contentUrl: 'https://elsewhere.example/x.png', name: `${text}.png` },
      ],
    }),
  'what a requester writes into a card': async (text) => {
    const { data } = findAction(await cardOfKarin(), 'tell-requester') ?? {};
    const action = { type: 'Action.Execute', verb: 'answer-question', data: { ...Object(data), text } };
    return app.post(amina, 'execute-press', { value: { action, trigger: 'manual' } });
  },
  'what a technician writes into a card': async (text) =>
    app.post(karin, 'execute-press', {
      value: pressValue(await cardOfKarin(), 'tell-requester', { text_message: `Jag kommer, ${text}` }),
    }),
  'a message made into a case': async (text) => {
    const conversation = {
      id: '19:kollegor@thread.v2',
      isGroup: true,
      conversationType: 'groupChat',
      tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    };
    const user = { userIdentityType: 'aadUser', id: hanna.aadObjectId, displayName: hanna.name };
    const messagePayload = {
      ...{ id: String(1795424300000 + next()), deleted: false, from: { user, application: null } },
      ...{ body: { contentType: 'html', content: 'skrivaren krånglar' }, attachments: [] },
    };
    const opened = await app.post(amina, 'message-action-open', {
      conversation,
      value: { commandId: 'create-case', commandContext: 'message', messagePayload },
    });
    const ticket = /"ticket":"([^"]+)"/.exec(JSON.stringify(opened.body))?.[1];
    const data = { ticket, text: `Skrivaren krånglar, ${text}`, site: 'solrosen', category: 'printer' };
    return app.post(amina, 'message-action-submit', {
      conversation,
      value: { commandId: 'create-case', data },
    });
  },
  'a contractor’s words': (text) => fromContractor('comment', text),
  'a contractor’s name for a state': (text) => fromContractor('state', text),
  'an import': async (text) => {
    const from = join(demoFolder, 'notes', 'solrosen', 'projektorn-lekhallen.md');
    await writeFile(
      join(folder.path, 'desk', 'notes', 'solrosen', 'x.md'),
      `${await readFile(from, 'utf8')}\n${text}\n`,
    );
    const { database } = app;
    const code = await runCommand(['import', join(folder.path, 'desk')], {
      ...{ cwd: folder.path, write: () => undefined, tell: () => undefined },
      storage: async () => ({
        database,
        desk: createDeskRepository(database),
        images: createImageStore(database),
        deskSource: (search) => createDeskSource(database, search),
      }),
    });
    expect(code).toBe(1);
  },
  'a draft in the tab': (text) =>
    api.call(editors.alma, 'put', '/notes/solen/aula/draft', {
      basedOn: 1,
      content: { ...noteContent, intro: text },
    }),
  'a note in the tab': (text) =>
    api.call(editors.alma, 'post', '/notes', {
      folder: 'solen',
      name: null,
      content: { ...noteContent, intro: text },
    }),
};

const noteContent = blankContent({ title: 'Aulan', category: 'av' });

describe('masking at the door', () => {
  it.each(Object.entries(entrances))(
    '%s brings no secret into storage, and what is none',
    async (name, enter) => {
      for (const { text } of secrets) await enter(text);
      const word = `fagel${Object.keys(entrances).indexOf(name)}xyz`;
      // Whole notes are tried with secrets alone: they would be imported.
      const isWhole = /import|note in the tab/.test(name);
      if (!isWhole) await enter(word);
      const texts = [await everyText(app.database), await everyText(api.opened.database)];
      const found = texts.flatMap((one) => findIn(one, [word, ...secrets.map(({ secret }) => secret)]));
      expect(found.filter((hit) => !hit.endsWith(word))).toEqual([]);
      expect(found.some((hit) => hit.endsWith(word))).toBe(!isWhole);
    },
  );
});
