import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '#adapters/storage/backup/read-backup.ts';
import { restoreBackup } from '#adapters/storage/backup/restore-backup.ts';
import { writeBackup } from '#adapters/storage/backup/write-backup.ts';
import { connect } from '#adapters/storage/connect.ts';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import type { Database } from '#adapters/storage/database.ts';
import { migrate, readMigrations } from '#adapters/storage/migrate.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createRestoreCommand } from '#bot/cli/restore.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { contentOf, linesOf, rewrite } from '../support/backup-files.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { describeWith } from '../support/needs.ts';
import { createTestLog, makeFolder, openTestStorage } from '../support/storage.ts';
import { buildDelivery, buildNewCase, minutesAfterNoon, noon } from '../support/storage-builders.ts';
import { demoFolder } from '../support/talk.ts';

const folder = await makeFolder();
const at = (name: string) => join(folder.path, name);
const full = at('full.backup');
const backUp = (database: Database, path: string) =>
  writeBackup({ database, now: () => noon, version: '0.1.0' }, path);

const picture = new Uint8Array(300_000).map((_, index) => (index * 7) % 256);
const opened: OpenStorage[] = [];
const openMemory = async () => {
  const storage = await openTestStorage();
  opened.push(storage);
  return storage;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

let caseNumber = '';

/** The demo district, and a working day's traces: a case, a picture, unsent messages, jobs that wait and one under way. */
async function fillUp({ database, storage, desk, images }: OpenStorage): Promise<void> {
  const lines = { write: () => undefined, tell: () => undefined };
  const context = {
    cwd: '.',
    ...lines,
    storage: async () => ({ database, desk, images, deskSource: neverAsked }),
  };
  expect(await runCommand(['import', demoFolder], context)).toBe(0);
  await images.linkKey(new Uint8Array(32));
  await storage.transaction(async (stores) => {
    const made = await stores.cases.create(buildNewCase({ title: 'Ångström “ü” \u2028 rad\n\\två' }));
    caseNumber = made.number;
    await stores.attachments.add({
      id: 'a1',
      at: noon,
      name: 'bild.png',
      contentType: 'image/png',
      bytes: picture,
    });
    await stores.deliveries.add(buildDelivery({ id: 'unsent', caseId: made.id, createdAt: noon }));
    await stores.jobs.enqueue({ name: 'close', data: { caseId: 'now' } });
    await stores.jobs.enqueue(
      { name: 'watch', data: { caseId: 'later', about: 'promise' } },
      { startAfter: new Date(Date.now() + 86_400_000), singletonKey: 'later' },
    );
  });
  await storage.stores.jobs.enqueue({ name: 'offer', data: { caseId: 'under way', upn: 'karin@x' } });
  await database.query(`update jobs.job set state = 'active', started_on = now() where name = 'offer'`);
}

const neverAsked = () => {
  throw new Error('this command does not triage');
};

beforeAll(async () => {
  const source = await openTestStorage();
  await fillUp(source);
  await backUp(source.database, full);
  await source.close();
});

const postgres = await startPostgres();
afterAll(async () => {
  if (!('reason' in postgres)) await postgres.stop();
  await folder.remove();
});

/** What must be there after a restore, found through the stores and not through another backup. */
async function expectAll({ storage, database, jobs }: OpenStorage): Promise<void> {
  const { cases, attachments, deliveries } = storage.stores;
  const { rows } = await database.query('select id from cases');
  const [{ id }] = rows as [{ id: string }];
  expect(await cases.get(id)).toMatchObject({ number: caseNumber, title: 'Ångström “ü” \u2028 rad\n\\två' });
  expect(new Uint8Array((await attachments.get('a1'))?.bytes ?? [])).toEqual(picture);
  expect(await deliveries.leftBehind(minutesAfterNoon(1), 10)).toEqual(['unsent']);
  const next = await storage.transaction((stores) => stores.cases.create(buildNewCase()));
  expect(Number(next.number.slice(3))).toBe(Number(caseNumber.slice(3)) + 1);
  const ran: unknown[] = [];
  const keep = async (data: unknown) => void ran.push(data);
  await jobs.start({ close: keep, offer: keep, watch: keep });
  await expect.poll(() => ran).toHaveLength(2);
  expect(ran).toEqual(expect.arrayContaining([{ caseId: 'now' }, { caseId: 'under way', upn: 'karin@x' }]));
  const waiting = await database.query(
    `select data, singleton_key from jobs.job where name = 'watch' and start_after > now() + interval '23 hours'`,
  );
  expect(waiting.rows).toEqual([{ data: { caseId: 'later', about: 'promise' }, singleton_key: 'later' }]);
}

describeWith(
  {
    name: 'reason' in postgres ? `Postgres (${postgres.reason})` : 'Postgres',
    present: !('reason' in postgres),
  },
  'a backup moved from the embedded engine to Postgres and back',
  () => {
    const newDatabase = () => {
      if ('reason' in postgres) throw new Error(postgres.reason);
      return postgres.createDatabase();
    };
    const restoring = (url: string) => connect({ kind: 'server', url, as: 'vaktis-restore' });

    it('is the same to the last digit, and the bot goes on where it was', async () => {
      const url = await newDatabase();
      const database = await restoring(url);
      await restoreBackup(database, full, { replace: false });
      await backUp(database, at('from-postgres.backup'));
      await database.close();
      expect(await contentOf(at('from-postgres.backup'))).toEqual(await contentOf(full));
      const back = await openMemory();
      await restoreBackup(back.database, at('from-postgres.backup'), { replace: false });
      await backUp(back.database, at('back.backup'));
      expect(await contentOf(at('back.backup'))).toEqual(await contentOf(full));
      opened.push(await openStorage({ kind: 'server', url }, createTestLog()));
      const [, onServer] = opened;
      if (onServer) await expectAll(onServer);
    });

    it('is refused while a server is connected', async () => {
      const url = await newDatabase();
      opened.push(await openStorage({ kind: 'server', url }, createTestLog()));
      const database = await restoring(url);
      await expect(restoreBackup(database, full, { replace: true })).rejects.toThrow('Stop every replica');
      await database.close();
    });
  },
);

describe('a restore into the embedded engine', () => {
  it('fills an empty database only, unless it shall replace', async () => {
    const target = await openMemory();
    await target.storage.transaction((stores) => stores.cases.create(buildNewCase({ title: 'mine' })));
    const refused = restoreBackup(target.database, full, { replace: false });
    await expect(refused).rejects.toThrow('The database is not empty: cases (1)');
    await restoreBackup(target.database, full, { replace: true });
    await expectAll(target);
  });

  it('that fails in the middle leaves what was there', async () => {
    const target = await openMemory();
    const mine = await target.storage.transaction((stores) => stores.cases.create(buildNewCase()));
    await rewrite(full, at('broken.backup'), (lines) =>
      lines.map((line) => line.replace('"caseId": "now"', '"nothing": 1')),
    );
    const failed = restoreBackup(target.database, at('broken.backup'), { replace: true });
    await expect(failed).rejects.toThrow('a job of a kind that is not known: close');
    expect(await target.storage.stores.cases.get(mine.id)).toEqual(mine);
  });

  it('brings an older backup up to date', async () => {
    const older = (await readMigrations()).filter(({ number }) => number <= 9);
    const source = await connect({ kind: 'memory' });
    await migrate(source, older);
    await source.query(
      `insert into contacts (upn, reachable, data) values ('anna@x', true, '{}'); insert into attachments values
       ('old', now(), 'a', 'b', 1, 'x')`,
    );
    await backUp(source, at('older.backup'));
    await source.close();
    const target = await openMemory();
    await restoreBackup(target.database, at('older.backup'), { replace: false });
    expect((await target.database.query('select upn from contacts')).rows).toEqual([{ upn: 'anna@x' }]);
    expect(await migrate(target.database)).toEqual([]);
  });

  it('refuses what a newer Vaktis made', async () => {
    const newer = (change: object) => (lines: readonly string[]) => [
      JSON.stringify({ ...JSON.parse(lines[0] ?? ''), version: '9.0.0', ...change }),
      ...lines.slice(1),
    ];
    const target = await openMemory();
    await rewrite(full, at('newer.backup'), newer({ schema: [1, 9999] }));
    const bySchema = restoreBackup(target.database, at('newer.backup'), { replace: false });
    await expect(bySchema).rejects.toThrow(/made by Vaktis 9\.0\.0 with schema version 9999, and this/);
    await rewrite(full, at('newer.backup'), newer({ format: 2 }));
    const byFormat = restoreBackup(target.database, at('newer.backup'), { replace: false });
    await expect(byFormat).rejects.toThrow('Use the newer version of Vaktis');
  });
});

describe('a damaged backup', () => {
  it('is refused wherever it was cut off', async () => {
    const bytes = await readFile(full);
    const { length } = bytes;
    for (const kept of [0, 1, 5, 100, Math.floor(length / 2), length - 20, length - 8, length - 1]) {
      await writeFile(at('cut.backup'), bytes.subarray(0, kept));
      await expect(verifyBackup(at('cut.backup')), `${kept} of ${length}`).rejects.toThrow(
        /damaged|not a backup/,
      );
    }
  });

  it('is refused when the last lines are missing though the rest is well packed', async () => {
    const text = gunzipSync(await readFile(full)).toString('utf8');
    for (const lines of [-1, -2, -10]) {
      await writeFile(at('cut.backup'), gzipSync(text.split('\n').slice(0, lines).slice(0, -1).join('\n')));
      await expect(verifyBackup(at('cut.backup'))).rejects.toThrow('cut off');
    }
  });

  it('is refused when a byte of it has changed', async () => {
    const bytes = await readFile(full);
    // The first ten bytes say when and where it was packed, which means nothing.
    for (let place = 10; place < bytes.length; place += Math.floor(bytes.length / 40)) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      await writeFile(at('flipped.backup'), changed);
      await expect(verifyBackup(at('flipped.backup')), `byte ${place}`).rejects.toThrow(
        /damaged|not a backup/,
      );
    }
  });

  it('is refused when somebody changed its words', async () => {
    const text = gunzipSync(await readFile(full))
      .toString('utf8')
      .replace('Solrosen', 'Solrusen');
    await writeFile(at('changed.backup'), gzipSync(text));
    await expect(verifyBackup(at('changed.backup'))).rejects.toThrow('its checksum does not fit');
  });

  it.each([
    ['a file that is none', 'hello', 'not a backup'],
    ['other packed text', gzipSync('hello\n'), 'not a backup'],
  ])('is refused when it is %s', async (_, content, sentence) => {
    await writeFile(at('other.backup'), content);
    await expect(verifyBackup(at('other.backup'))).rejects.toThrow(sentence);
    await expect(verifyBackup(at('none.backup'))).rejects.toThrow('There is no such file');
  });
});

