import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '#adapters/storage/backup/write-backup.ts';
import { verifyLog } from '#adapters/storage/privacy/verify-log.ts';
import { pseudonym } from '#bot/insights/facts/make-case-fact.ts';
import { type AppOnLoopback, startApp } from '../replay/app-on-loopback.ts';
import { findAction, pressValue } from '../replay/find-action.ts';
import { commandOn } from '../support/command-line.ts';
import { everyText, findIn, textOfBackup } from '../support/every-text.ts';
import { makeFolder } from '../support/storage.ts';
import { demoFolder } from '../support/talk.ts';

const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const amina = { aadObjectId: '14b8a960-97fb-5424-bfc8-75a9439091ad', name: 'Amina Osman' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };
const upn = 'hanna.nilsson@ekbacken.example';
/** What she is known by, and words that only she said. */
const identifiers = [
  upn,
  hanna.aadObjectId,
  hanna.name,
  '08-000 30 02',
  '08-0003002',
  `29:${hanna.aadObjectId}`,
  pseudonym(upn),
];
const words = ['gulsparven', 'blamesen', 'rodhaken', 'talgoxen'];

let app: AppOnLoopback;
let folder: Awaited<ReturnType<typeof makeFolder>>;
const lines: string[] = [];
beforeAll(async () => {
  folder = await makeFolder();
  app = await startApp();
  expect(await vaktis('import', demoFolder)).toBe(0);
  await plant();
});
afterAll(async () => {
  await app?.close();
  await folder?.remove();
});

const vaktis = (...argv: string[]) => commandOn(app, { cwd: folder.path, lines }, argv);

/** She reports, is helped, reports again, looks after notes and the rota, and is spoken of by others. */
async function plant(): Promise<void> {
  await app.post(karin, 'installation-add');
  await app.post(hanna, 'personal-message', { text: 'Projektorn i lekhallen är svart, sa gulsparven' });
  const mark = app.mark();
  await app.post(hanna, 'personal-message', { text: 'Jag vill prata med en människa' });
  const offer = app.said(karin, mark).find(({ body }) => findAction(body, 'accept') !== null)?.body;
  const accepted = await app.post(karin, 'execute-press', { value: pressValue(offer, 'accept') });
  const told = { text_resolve: 'Ringde Hanna Nilsson på 08-0003002 och bytte kabeln.' };
  const beforeEnd = app.mark();
  await app.post(karin, 'execute-press', { value: pressValue(accepted.body, 'resolve', told) });
  const asked = app.said(hanna, beforeEnd).find(({ body }) => findAction(body, 'confirm-resolved'))?.body;
  await app.post(hanna, 'execute-press', { value: pressValue(asked, 'confirm-resolved') });
  await app.post(hanna, 'personal-message', { text: 'Skrivaren på Solrosen blinkar orange, sa blamesen' });
  await app.post(amina, 'personal-message', {
    text: `Datorn i vilan på Solrosen är trasig, ring Hanna Nilsson (${upn}) på 08-000 30 02`,
  });
  await app.post(amina, 'personal-message', { text: 'Jag vill prata med en människa' });
  await plantAround();
}

