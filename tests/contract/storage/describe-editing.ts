import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { NotAllowed } from '#bot/errors.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import type { EditRequest } from '#knowledge/review/desk-editing.ts';
import { buildNote } from '../../support/build-note.ts';
import { buildSettings, buildSite } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

const at = new Date('2026-11-23T09:00:00Z');
const request = (id: string, change: Partial<EditRequest<'note'>> = {}): EditRequest<'note'> => ({
  kind: 'note',
  id,
  by: 'ada@desk.example',
  at,
  way: 'tab',
  ...change,
});

export function describeEditing(engine: Engine): void {
  describe('editing the desk', () => {
    let place: Place;
    let opened: OpenStorage;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
      await importNote('solrosen/skrivaren', 'Skrivaren');
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });

    async function importNote(id: string, title: string): Promise<void> {
      const upsert: DeskItem[] = [
        { kind: 'settings', id: 'desk', value: buildSettings() },
        { kind: 'site', id: 'solrosen', value: buildSite() },
        { kind: 'note', id, value: buildNote({ id, title, extra: { colour: 'red' } }) },
      ];
      const { revision: basedOn } = await opened.desk.load();
      const imported = new Map(upsert.map((item) => [keyOf(item), fingerprintOf(item)]));
      await opened.desk.applyChanges({ upsert, remove: [], imported, basedOn });
    }
    const history = async (id: string) =>
      (await opened.editing.changes({ kind: 'note', id, limit: 50 })).items;

    it('reads an item with its version, and null for what is not there', async () => {
      const stored = await opened.editing.read('note', 'solrosen/skrivaren');
      expect(stored?.value).toMatchObject({ title: 'Skrivaren', extra: { colour: 'red' } });
      expect(stored?.version).toBeGreaterThan(0);
      expect(await opened.editing.read('site', 'nowhere')).toBeNull();
    });

    it('keeps what was before, after, who, when and how with every change', async () => {
      const stored = await opened.editing.edit(request('solrosen/skrivaren'), ({ current }) => ({
        ...buildNote(),
        ...current?.value,
        title: 'Kopiatorn',
      }));
      const [newest, oldest] = await history('solrosen/skrivaren');
      expect(newest).toMatchObject({
        kind: 'note',
        id: 'solrosen/skrivaren',
        version: stored?.version,
        byUpn: 'ada@desk.example',
        way: 'tab',
        at,
        before: { title: 'Skrivaren', extra: { colour: 'red' } },
        after: { title: 'Kopiatorn', extra: { colour: 'red' } },
      });
      expect(oldest).toMatchObject({ way: 'import', byUpn: null, before: null });
    });

    it('takes an equal value for no change', async () => {
      const before = await opened.editing.read('note', 'solrosen/skrivaren');
      const after = await opened.editing.edit(
        request('solrosen/skrivaren'),
        ({ current }) => current?.value ?? null,
      );
      expect(after).toEqual(before);
      expect(await history('solrosen/skrivaren')).toHaveLength(2);
    });

    it('shows what an editor saw, however often it was changed since, and by whom', async () => {
      const id = 'solrosen/natet';
      const write = (title: string, by: string) =>
        opened.editing.edit(request(id, { by }), () => buildNote({ id, title }));
      const first = await write('Ett', 'a@desk.example');
      await write('Två', 'b@desk.example');
      await write('Tre', 'c@desk.example');
      await opened.editing.edit(request(id, { basedOn: first?.version ?? 0 }), (basis) => {
        expect(basis.base?.title).toBe('Ett');
        expect(basis.current?.value.title).toBe('Tre');
        expect(basis.changedBy).toBe('c@desk.example');
        return buildNote({ id, title: 'Fyra' });
      });
    });

    it('changes nothing when the editor may not', async () => {
      const edit = opened.editing.edit(request('solrosen/skrivaren'), () => {
        throw new NotAllowed('not yours');
      });
      await expect(edit).rejects.toThrow(NotAllowed);
      expect((await opened.editing.read('note', 'solrosen/skrivaren'))?.value.title).toBe('Kopiatorn');
    });

    it('removes and brings back, and both are told', async () => {
      const id = 'solrosen/bort';
      await opened.editing.edit(request(id), () => buildNote({ id, title: 'Bort' }));
      expect(await opened.editing.edit(request(id), () => null)).toBeNull();
      expect(await opened.editing.read('note', id)).toBeNull();
      const [removed] = await history(id);
      expect(removed).toMatchObject({ before: { title: 'Bort' }, after: null });
    });

    it('loses nothing when 20 editors save at once', async () => {
      const id = 'solrosen/alla';
      await opened.editing.edit(request(id), () => buildNote({ id, title: 'Alla' }));
      const editors = Array.from({ length: 20 }, (_, index) => `symptom ${index}`);
      await Promise.all(
        editors.map((symptom) =>
          opened.editing.edit(request(id, { by: symptom }), ({ current }) => ({
            ...buildNote({ id }),
            ...current?.value,
            symptoms: [...(current?.value.symptoms ?? []), symptom],
          })),
        ),
      );
      const stored = await opened.editing.read('note', id);
      expect([...(stored?.value.symptoms ?? [])].sort()).toEqual([...editors].sort());
      expect(await history(id)).toHaveLength(21);
    });

    it('tells of an import that changes and removes', async () => {
      await importNote('solrosen/skrivaren', 'Ny titel');
      expect((await history('solrosen/skrivaren'))[0]).toMatchObject({
        way: 'import',
        before: { title: 'Kopiatorn' },
        after: { title: 'Ny titel' },
      });
      const { revision: basedOn } = await opened.desk.load();
      const remove = [{ kind: 'note', id: 'solrosen/skrivaren' }] as const;
      await opened.desk.applyChanges({ upsert: [], remove: [...remove], imported: new Map(), basedOn });
      expect((await history('solrosen/skrivaren'))[0]).toMatchObject({ way: 'import', after: null });
    });

    it('tells of a confirmation in chat', async () => {
      await opened.storage.stores.knowledge.confirmNote({
        noteId: 'solrosen/natet',
        date: '2026-11-20',
        byUpn: 'karin@desk.example',
        way: 'visit',
      });
      expect((await history('solrosen/natet'))[0]).toMatchObject({
        way: 'visit',
        byUpn: 'karin@desk.example',
        before: { lastVerified: null },
        after: { lastVerified: '2026-11-20' },
      });
    });

    it('keeps who was last asked about a note, and moves its review when it is confirmed', async () => {
      const { knowledge } = opened.storage.stores;
      const asked = { noteId: 'solrosen/natet', at, toUpn: 'a@desk.example' };
      await knowledge.keepReminder(asked);
      await knowledge.keepReminder({ ...asked, toUpn: 'b@desk.example' });
      expect(await knowledge.reminders()).toEqual([{ ...asked, toUpn: 'b@desk.example' }]);
      await knowledge.confirmNote({
        noteId: 'solrosen/natet',
        date: '2026-11-23',
        byUpn: 'b@desk.example',
        way: 'press',
        reviewBy: '2027-05-24',
      });
      const stored = await opened.editing.read('note', 'solrosen/natet');
      expect(stored?.value).toMatchObject({ lastVerified: '2026-11-23', reviewBy: '2027-05-24' });
    });

    it('pages through all changes, the newest first', async () => {
      const first = await opened.editing.changes({ limit: 2 });
      const cursor = first.items.at(-1)?.seq ?? 0;
      const next = await opened.editing.changes({ limit: 100, beforeSeq: cursor });
      expect(first.items.length + next.items.length).toBe(first.total);
      expect(next.items.every(({ seq }) => seq < cursor)).toBe(true);
    });
  });
}
