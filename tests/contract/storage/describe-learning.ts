import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLessonDesk } from '#adapters/storage/lesson-store.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createSuggestionDesk } from '#adapters/storage/suggestion-store.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';
import { buildNote } from '../../support/build-note.ts';
import { buildSettings } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

const at = new Date('2026-11-23T09:00:00+01:00');
const asked = 'kanonen i lekhallen visar ingenting';
const note = buildNote({ id: '_shared/projektor', title: 'Projektorn är svart', symptoms: ['svart bild'] });
const items: DeskItem[] = [
  { kind: 'settings', id: 'desk', value: buildSettings() },
  { kind: 'note', id: note.id, value: note },
];

/** The tests follow one note through what it learns, in order. */
export function describeLearning(engine: Engine): void {
  describe('what people say of a note', () => {
    let place: Place;
    let opened: OpenStorage;
    let source: ReturnType<OpenStorage['deskSource']>;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
      const imported = new Map(items.map((item) => [keyOf(item), fingerprintOf(item)]));
      await opened.desk.applyChanges({ upsert: items, remove: [], imported, basedOn: '0' });
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });
    /** Another process, so that nothing is remembered. */
    const scoreNow = async () => {
      source = opened.deskSource((notes) => createNoteSearch(notes, { timezone: 'Europe/Stockholm' }));
      const { notes } = await source.current();
      const [hit] = notes.search({ text: asked, site: null, audience: 'staff', at, limit: 3 });
      return { score: hit?.score ?? 0, learned: hit?.learned ?? 0 };
    };
    const say = (byUpn: string, outcome: 'solved' | 'not-solved', text: string | null = asked) =>
      opened.storage.stores.knowledge.addOutcome({ noteId: note.id, at, outcome, byUpn, caseId: null, text });

    it('moves it, is listed, and can be undone', async () => {
      const before = await scoreNow();
      await say('a@x', 'solved', null);
      expect(await scoreNow()).toEqual(before);
      await say('a@x', 'solved');
      await say('b@x', 'solved', 'Hej, ingenting visar kanonen i lekhallen');
      const after = await scoreNow();
      expect(after.learned).toBeCloseTo(0.08);
      expect(after.score).toBeCloseTo(before.score + 0.08);

      const lessons = createLessonDesk(opened.database);
      const [learned, ...more] = await lessons.list();
      expect(more).toEqual([]);
      expect(learned).toMatchObject({ noteId: note.id, lessons: [{ byUpn: 'b@x' }, { byUpn: 'a@x' }] });
      expect(await lessons.undo({ id: learned?.id ?? '', at })).toBe(2);
      expect(await scoreNow()).toEqual(before);
      expect(await lessons.list()).toEqual([]);
      await expect(lessons.undo({ id: learned?.id ?? '', at })).rejects.toThrow('nothing learned');
      await expect(lessons.undo({ id: "1' or true", at })).rejects.toThrow('is no id');
      expect(await opened.storage.stores.knowledge.outcomes(note.id)).toHaveLength(3);
    });

    it('suggests wordings, counted by person, and one press makes a symptom that the search finds', async () => {
      const { knowledge } = opened.storage.stores;
      const suggest = (wording: string, byUpn: string) =>
        knowledge.suggestSymptom({ noteId: note.id, key: wordingKey(wording), wording, byUpn, at });
      await suggest('duken lyser blått', 'a@x');
      await suggest('duken lyser blått', 'a@x');
      await suggest('blått lyser duken!', 'b@x');
      await suggest('bilden hoppar', 'a@x');
      const suggestions = createSuggestionDesk(opened.database);
      const [first, second] = await suggestions.list({ status: 'open', limit: 10 });
      expect(first).toMatchObject({
        noteId: note.id,
        wording: 'duken lyser blått',
        count: 2,
        status: 'open',
      });
      expect(second).toMatchObject({ wording: 'bilden hoppar', count: 1 });

      const decision = { byUpn: 'karin@x', at };
      await suggestions.accept({ id: first?.id ?? '', ...decision });
      await suggestions.refuse({ id: second?.id ?? '', ...decision });
      expect(await suggestions.list({ status: 'open', limit: 10 })).toEqual([]);
      await expect(suggestions.accept({ id: second?.id ?? '', ...decision })).rejects.toThrow(
        'refused already',
      );
      await expect(suggestions.refuse({ id: '999999', ...decision })).rejects.toThrow('no suggestion');
      await expect(suggestions.refuse({ id: 'x', ...decision })).rejects.toThrow('no suggestion');

      const { notes } = await source.current();
      expect(notes.get(note.id)?.symptoms).toEqual(['svart bild', 'duken lyser blått']);
      const query = { site: null, audience: 'staff' as const, at, limit: 3 };
      expect(notes.search({ text: 'duken lyser blått', ...query })[0]?.note.id).toBe(note.id);
    });

    it('adds a symptom at once when that is asked for, and never what was refused', async () => {
      const { knowledge } = opened.storage.stores;
      const add = (wording: string) =>
        opened.storage.transaction((stores) =>
          stores.knowledge.addSymptom({
            noteId: note.id,
            key: wordingKey(wording),
            wording,
            byUpn: 'karin@x',
            at,
          }),
        );
      expect(await add('bilden flimrar')).toBe(true);
      expect(await add('bilden flimrar')).toBe(false);
      expect(await add('bilden hoppar')).toBe(false);
      const { notes } = await source.current();
      expect(notes.get(note.id)?.symptoms).toEqual(['svart bild', 'duken lyser blått', 'bilden flimrar']);
      const gone = { noteId: '_shared/borta', key: 'x', wording: 'x', byUpn: 'karin@x', at };
      await expect(knowledge.addSymptom(gone)).rejects.toThrow('no note _shared/borta');
    });

    it('leaves the note edited here, so that the next import shows the conflict', async () => {
      const { items: stored, lastImported } = await opened.desk.load();
      const edited = stored.filter((item) => fingerprintOf(item) !== lastImported.get(keyOf(item)));
      expect(edited.map(keyOf)).toEqual([`note:${note.id}`]);
    });

    it('does not suggest again what was refused', async () => {
      const wording = 'bilden hoppar';
      const { knowledge } = opened.storage.stores;
      await knowledge.suggestSymptom({
        noteId: note.id,
        key: wordingKey(wording),
        wording,
        byUpn: 'c@x',
        at,
      });
      const suggestions = createSuggestionDesk(opened.database);
      expect(await suggestions.list({ status: 'open', limit: 10 })).toEqual([]);
      expect(await suggestions.list({ status: 'refused', limit: 10 })).toMatchObject([{ count: 3 }]);
    });
  });
}
