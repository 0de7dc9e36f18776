import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#adapters/storage/connect.ts';
import type { Database } from '#adapters/storage/database.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createAuditLog, readLogHead, searchLog } from '#adapters/storage/privacy/audit-log.ts';
import { verifyLog } from '#adapters/storage/privacy/verify-log.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { onlyDatabase } from '../support/command-storage.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { describeWith } from '../support/needs.ts';
import { createTestLog, openTestStorage } from '../support/storage.ts';
import { buildDelivery, buildNewCase, noon } from '../support/storage-builders.ts';

const roles = await readFile(join(import.meta.dirname, '../../adapters/storage/roles.sql'), 'utf8');
const fill = async (database: Database, from: number, count: number) => {
  const log = createAuditLog(database);
  for (let n = from; n < from + count; n += 1)
    await log.record({ by: `p${n % 3}@x.example`, action: 'case-opened', thing: `case ${n}`, facts: { n } });
};
/** As somebody who owns the database and wants to hide a thing. */
async function tamper(database: Database, statement: string): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('alter table audit_log disable trigger user');
    await client.query(statement);
    await client.query('alter table audit_log enable trigger user');
  });
}

describe('the log of who looked and who changed', () => {
  let opened: OpenStorage;
  let database: Database;
  beforeAll(async () => {
    opened = await openTestStorage();
    database = opened.database;
  });
  afterAll(() => opened.close());

  it('holds pseudonyms, the same for the same person, and is found by name', async () => {
    await fill(database, 0, 6);
    const rows = await searchLog(database, { by: 'p1@x.example', limit: 10 });
    expect(rows.map(({ thing }) => thing)).toEqual(['case 4', 'case 1']);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(1);
    const whole = await database.query('select to_jsonb(l)::text as row from audit_log l');
    expect(JSON.stringify(whole.rows)).not.toContain('x.example');
    expect(await verifyLog(database)).toMatchObject({ rows: 6, faults: [] });
  });

  it('can be added to only', async () => {
    for (const statement of [
      "update audit_log set action = 'nothing' where seq = 2",
      'delete from audit_log where seq = 2',
    ])
      await expect(database.query(statement)).rejects.toThrow(/append-only/);
  });

  it.each([
    ['a changed row', `update audit_log set data = '{}' where seq = 3`, { seq: 3, what: 'changed' }],
    ['another actor', `update audit_log set actor = 'p-other' where seq = 3`, { seq: 3, what: 'changed' }],
    ['a removed row', 'delete from audit_log where seq = 3', { seq: 4, what: 'missing' }],
    ['a removed last row', 'delete from audit_log where seq = 6', { seq: 5, what: 'tail' }],
    ['everything gone', 'delete from audit_log', { seq: 0, what: 'tail' }],
  ])('shows %s', async (_what, statement, fault) => {
    await database.transaction(async (client) => {
      await client.query('alter table audit_log disable trigger user');
      await client.query(statement);
      expect((await verifyLog(client)).faults).toContainEqual(fault);
      await client.query('rollback and chain');
    });
    expect((await verifyLog(database)).faults).toEqual([]);
  });

  it('shows a log that was written anew by whoever keeps an earlier end of it', async () => {
    const { seq, hash } = await readLogHead(database);
    expect((await verifyLog(database, { seq, hash })).faults).toEqual([]);
    expect((await verifyLog(database, { seq, hash: 'f'.repeat(64) })).faults).toEqual([
      { seq, what: 'anchor' },
    ]);
  });

  it('cannot be traced to somebody whose key is gone, and stays whole', async () => {
    await database.query('select forget_pseudonym($1)', ['p1@x.example']);
    expect(await searchLog(database, { by: 'p1@x.example', limit: 10 })).toEqual([]);
    expect((await verifyLog(database)).faults).toEqual([]);
  });

  it('lets rows go whose time is up, from the beginning, and says so', async () => {
    await expect(database.query("select audit_trim(now() - interval '10 days')")).rejects.toThrow(/a year/);
    await tamper(
      database,
      `with old as (select seq, at - interval '3 years' as at from audit_log where seq <= 2)
       update audit_log l set at = old.at from old where l.seq = old.seq`,
    );
    await database.query("select audit_trim(now() - interval '2 years')");
    const verdict = await verifyLog(database);
    expect(verdict).toMatchObject({ faults: [], head: { from_seq: 2 } });
    expect(await searchLog(database, { action: 'log-trimmed', limit: 1 })).toMatchObject([
      { actor: 'vaktis', data: { through: 2 } },
    ]);
  });

  it('hears of secret facts, roles and duty whoever writes them, and not of other changes', async () => {
    const before = (await readLogHead(database)).seq;
    const item = await opened.storage.stores.cases.create(buildNewCase());
    await opened.storage.stores.cases.addEvent({
      caseId: item.id,
      at: noon,
      kind: 'secret-fact-shown',
      actor: 'karin@x.example',
      data: { name: 'alarm_code' },
    });
    const change = (kind: string, from: object, to: object) =>
      database.query(
        `insert into changes (at, revision, kind, item_id, by_upn, way, before, after)
         values (now(), 1, $1, 'hanna@x.example', 'chef@x.example', 'tab', $2, $3)`,
        [kind, JSON.stringify(from), JSON.stringify(to)],
      );
    await change('person', { roles: ['staff'], phone: '1' }, { roles: ['staff'], phone: '2' });
    await change('person', { roles: ['staff'] }, { roles: ['staff', 'admin'] });
    await change('technician', { duty: 'off' }, { duty: 'Mo' });
    await change('site', { name: 'a' }, { name: 'b' });
    const rows = await searchLog(database, { limit: 10 });
    expect(rows.filter(({ seq }) => seq > before).map(({ action }) => action)).toEqual([
      'rota-changed',
      'roles-changed',
      'secret-fact-shown',
    ]);
    expect(rows.find(({ action }) => action === 'roles-changed')?.data).toMatchObject({
      from: ['staff'],
      to: ['staff', 'admin'],
    });
  });
});

