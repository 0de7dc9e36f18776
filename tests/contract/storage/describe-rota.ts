import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { rowsOf } from '#adapters/storage/rows.ts';
import { addAbsence } from '#bot/desk/rota-changes.ts';
import { boardId } from '#bot/handoff/board.ts';
import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import {
  buildNewCase,
  buildPerson,
  buildSettings,
  buildSite,
  buildTechnician,
  noon,
} from '../../support/storage-builders.ts';
import { describeBounces } from './describe-bounces.ts';
import type { Engine, Place } from './engine.ts';

const karin = buildTechnician();
const items: DeskItem[] = [
  { kind: 'settings', id: 'desk', value: buildSettings() },
  { kind: 'site', id: 'solrosen', value: buildSite() },
  { kind: 'person', id: 'anna@ekbacken.example', value: buildPerson() },
  { kind: 'technician', id: karin.upn, value: karin },
];

/** What dispatching keeps: the rota's changes, the promises, the boards, the jobs that watch. */
export function describeRota(engine: Engine): void {
  describe('what dispatching keeps', () => {
    let place: Place;
    let opened: OpenStorage;
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
    describeBounces(() => opened);

    it('an absence shows in the next desk that is read, stays as an edit made here, and is in the history', async () => {
      const source = opened.deskSource((notes, desk) =>
        createNoteSearch(notes, { timezone: desk.settings.timezone }),
      );
      await source.current();
      const absence = { from: '2026-11-23', to: '2026-11-23', reason: 'sjuk' };
      const time = buildSettings();
      await opened.storage.transaction((stores) =>
        stores.rota.change({
          upn: karin.upn,
          byUpn: karin.upn,
          at: noon,
          why: 'absence told in the talk',
          change: (current) => addAbsence(current, absence, time),
        }),
      );
      const { desk } = await source.current();
      expect(desk.technicians.get(karin.upn)?.absences).toEqual([...karin.absences, absence]);
      const { items: stored, lastImported } = await opened.desk.load();
      const item = stored.find(({ id }) => id === karin.upn);
      expect(item && fingerprintOf(item)).not.toBe(lastImported.get(`technician:${karin.upn}`));
      const Row = z.object({ by_upn: z.string(), why: z.string() });
      expect(await rowsOf(Row, opened.database, 'select by_upn, why from rota_changes')).toEqual([
        { by_upn: karin.upn, why: 'absence told in the talk' },
      ]);
    });

    it('a change of somebody who is no technician is refused, and nothing is kept of it', async () => {
      const change = opened.storage.stores.rota.change({
        upn: 'nobody@x',
        byUpn: 'nobody@x',
        at: noon,
        why: '',
        change: (current) => current,
      });
      await expect(change).rejects.toThrow('no technician');
    });

    it('every promise is a row to be counted, with what came of it', async () => {
      const promise = {
        at: noon,
        byUpn: 'k@x',
        madeAt: noon,
        how: 'estimated',
        outcome: 'kept',
        settledAt: noon,
      } as const;
      const item = await opened.storage.stores.cases.create(buildNewCase({ promises: [promise] }));
      const Row = z.object({ by_upn: z.string(), outcome: z.string(), promised_at: z.date() });
      const text = 'select by_upn, outcome, promised_at from case_promises where case_id = $1';
      expect(await rowsOf(Row, opened.database, text, [item.id])).toEqual([
        { by_upn: 'k@x', outcome: 'kept', promised_at: noon },
      ]);
    });

    it('a board is found by its reader once it was sent', async () => {
      const { deliveries } = opened.storage.stores;
      const card = { kind: 'board-card', caseId: boardId, viewerUpn: 'mona@x' } as const;
      const target = { kind: 'person', upn: 'mona@x' } as const;
      const blank = { caseId: null, offerId: null, replaces: null, createdAt: noon };
      await deliveries.add({ id: 'board-1', target, content: { kind: 'card', card }, ...blank });
      await deliveries.markSent('board-1', { activityId: 'a-1', at: noon });
      expect(await deliveries.shownCards(boardId)).toEqual(new Map([['mona@x', 'board-1']]));
      expect((await deliveries.get('board-1'))?.content).toEqual({ kind: 'card', card });
    });

    it('the jobs that watch and those of the day run with what they were given', async () => {
      const seen: string[] = [];
      const both = Promise.withResolvers<void>();
      const see = (what: string) => {
        seen.push(what);
        if (seen.length === 2) both.resolve();
      };
      await opened.jobs.start({
        watch: async ({ caseId, about }) => see(`${caseId} ${about}`),
        daily: async ({ what }) => see(what),
      });
      const { jobs } = opened.storage.stores;
      await jobs.enqueue({ name: 'watch', data: { caseId: 'c1', about: 'promise' } });
      await jobs.enqueue({ name: 'daily', data: { what: 'check' } }, { singletonKey: 'daily-check' });
      await both.promise;
      expect(seen.sort()).toEqual(['c1 promise', 'check']);
    });
  });
}
