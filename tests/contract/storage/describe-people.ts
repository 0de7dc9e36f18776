import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createPeopleStore } from '#adapters/storage/people-store.ts';
import { readSchemaState } from '#adapters/storage/schema-state.ts';
import { buildDirectoryPerson } from '../../support/directory.ts';
import type { Engine, Place } from './engine.ts';

/** What came from the organisation's directory, and how the schema stands to this version. */
export function describePeople(engine: Engine): void {
  describe('people of the directory', () => {
    let place: Place;
    let opened: OpenStorage;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });

    it('are read as they were written, marked, and removed', async () => {
      const store = createPeopleStore(opened.database);
      const at = new Date('2026-11-23T08:00:00.000Z');
      const none = { add: [], update: [], leave: [], forget: [] };
      const eva = buildDirectoryPerson({ siteIds: ['solen', 'skolan'], language: 'sv' });
      const about = async () => ({ at, source: 'graph' as const, basedOn: (await store.load()).revision });
      await store.apply({ ...none, add: [eva] }, await about());
      expect((await store.load()).directory).toEqual([eva]);
      const gone = { ...eva, office: null, inactiveSince: at };
      await store.apply({ ...none, leave: [gone] }, await about());
      expect((await store.load()).directory).toEqual([gone]);
      expect(await store.lastSync()).toEqual({ at, source: 'graph', known: 0, left: 1 });
      await store.apply({ ...none, forget: [gone] }, await about());
      expect((await store.load()).directory).toEqual([]);
    });

    it('tell by contact who is reached, by name and by object id', async () => {
      await opened.database.query(
        `insert into contacts (upn, aad_object_id, reachable, data) values
           ('a@desk.example', 'AAD-1', true, '{}'), ('b@desk.example', null, false, '{}')`,
      );
      expect([...(await createPeopleStore(opened.database).reach())].sort()).toEqual([
        ['a@desk.example', 'reached'],
        ['b@desk.example', 'blocked'],
        ['oid:aad-1', 'reached'],
      ]);
    });

    it('stand in a schema that is known to be up to date, older or newer', async () => {
      expect(await readSchemaState(opened.database)).toEqual({ kind: 'current' });
      const later = { number: 9_999, name: '9999-later.sql', sql: '' };
      expect(await readSchemaState(opened.database, [later])).toEqual({
        kind: 'old',
        missing: ['9999-later.sql'],
      });
      expect(await readSchemaState(opened.database, [{ ...later, number: 1 }])).toMatchObject({
        kind: 'new',
        ours: 1,
      });
    });
  });
}
