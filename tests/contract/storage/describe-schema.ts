import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '#adapters/storage/migrate.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { dumpSchema } from '#adapters/storage/schema-dump.ts';
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

    it('of a newer version is refused with what to do', async () => {
      const [first] = opened;
      if (first === undefined) throw new Error('nothing is open');
      await expect(migrate(first.database)).rejects.toThrow('Start the newer version of Vaktis');
    });
  });
}