const postgres = await startPostgres();
const reason = 'reason' in postgres ? `Postgres (${postgres.reason})` : 'Postgres';
describeWith({ name: reason, present: !('reason' in postgres) }, 'on a server', () => {
  let url = '';
  let owner: Database;
  let server: OpenStorage;
  beforeAll(async () => {
    if ('reason' in postgres) throw new Error(postgres.reason);
    url = await postgres.createDatabase();
    owner = await connect({ kind: 'server', url });
    const context = { cwd: '.', write: () => undefined, tell: () => undefined };
    const storage = async () => onlyDatabase(owner);
    expect(await runCommand(['migrate'], { ...context, storage })).toBe(0);
    await owner.query(roles);
    await owner.query(roles);
    await owner.query("alter role vaktis_app login password 'only-here'");
    const asApp = new URL(url);
    asApp.username = 'vaktis_app';
    asApp.password = 'only-here';
    server = await openStorage({ kind: 'server', url: asApp.toString() }, createTestLog());
  });
  afterAll(async () => {
    await server?.close();
    await owner?.close();
    if (!('reason' in postgres)) await postgres.stop();
  });

  it('serves as a role that owns nothing: cases, the outbox, jobs, learning, the log', async () => {
    const { stores } = server.storage;
    const item = await server.storage.transaction(async (inside) => {
      const made = await inside.cases.create(buildNewCase());
      await inside.deliveries.add(buildDelivery({ id: 'd1', caseId: made.id, createdAt: noon }));
      await inside.jobs.enqueue({ name: 'watch', data: { caseId: made.id, about: 'promise' } });
      return made;
    });
    expect(await stores.cases.save({ ...item, title: 'Ny titel' })).toMatchObject({ title: 'Ny titel' });
    await stores.cases.addEvent({
      caseId: item.id,
      at: noon,
      kind: 'secret-fact-shown',
      actor: 'k@x',
      data: {},
    });
    await stores.audit?.record({ by: 'k@x', action: 'case-opened', thing: `case ${item.id}` });
    expect(await stores.deliveries.claim('d1', noon, noon)).not.toBeNull();
    await stores.jobs.enqueue(
      { name: 'daily', data: { what: 'check' } },
      { startAfter: new Date(Date.now() + 60_000), singletonKey: 'daily-check' },
    );
    await server.database.query('delete from deliveries where id = $1', ['d1']);
    expect(await verifyLog(server.database)).toMatchObject({ rows: 2, faults: [] });
  });

  it('runs the jobs as that role', async () => {
    const done = new Promise<string>((resolve) => {
      const nothing = async () => undefined;
      const handlers = { escalate: nothing, offer: nothing, 'send-to-contractor': nothing, alert: nothing };
      void server.jobs.start({
        ...handlers,
        'contractor-line': nothing,
        'follow-contractor': nothing,
        watch: nothing,
        daily: nothing,
        close: async ({ caseId }) => resolve(caseId),
        summarise: nothing,
        deliver: nothing,
      });
    });
    await server.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c9' } });
    expect(await done).toBe('c9');
  });

  it.each([
    'create table mine (a text)',
    'alter table cases add column mine text',
    'drop table cases',
    'truncate audit_log',
    "insert into audit_log values (99, now(), 'a', 'b', null, null, '{}', '', '')",
    "update audit_log set action = 'nothing'",
    'delete from audit_log',
    'update audit_head set seq = 0',
    'update audit_head set from_seq = 99',
    'select * from pseudonym_keys',
    'delete from pseudonym_keys',
    'delete from migrations',
    'alter table audit_log disable trigger user',
    'set session_replication_role = replica',
    'create or replace function audit_append(text, text, text, text, jsonb) returns bigint language sql as $$ select 1::bigint $$',
    'create schema mine',
  ])('is refused: %s', async (statement) => {
    await expect(server.database.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('keeps one whole chain when two processes write at once', async () => {
    const before = (await readLogHead(owner)).seq;
    await Promise.all([
      ...[0, 1, 2, 3].map((part) => fill(server.database, part * 25, 25)),
      ...[0, 1, 2, 3].map((part) => fill(owner, 1_000 + part * 25, 25)),
    ]);
    const verdict = await verifyLog(owner);
    expect(verdict).toMatchObject({ faults: [], head: { seq: before + 200 } });
  });
});
