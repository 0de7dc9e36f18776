import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeaning } from '#adapters/language-model/open-meaning.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createVectorStore } from '#adapters/storage/vector-store.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../../support/build-note.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../../support/embeddings-server.ts';
import { smallDesk } from '../../support/small-desk.ts';
import { createTestLog } from '../../support/storage.ts';
import type { Engine, Place } from './engine.ts';

const vector = (...numbers: number[]) => Float32Array.from(numbers);

export function describeVectors(engine: Engine): void {
  describe('vectors of notes', () => {
    let place: Place;
    let opened: OpenStorage;
    let server: EmbeddingsServer;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
      server = await startEmbeddingsServer();
    });
    afterAll(async () => {
      await server.close();
      await opened.close();
      await place.remove();
    });

    it('come back bit for bit, by model, and only those that are kept', async () => {
      const store = createVectorStore(opened.database);
      const vectors = new Map([
        ['a', vector(0.1, -1, 3e-20)],
        ['b', vector(1 / 3, 0, 1)],
      ]);
      await store.save('m', vectors);
      await store.save('m', new Map([['b', vector(7, 8)]]));
      await store.save('other', new Map([['a', vector(9)]]));
      expect(await store.load('m')).toEqual(new Map([...vectors, ['b', vector(7, 8)]]));
      await store.keepOnly('m', new Set(['b', 'c']));
      expect(await store.load('m')).toEqual(new Map([['b', vector(7, 8)]]));
      expect(await store.load('other')).toEqual(new Map());
    });

    it('are more than a statement holds, and come back all the same', async () => {
      const store = createVectorStore(opened.database);
      const many = new Map(
        Array.from({ length: 1_500 }, (_, index) => [`h${index}`, vector(index, 1)] as const),
      );
      await store.save('m', many);
      const loaded = await store.load('m');
      expect([...many].every(([hash, { 0: first }]) => loaded.get(hash)?.[0] === first)).toBe(true);
      await store.keepOnly('m', new Set());
    });

    it('are made once for all processes and starts, and find what the words do not', async () => {
      const notes = [
        'Projektorn är svart',
        'Skrivaren har pappersstopp',
        'Plattan är låst',
        'Mejlen är full',
      ].map((title, index) => buildNote({ id: `_shared/${index}`, title }));
      const settings = { url: server.url, model: 'test', key: null };
      const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
      const loaded = { desk: smallDesk(), notes: search };
      const query = {
        site: null,
        audience: 'staff' as const,
        at: new Date('2026-11-23T09:00:00Z'),
        limit: 3,
      };
      for (const requests of [1, 1]) {
        const log = createTestLog();
        const store = createVectorStore(opened.database);
        const meaning = openMeaning({ settings, store, log, patience: 10_000 });
        // As the desk's source does it: while a transaction is open.
        await opened.database.transaction(async () => meaning.follow(notes));
        const ids = async () => {
          await meaning.prepare('quux');
          const { notes: found } = meaning.around(loaded, 'quux');
          return found.search({ text: 'quux', ...query }).map(({ note }) => note.id);
        };
        await expect.poll(ids).toEqual(['_shared/0']);
        expect(log.lines.filter((line) => line.startsWith('warn'))).toEqual([]);
        expect(server.batches.filter((size) => size > 1)).toHaveLength(requests);
        await meaning.close();
      }
    });
  });
}
