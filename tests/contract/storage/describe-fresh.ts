import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CreateNoteSearch, createDeskSource } from '#adapters/storage/desk-source.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createSuggestionDesk } from '#adapters/storage/suggestion-store.ts';
import { createTaughtDeskSource } from '#adapters/storage/taught-desk-source.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../../support/build-note.ts';
import { buildSettings } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

const at = new Date('2026-11-23T09:00:00+01:00');
/** How many milliseconds later another process must find what was saved, by its own clock. */
const promised = 2_000;

/** Two processes on one Postgres. */
export function describeFresh(engine: Engine): void {
  describe('what is saved', () => {
    let place: Place;
    let opened: OpenStorage[];
    let here: DeskSource;
    let there: DeskSource;
    let elapsed = 0;
    const pass = () => {
      elapsed += promised;
    };
    beforeAll(async () => {
      place = await engine.newPlace();
      const [one, other] = [await place.open(), await place.open()];
      opened = [one, other];
      await save(one, { kind: 'settings', id: 'desk', value: buildSettings() });
      await save(one, noteOf('_shared/gammal', 'Telefonen ringer inte'));
      [here, there] = [sourceOf(one, () => elapsed), sourceOf(other, () => elapsed)];
    });
    afterAll(async () => {
      for (const storage of opened) await storage.close();
      await place.remove();
    });
    const one = () => {
      const [first] = opened;
      if (first === undefined) throw new Error('not opened');
      return first;
    };
    const find = async (source: DeskSource, text: string) => {
      const { notes } = await source.current();
      return notes.search({ text, site: null, audience: 'staff', at, limit: 1 })[0]?.note.id ?? null;
    };

    it('is found by the next question here, and within two seconds in another process', async () => {
      for (const [id, title] of [
        ['_shared/ny', 'Skrivaren har pappersstopp'],
        ['_shared/nyare', 'Projektorn är svart'],
      ] as const) {
        expect([await find(here, title), await find(there, title)]).not.toContain(id);
        await save(one(), noteOf(id, title));
        expect(await find(here, title)).toBe(id);
        pass();
        expect(await find(there, title)).toBe(id);
      }
    });

    it('is so too for a changed note, an accepted symptom, and one that is archived', async () => {
      await save(one(), noteOf('_shared/ny', 'Högtalaren sprakar'));
      expect(await find(here, 'högtalaren sprakar')).toBe('_shared/ny');
      pass();
      expect(await find(there, 'högtalaren sprakar')).toBe('_shared/ny');

      const { knowledge } = one().storage.stores;
      const wording = 'brummar i aulan';
      await knowledge.suggestSymptom({ noteId: '_shared/ny', key: wording, wording, byUpn: 'a@x', at });
      const suggestions = createSuggestionDesk(one().database);
      const [suggestion] = await suggestions.list({ status: 'open', limit: 1 });
      await suggestions.accept({ id: suggestion?.id ?? '', byUpn: 'karin@x', at });
      expect(await find(here, wording)).toBe('_shared/ny');
      pass();
      expect(await find(there, wording)).toBe('_shared/ny');

      await save(one(), noteOf('_shared/ny', 'Högtalaren sprakar', 'archived'));
      expect(await find(here, 'högtalaren sprakar')).not.toBe('_shared/ny');
      pass();
      expect(await find(there, 'högtalaren sprakar')).not.toBe('_shared/ny');
    });

    it('shows by the database alone, when nothing in this process knows of the change', async () => {
      const { value } = noteOf('_shared/annan', 'Mikrofonen tjuter');
      await find(there, 'mikrofonen tjuter');
      // What desk-repository.ts writes, by hand: its own count of changes must not be what gives it away.
      await one().database.query(
        `with moved as (update desk set revision = revision + 1 returning revision)
         insert into notes (id, data, revision) select $1, $2, revision from moved`,
        ['_shared/annan', JSON.stringify(value)],
      );
      pass();
      expect(await find(there, 'mikrofonen tjuter')).toBe('_shared/annan');
    });

    it('is what people say of a note, too', async () => {
      const learned = async (source: DeskSource) => {
        const { notes } = await source.current();
        const [hit] = notes.search({
          text: 'telefonen ringer inte',
          site: null,
          audience: 'staff',
          at,
          limit: 1,
        });
        return hit?.learned ?? 0;
      };
      const outcome = { noteId: '_shared/gammal', at, outcome: 'not-solved', caseId: null } as const;
      const said = { ...outcome, byUpn: 'a@x', text: 'telefonen ringer inte' };
      await one().storage.stores.knowledge.addOutcome(said);
      pass();
      expect(await learned(there)).toBeCloseTo(-0.04);
      expect(await learned(here)).toBeCloseTo(-0.04);
    });
  });
}

/** As open-storage.ts makes it, on a clock that the test moves. */
function sourceOf({ database }: OpenStorage, elapsed: () => number): DeskSource {
  const searchOf: CreateNoteSearch = (notes) => createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
  return createTaughtDeskSource(createDeskSource(database, searchOf, elapsed), database, elapsed);
}

async function save(storage: OpenStorage, item: DeskItem): Promise<void> {
  const { revision: basedOn } = await storage.desk.load();
  const imported = new Map([[keyOf(item), fingerprintOf(item)]]);
  await storage.desk.applyChanges({ upsert: [item], remove: [], imported, basedOn });
}

function noteOf(id: string, title: string, status: 'published' | 'archived' = 'published'): DeskItem {
  return { kind: 'note', id, value: buildNote({ id, title, status }) };
}
