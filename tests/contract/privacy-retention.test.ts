import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createWeeder } from '#adapters/storage/privacy/create-weeder.ts';
import { retentionDays } from '#bot/desk/retention.ts';
import { weed } from '#bot/jobs/retention/weed.ts';
import { everyText, findIn } from '../support/every-text.ts';
import { openTestStorage } from '../support/storage.ts';
import { buildConversation, buildDelivery, buildNewCase } from '../support/storage-builders.ts';
import { loadDesk } from '../support/talk.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const basis = { now, days: retentionDays(), filesDays: 90 };

let opened: OpenStorage;
beforeAll(async () => {
  opened = await openTestStorage();
});
afterAll(() => opened?.close());

/** One case that ended, with all that hangs on it; `mark` stands in every text of it. */
async function plant(mark: string, endedAt: Date): Promise<string> {
  const { stores } = opened.storage;
  const upn = `${mark}@x.example`;
  const base = buildNewCase();
  const made = await stores.cases.create({
    ...base,
    ...{
      state: 'closed',
      requesterUpn: upn,
      title: mark,
      resolution: mark,
      createdAt: endedAt,
      resolvedAt: endedAt,
    },
    packet: { ...base.packet, symptom: mark, requester: { upn, name: mark, title: null, phone: null } },
    assignee: { kind: 'technician', id: `karin.${mark}@x.example` },
  });
  const caseId = made.id;
  await stores.cases.addEvent({
    caseId,
    at: endedAt,
    kind: 'detail-added',
    actor: upn,
    data: { text: mark, files: 2 },
  });
  await stores.deliveries.add(
    buildDelivery({ id: `d-${mark}`, caseId, target: { kind: 'person', upn }, createdAt: endedAt }),
  );
  await opened.database.query(`update deliveries set status = 'sent' where id = $1`, [`d-${mark}`]);
  await stores.knowledge.addOutcome({
    noteId: 'n',
    at: endedAt,
    outcome: 'solved',
    byUpn: upn,
    caseId,
    text: mark,
  });
  await stores.conversations.save(buildConversation({ personUpn: upn, lastAt: endedAt }));
  await stores.conversations.remember({
    channel: 'msteams',
    conversationId: mark,
    activityId: mark,
    at: endedAt,
  });
  await opened.database.query('insert into unanswered_questions (at, text) values ($1, $2)', [endedAt, mark]);
  await opened.database.query(
    `insert into model_calls (id, at, purpose, model, prompt, upn, outcome, requests, tokens_in, tokens_out, cost, took, sent, answered)
     values ($1, $2, 'p', 'm', 'p', $3, 'ok', 1, 1, 1, 0, 1, $1, $1)`,
    [mark, endedAt, upn],
  );
  await opened.database.query(
    `insert into directory_people (id, upn, name, site_ids, inactive_since, revision) values ($1, $1, $2, '{}', $3, 1)`,
    [`gone.${mark}@x.example`, mark, endedAt],
  );
  return caseId;
}

describe('weeding', () => {
  let oldCase = '';
  it('counts what is due without changing it, then takes all of it and nothing that is younger', async () => {
    oldCase = await plant('gulsparv', daysAgo(1_000));
    const young = await plant('talgoxe', daysAgo(5));
    await opened.storage.stores.cases.create(buildNewCase({ title: 'domherre', createdAt: daysAgo(1_000) }));
    const weeder = createWeeder(opened.database);
    const due = Object.fromEntries(await weeder.due(basis));
    expect(due).toMatchObject({
      'cases (names and words)': 1,
      deliveries: 1,
      conversations: 1,
      activities: 1,
      unanswered_questions: 1,
      model_calls: 1,
      'model_calls (names and words)': 1,
      'note_outcomes (names and words)': 1,
      directory_people: 1,
    });
    expect(findIn(await everyText(opened.database), ['gulsparv']).length).toBeGreaterThan(8);
    const { rows, isFinished } = await weeder.weed(basis, () => true);
    expect(isFinished).toBe(true);
    expect(Object.fromEntries(rows)).toMatchObject({ 'cases (names and words)': 1, deliveries: 1 });
    const after = await everyText(opened.database);
    expect(findIn(after, ['gulsparv'])).toEqual([]);
    expect(findIn(after, ['talgoxe']).length).toBeGreaterThan(8);
    expect(findIn(after, ['domherre'])).toEqual(['public.cases: domherre']);
    expect(await opened.storage.stores.cases.get(young)).toMatchObject({ title: 'talgoxe' });
  });

  it('leaves of an old case what statistics need', async () => {
    const item = await opened.storage.stores.cases.get(oldCase);
    expect(item).toMatchObject({
      state: 'closed',
      category: 'printer',
      siteId: 'solrosen',
      requesterUpn: 'borttagen',
      assignee: { kind: 'technician', id: 'borttagen' },
      packet: { attempts: [{ noteId: 'solrosen/skrivaren', noteTitle: '' }], dialogue: [] },
    });
    expect(await opened.storage.stores.cases.events(oldCase)).toMatchObject([
      { kind: 'detail-added', actor: 'borttagen', data: { files: 2 } },
    ]);
  });

  it('finds nothing the second time', async () => {
    const weeder = createWeeder(opened.database);
    expect([...(await weeder.weed(basis, () => true)).rows]).toEqual([]);
    expect([...(await weeder.due(basis))]).toEqual([]);
  });

  it('stops when told to, and goes on from there', async () => {
    await opened.database.query(
      `insert into activities (channel, conversation_id, activity_id, at)
       select 'msteams', 'many', n::text, $1 from generate_series(1, 2500) n`,
      [daysAgo(200)],
    );
    let steps = 0;
    const weeder = createWeeder(opened.database);
    const first = await weeder.weed(basis, () => {
      steps += 1;
      return steps <= 1;
    });
    expect(first).toMatchObject({ isFinished: false });
    expect(first.rows.get('activities')).toBe(1_000);
    const second = await weeder.weed(basis, () => true);
    expect(second.isFinished).toBe(true);
    expect(second.rows.get('activities')).toBe(1_500);
  });

  it('goes by what the desk says, within a night’s time, and says whether there is more', async () => {
    const loaded = await loadDesk();
    const retention = { conversations: 7 };
    const desk = { ...loaded.desk, settings: { ...loaded.desk.settings, retention } };
    const asked: unknown[] = [];
    let clock = 0;
    const more = await weed({
      weeder: {
        due: async () => new Map(),
        async weed({ days, filesDays }, goesOn) {
          asked.push(days.conversations, days.deliveries, filesDays, goesOn());
          clock += 100_000;
          asked.push(goesOn());
          return { rows: new Map([['conversations', 3]]), isFinished: false };
        },
      },
      deskSource: { current: async () => ({ ...loaded, desk }) },
      now: () => now,
      elapsed: () => clock,
      keepFilesForDays: 30,
      logger: { info: () => undefined, warn: () => undefined },
    });
    expect(asked).toEqual([7, 90, 30, true, false]);
    expect(more).toBe(true);
  });
});