describe('a backup that somebody made', () => {
  it('goes into no table but ours, whatever it names', async () => {
    const target = await openMemory();
    const rows = await target.database.query('select count(*) as roles from pg_authid');
    for (const table of ['pg_authid', 'public"."cases']) {
      const columns = ['oid', 'rolname', 'rolsuper'];
      const evil = [
        JSON.stringify({ table, columns }),
        '{"row":{"oid": 99999, "rolname": "mallory", "rolsuper": true}}',
      ];
      await rewrite(full, at('evil.backup'), (lines) => [...lines, ...evil]);
      await expect(restoreBackup(target.database, at('evil.backup'), { replace: true })).rejects.toThrow(
        'does not exist',
      );
    }
    const after = await target.database.query('select count(*) as roles from pg_authid');
    expect(after.rows).toEqual(rows.rows);
  });

  it('is given up when a line of it does not end, before it fills the memory', async () => {
    const head = (await linesOf(full))[0] ?? '';
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${head}\n{"row":`), Buffer.alloc(100_000_000, 32)]), {
      level: 1,
    });
    expect(bomb.length).toBeLessThan(1_500_000);
    await writeFile(at('bomb.backup'), bomb);
    const heldBefore = process.memoryUsage().rss;
    await expect(verifyBackup(at('bomb.backup'))).rejects.toThrow('a line of it does not end');
    expect(process.memoryUsage().rss - heldBefore).toBeLessThan(250_000_000);
  });

  it('gives no object what it has not', async () => {
    const line =
      '{"job":{"name":"close","data":{"caseId":"x"},"singletonKey":null,"startAfter":null,"__proto__":{"polluted":1}}}';
    await rewrite(full, at('proto.backup'), (lines) => [...lines, line]);
    await verifyBackup(at('proto.backup'));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('writing a backup', () => {
  it('leaves nothing behind when it fails, and keeps the file for its owner', async () => {
    const source = await openMemory();
    await expect(backUp(source.database, at('no-such-folder/x.backup'))).rejects.toThrow('ENOENT');
    await source.storage.transaction((stores) => stores.cases.create(buildNewCase()));
    await backUp(source.database, at('kept.backup'));
    expect((await stat(at('kept.backup'))).mode & 0o077).toBe(0);
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });
});

describe('vaktis restore', () => {
  const run = async (folderPath: string, ...argv: string[]) => {
    const said: string[] = [];
    let code = -1;
    const say = (line: string) => void said.push(line);
    const context = { cwd: folder.path, write: say, tell: say, storage: neverAsked };
    const program = new Command().exitOverride();
    const readPlace = () => ({ databaseUrl: null, dataFolder: folderPath });
    createRestoreCommand(readPlace)(program, context, (exit) => {
      code = exit;
    });
    const failure = await program.parseAsync(['restore', ...argv], { from: 'user' }).then(
      () => null,
      (error: Error) => error.message,
    );
    return { code, said: said.join('\n'), failure };
  };

  it('tells what a file holds, and replaces nothing unless it is meant', async () => {
    const looked = await run('unused', 'full.backup', '--check');
    expect(looked).toMatchObject({ code: 0, failure: null });
    expect(looked.said).toContain('The backup is whole: made 2026-11-23T12:00:00.000Z, 1 case, 85 notes');
    const unsure = await run('unused', 'full.backup', '--replace');
    expect(unsure.code).toBe(2);
    expect(unsure.said).toContain('add --yes. Nothing was changed.');
  });

  it('says that a server holds the database', async () => {
    const held = await openDataFolder(at('held'));
    const { failure } = await run(at('held'), 'full.backup');
    expect(failure).toContain(`A server (process ${process.pid}) holds the database. Stop it first`);
    await held.release();
  });
});
