import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNewer, migrate, readMigrations } from '#adapters/storage/migrate.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { dumpSchema } from '#adapters/storage/schema-dump.ts';
import { createTestLog } from '../../support/storage.ts';
import { buildNewCase } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

export function describeSchema(engine: Engine): void {
  describe('the schema', () => {
    let place: Place;
    let opened: OpenStorage[];
    beforeAll(async () => {
      place = await engine.newPlace();
      // Two processes start at once on an empty database, where the engine lets two in.
      opened = await Promise.all((engine.shared ? [1, 2] : [1]).map(() => place.open()));
    });
    afterAll(async () => {
      await Promise.all(opened.map((one) => one.close()));
      await place.remove();
    });

    const database = () => {
      const [first] = opened;
      if (first === undefined) throw new Error('nothing is open');
      return first.database;
    };

    it('is what the committed dump says (npm run schema writes it)', async () => {
      for (const { database } of opened) {
        expect(await dumpSchema(database)).toBe(await readFile('adapters/storage/schema.sql', 'utf8'));
      }
    });

    it('is migrated once, also by two that begin at the same time', async () => {
      const added = { number: 9000, name: '9000-test.sql', sql: 'create table only_once (id text);' };
      const all = [...(await readMigrations()), added];
      const [first] = opened;
      if (first === undefined) throw new Error('nothing is open');
      const second = opened[1] ?? first;
      const ran = await Promise.all([migrate(first.database, all), migrate(second.database, all)]);
      expect(ran.flat()).toEqual(['9000-test.sql']);
    });

    it('of a newer version that only added is served by an older one, which says so', async () => {
      expect(await findNewer(database())).toEqual(['9000-test.sql']);
      if (!engine.shared) return;
      const log = createTestLog();
      const older = await place.open(log);
      expect(log.lines.join()).toContain('A newer version of Vaktis has migrated the database.');
      const made = await older.storage.transaction((stores) => stores.cases.create(buildNewCase()));
      expect(await older.storage.stores.cases.get(made.id)).toEqual(made);
      await older.close();
    });

    it('of a newer version that an older one would harm is refused with what to do', async () => {
      const all = await readMigrations();
      const sql = 'create table another (id text);';
      const breaking = { number: 9001, name: '9001-test.sql', sql, breaksOlder: 'a column moved' };
      const added = { number: 9000, name: '9000-test.sql', sql: '' };
      expect(await migrate(database(), [...all, added, breaking])).toEqual(['9001-test.sql']);
      await expect(migrate(database())).rejects.toThrow('Start the newer version of Vaktis');
    });
  });
}