/** What she did beside the chat, as its own doors write it. */
async function plantAround(): Promise<void> {
  const { stores, database } = app;
  const [own] = await stores.cases.casesOf(upn, new Date(0));
  if (own === undefined) throw new Error('She has no case.');
  const at = new Date('2026-11-23T10:00:00Z');
  await stores.attachments.add({
    id: 'file-1',
    at,
    name: 'rodhaken.txt',
    contentType: 'text/plain',
    bytes: new TextEncoder().encode('skrivet av Hanna Nilsson'),
  });
  const file = { name: 'rodhaken.txt', contentType: 'text/plain', id: 'file-1', size: 24 };
  await stores.cases.save({ ...own, packet: { ...own.packet, attachments: [file] } });
  await stores.cases.addEvent({
    caseId: own.id,
    at,
    kind: 'secret-fact-shown',
    actor: upn,
    data: { name: 'alarm_code' },
  });
  await stores.knowledge.addOutcome({
    noteId: 'solrosen/skrivaren',
    at,
    outcome: 'solved',
    byUpn: upn,
    caseId: own.id,
    text: 'var är talgoxen',
  });
  await stores.knowledge.suggestSymptom({
    noteId: 'solrosen/skrivaren',
    key: 'talgoxen',
    wording: 'var är talgoxen',
    byUpn: upn,
    at,
  });
  await stores.knowledge.confirmNote({
    noteId: 'solrosen/skrivaren',
    byUpn: upn,
    date: '2026-11-23',
    way: 'visit',
  });
  await stores.jobs.enqueue(
    { name: 'offer', data: { caseId: own.id, upn } },
    { startAfter: new Date(Date.now() + 1e9) },
  );
  const insert = (table: string, row: object) =>
    database.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [
      JSON.stringify(row),
    ]);
  const now = at.toISOString();
  await insert('note_drafts', {
    note_id: 'n',
    person_upn: upn,
    based_on: 1,
    content: { title: 'blamesen' },
    at: now,
  });
  await insert('note_images', { name: 'i.png', type: 'image/png', bytes: '\\x00', at: now, by_upn: upn });
  await insert('note_reminders', { note_id: 'n', at: now, to_upn: upn });
  await insert('work_decisions', { kind: 'k', item_id: 'i', decision: 'later', by_upn: upn, at: now });
  await insert('directory_people', {
    id: upn,
    object_id: hanna.aadObjectId,
    upn,
    name: hanna.name,
    site_ids: ['solrosen'],
    revision: 1,
  });
  const call = {
    purpose: 'p',
    model: 'm',
    prompt: 'p',
    outcome: 'ok',
    requests: 1,
    tokens_in: 1,
    tokens_out: 1,
    cost: 0,
    took: 1,
  };
  await insert('model_calls', {
    id: randomUUID(),
    at: now,
    upn,
    ...call,
    sent: 'gulsparven',
    answered: 'Hej Hanna Nilsson',
  });
  await insert('machine_drafts', {
    kind: 'case-draft',
    item_id: own.id,
    at: now,
    model: 'm',
    prompt: 'p',
    title: 'gulsparven',
    symptoms: [],
    steps: [],
  });
  await insert('matrix_suggestions', {
    id: 'm1',
    contractor_id: 'c',
    category: 'printer',
    at: now,
    bounced: 1,
    tickets: 1,
    case_ids: [own.id],
    status: 'approved',
    decided_by: upn,
    decided_at: now,
  });
  await insert('contractor_lines', { contractor_id: 'c', failures: 0, under_way: { text: `från ${upn}` } });
  await database.query(
    `insert into rota_changes (technician_upn, by_upn, at, why, before, after) values
      ($1, 'karin@x.example', $2, 'sjuk', '{}', '{}'), ('karin@x.example', $1, $2, 'sagt av Hanna Nilsson', '{}', '{}')`,
    [upn, at],
  );
  await database.query(
    `insert into unanswered_questions (at, text, case_id) values ($2, 'gulsparven?', $1), ($2, 'vem är Nilsson, Hanna?', null)`,
    [own.id, at],
  );
  await database.query(
    `insert into case_facts select * from jsonb_populate_record(null::case_facts, $1::jsonb)`,
    [JSON.stringify(factOf(own.id))],
  );
  const { id, at: reported, week, month, category, person } = factOf(own.id);
  await insert('fact_parts', {
    ...{ id, at: reported, week, month, category, person, worker: pseudonym(upn), shares: 'none' },
  });
  await insert('insight_months', {
    ...{ month: '2026-11', by: 'site', value: 'solrosen', facts: 5, tallies: {}, frozen_at: now },
    ...{ people: [pseudonym(upn), 'somebody'], workers: [pseudonym(upn)] },
  });
  await database.query(
    `update notes set data = jsonb_set(data, '{owner}', to_jsonb($1::text)) where id = 'solrosen/skrivaren'`,
    [upn],
  );
}

const factOf = (id: string) => ({
  ...{ id, matter: id, version: 1, at: '2026-11-23', week: '2026-11-23', month: '2026-11', category: 'av' },
  ...{ person: pseudonym(upn), things: [], helped: true, came_back: false, yes: [], no: [] },
  data: { worker: pseudonym(upn) },
});

