import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import type { Note } from '#knowledge/note.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import { buildNote } from '../../support/build-note.ts';
import { buildPerson, buildSettings, buildSite, buildTechnician } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

const items: DeskItem[] = [
  { kind: 'settings', id: 'desk', value: buildSettings() },
  { kind: 'site', id: 'solrosen', value: buildSite() },
  { kind: 'person', id: 'anna@ekbacken.example', value: buildPerson() },
  { kind: 'technician', id: 'karin@ekbacken.example', value: buildTechnician() },
  noteItem({ id: '_shared/natfiske', title: 'Nätfiske' }),
  noteItem({ id: 'solrosen/skrivaren', title: 'Skrivaren', lastVerified: '2026-09-14' }),
];

/** The tests follow one desk through its life, in order. */
export function describeDesk(engine: Engine): void {
  describe('the desk', () => {
    let place: Place;
    let opened: OpenStorage;
    let fed: number[];
    let source: ReturnType<OpenStorage['deskSource']>;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
      fed = [];
      source = opened.deskSource((notes) => {
        fed.push(notes.length);
        return searchOf(notes);
      });
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });

    it('is empty before the first import, and says so', async () => {
      expect(await opened.desk.load()).toEqual({ items: [], lastImported: new Map(), revision: '0' });
      await expect(source.current()).rejects.toThrow('import a desk folder');
    });

    it('comes back from an import as it went in, with progress on the way', async () => {
      const progress: number[] = [];
      await apply(opened, items, [], ({ done, total }) => progress.push(done / total));
      const stored = await opened.desk.load();
      expect(stored.items.map(fingerprintOf).sort()).toEqual(items.map(fingerprintOf).sort());
      expect(stored.lastImported).toEqual(new Map(items.map((item) => [keyOf(item), fingerprintOf(item)])));
      expect(progress.at(-1)).toBe(1);
      const { desk, notes } = await source.current();
      expect(desk.sites.get('solrosen')?.aliases).toEqual(['Solan']);
      expect(notes.get('solrosen/skrivaren')?.lastVerified).toBe('2026-09-14');
    });

    it('is read again only after a change, and then the same objects serve what did not change', async () => {
      const before = await source.current();
      expect(await source.current()).toBe(before);
      expect(fed).toEqual([2]);
      await apply(opened, [noteItem({ id: 'solrosen/wifi' })], []);
      const [after, same] = await Promise.all([source.current(), source.current()]);
      expect(after).toBe(same);
      expect(after.desk).toBe(before.desk);
      expect(after.notes.get('_shared/natfiske')).toBe(before.notes.get('_shared/natfiske'));
      expect(fed).toEqual([2, 3]);
    });

    it('shows what another process changed a quarter of a second later at most, without asking each time', async () => {
      let elapsed = 0;
      let asked = 0;
      const counted = {
        ...opened.database,
        query: (text: string, values?: readonly unknown[]) => {
          asked += 1;
          return opened.database.query(text, values);
        },
      };
      const elsewhere = createDeskSource(counted, searchOf, () => elapsed);
      const before = await elsewhere.current();
      const rename = async (title: string) => {
        await opened.database.query('update desk set revision = revision + 1');
        await opened.database.query(
          `update notes set data = jsonb_set(data, '{title}', to_jsonb($1::text)),
             revision = (select revision from desk) where id = 'solrosen/wifi'`,
          [title],
        );
      };
      await rename('Ny rubrik');
      elapsed = 249;
      const asPrepared = asked;
      expect(await elsewhere.current()).toBe(before);
      expect(asked).toBe(asPrepared);
      elapsed = 250;
      expect((await elsewhere.current()).notes.get('solrosen/wifi')?.title).toBe('Ny rubrik');
      await rename(before.notes.get('solrosen/wifi')?.title ?? '');
    });

    it('shows a confirmation of a note at once, never moves the date back, and shows it as edited here', async () => {
      const confirm = (date: string) =>
        opened.storage.transaction((stores) =>
          stores.knowledge.confirmNote({
            noteId: 'solrosen/skrivaren',
            date,
            byUpn: 'karin@x',
            way: 'visit',
          }),
        );
      const feedings = fed.length;
      await confirm('2026-11-23');
      await confirm('2026-10-01');
      expect((await source.current()).notes.get('solrosen/skrivaren')?.lastVerified).toBe('2026-11-23');
      expect(fed.length).toBe(feedings);
      const { items: now, lastImported } = await opened.desk.load();
      const edited = now.filter((item) => fingerprintOf(item) !== lastImported.get(keyOf(item)));
      expect(edited.map(keyOf)).toEqual(['note:solrosen/skrivaren']);
      await expect(
        opened.storage.stores.knowledge.confirmNote({
          noteId: 'no',
          date: '2026-11-23',
          byUpn: 'x',
          way: 'press',
        }),
      ).rejects.toThrow('no note no');
    });

    it('forgets what is removed', async () => {
      await apply(
        opened,
        [],
        [
          { kind: 'note', id: 'solrosen/wifi' },
          { kind: 'person', id: 'anna@ekbacken.example' },
        ],
      );
      const { desk, notes } = await source.current();
      expect(notes.get('solrosen/wifi')).toBeNull();
      expect(desk.people.size).toBe(0);
    });

    it('refuses an import that was planned on an older desk, and changes nothing', async () => {
      const { revision } = await opened.desk.load();
      const changes = { upsert: [noteItem({ id: 'a/b' })], remove: [], imported: new Map(), basedOn: '1' };
      await expect(opened.desk.applyChanges(changes)).rejects.toThrow('import again');
      expect((await opened.desk.load()).revision).toBe(revision);
    });
  });
}

async function apply(
  opened: OpenStorage,
  upsert: DeskItem[],
  remove: Parameters<OpenStorage['desk']['applyChanges']>[0]['remove'],
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<void> {
  const imported = new Map(upsert.map((item) => [keyOf(item), fingerprintOf(item)]));
  const { revision: basedOn } = await opened.desk.load();
  await opened.desk.applyChanges({ upsert, remove, imported, basedOn }, onProgress);
}

function noteItem(overrides: Partial<Note> & Pick<Note, 'id'>): DeskItem {
  const value = buildNote(overrides);
  return { kind: 'note', id: value.id, value };
}

function searchOf(notes: readonly Note[]): NoteSearch {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return { search: () => [], get: (id) => byId.get(id) ?? null, all: () => notes };
}