describe('erasing a person', () => {
  it('finds her everywhere before, or the search would prove nothing', async () => {
    const found = findIn(await everyText(app.database), [...identifiers, ...words]);
    const tables = new Set(found.map((one) => one.split(':')[0]));
    for (const name of [
      'cases',
      'case_events',
      'deliveries',
      'conversations',
      'contacts',
      'people',
      'directory_people',
      'note_outcomes',
      'symptom_suggestions',
      'note_confirmations',
      'note_drafts',
      'note_images',
      'note_reminders',
      'work_decisions',
      'model_calls',
      'machine_drafts',
      'matrix_suggestions',
      'contractor_lines',
      'rota_changes',
      'unanswered_questions',
      'attachments',
      'notes',
      'activities',
      'pseudonym_keys',
      'changes',
    ])
      expect([...tables], name).toContain(`public.${name}`);
    expect([...tables].filter((table) => table?.startsWith('jobs.'))).not.toEqual([]);
    for (const one of [...identifiers, ...words])
      expect(
        found.filter((hit) => hit.endsWith(`: ${one}`)),
        one,
      ).not.toEqual([]);
  });

  it('is refused in plain words for somebody who is not known, and shown before it is done', async () => {
    expect(await vaktis('privacy', 'erase', 'nobody@x.example', '--yes')).toBe(1);
    expect(lines.join('\n')).toContain('Nothing is stored about nobody@x.example');
    expect(await vaktis('privacy', 'erase', upn)).toBe(0);
    expect(lines.join('\n')).toContain('Nothing was changed');
  });

  it('is refused for whoever has an open case, and cancels it when that is asked for', async () => {
    expect(await vaktis('privacy', 'erase', 'amina.osman@ekbacken.example', '--yes')).toBe(1);
    expect(lines.join('\n')).toMatch(/open cases: VK-\d+.*--close/);
    expect(await vaktis('privacy', 'erase', 'karin.lind@ekbacken.example', '--yes', '--close')).toBe(1);
    expect(lines.join('\n')).toMatch(/Hand them to somebody else first/);
  });

  it('leaves nothing of her in any column of any table, nor in a backup', async () => {
    expect(
      await vaktis('privacy', 'erase', upn.toUpperCase(), '--yes', '--by', 'karin.lind@ekbacken.example'),
      lines.join('\n'),
    ).toBe(0);
    const wanted = [...identifiers, ...words];
    expect(findIn(await everyText(app.database), wanted)).toEqual([]);
    const path = join(folder.path, 'after.backup');
    await writeBackup({ database: app.database, now: () => new Date(), version: '0' }, path);
    expect(findIn(new Map([['backup', await textOfBackup(path)]]), wanted)).toEqual([]);
  });

  it('keeps her case as statistics that still can be read, and the other’s case with its words', async () => {
    const open = await app.stores.cases.open();
    expect(open.map(({ requesterUpn }) => requesterUpn)).toEqual(['amina.osman@ekbacken.example']);
    expect(open[0]?.packet.symptom).toContain('Datorn i vilan');
    expect(open[0]?.packet.symptom).toContain('borttagen person');
    const [own] = await app.stores.cases.casesOf('borttagen', new Date(0));
    expect(own).toMatchObject({
      state: 'closed',
      category: 'av',
      siteId: 'solrosen',
      title: '',
      resolution: null,
    });
    expect(own?.assignee).toMatchObject({ id: 'karin.lind@ekbacken.example' });
    const events = await app.stores.cases.events(own?.id ?? '');
    expect(events.map(({ kind }) => kind)).toContain('resolved');
  });

  it('leaves the log whole, with who erased and nobody who was', async () => {
    expect((await verifyLog(app.database)).faults).toEqual([]);
    expect(await vaktis('privacy', 'log', '--action', 'person-erased')).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/person-erased {2}p-[\da-f]{20}$/)]);
    expect(await vaktis('privacy', 'log', '--about', upn)).toBe(0);
    expect(lines).toEqual(['Nothing.']);
    expect(findIn(await everyText(app.database), [upn])).toEqual([]);
    expect(await vaktis('privacy', 'verify-log')).toBe(0);
  });

  it('lets everybody else go on, and her begin anew', async () => {
    // The server has closed the connection that nobody used meanwhile; whoever asks next finds out.
    await fetch(`${app.url}/healthz`).catch(() => undefined);
    const mark = app.mark();
    await app.post(amina, 'personal-message', { text: 'Hur går det?' });
    expect(app.said(amina, mark).length).toBeGreaterThan(0);
    await app.post(hanna, 'personal-message', { text: 'Skrivaren på Solrosen blinkar' });
    expect(app.said(hanna, mark).length).toBeGreaterThan(0);
  });

  it('cancels open cases first when asked to', async () => {
    const who = 'amina.osman@ekbacken.example';
    expect(await vaktis('privacy', 'erase', who, '--yes', '--close'), lines.join('\n')).toBe(0);
    expect(lines.join('\n')).toMatch(/Cancelled: VK-\d+/);
    expect(await app.stores.cases.open()).toEqual([]);
    expect(findIn(await everyText(app.database), [who, amina.name, amina.aadObjectId])).toEqual([]);
  });
});
