import { describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { MatrixSuggestion } from '#bot/handoff/matrix-suggestion.ts';
import { buildNewCase, noon } from '../../support/storage-builders.ts';

const suggestion: MatrixSuggestion = {
  id: 'm1',
  contractorId: 'servicedesk',
  category: 'account',
  siteKind: 'preschool',
  at: noon,
  bounced: 3,
  tickets: 4,
  caseIds: ['b1', 'b2'],
  status: 'open',
  decidedBy: null,
  decidedAt: null,
};
const day = 86_400_000;
const by = { byUpn: 'dis@desk.example', at: new Date(noon.getTime() + day) };

/** What contractors send back: their time with a case, and rows for the matrix. */
export function describeBounces(opened: () => OpenStorage): void {
  describe('what contractors send back', () => {
    it('a contractor’s time with a case comes back as it was stored, and is found', async () => {
      const { cases } = opened().storage.stores;
      const stay = {
        contractorId: 'servicedesk',
        from: noon,
        heardAt: noon,
        to: noon,
        ended: 'returned',
      } as const;
      const bounce = { at: noon, reason: 'wrong-queue', words: 'Fel kö.', byUpn: null } as const;
      const contractorStays = [{ ...stay, bounce }];
      const made = await cases.create(buildNewCase({ id: 'b1', category: 'account', contractorStays }));
      await cases.create(buildNewCase({ id: 'b2', category: 'account', state: 'closed', contractorStays }));
      await cases.create(buildNewCase({ id: 'b3', category: 'account' }));
      expect((await cases.get('b1'))?.contractorStays).toEqual(contractorStays);
      const found = async (since: Date, category?: 'account' | 'printer') =>
        (await cases.withContractor({ since, ...(category ? { category } : {}) })).map(({ id }) => id);
      expect(await found(noon)).toEqual(['b1', 'b2']);
      expect(await found(new Date(made.updatedAt.getTime() + day))).toEqual(['b1']);
      expect(await found(noon, 'account')).toEqual(['b1', 'b2']);
      expect(await found(noon, 'printer')).toEqual([]);
    });

    it('one suggestion of a kind is open at a time, wherever it is asked', async () => {
      const { matrix } = opened().storage.stores;
      const wide = { ...suggestion, id: 'm3', siteKind: null };
      expect(await matrix.add(suggestion)).toBe(true);
      expect(await matrix.add({ ...suggestion, id: 'm2' })).toBe(false);
      expect(await matrix.add(wide)).toBe(true);
      expect(await matrix.add({ ...wide, id: 'm4' })).toBe(false);
      expect(await matrix.get('m1')).toEqual(suggestion);
      expect(await matrix.get('m2')).toBeNull();
    });

    it('is decided once, and a no is known for as long as it holds', async () => {
      const { matrix } = opened().storage.stores;
      const decisions = await Promise.all([
        matrix.decide({ id: 'm1', status: 'dismissed', ...by }),
        matrix.decide({ id: 'm1', status: 'dismissed', ...by }),
      ]);
      expect(decisions.filter((decided) => decided !== null)).toMatchObject([
        { status: 'dismissed', decidedBy: by.byUpn, decidedAt: by.at },
      ]);
      const recent = async (since: Date) => (await matrix.recent(since)).map(({ id }) => id).sort();
      expect(await recent(noon)).toEqual(['m1', 'm3']);
      expect(await recent(by.at)).toEqual(['m3']);
      expect(await matrix.add({ ...suggestion, id: 'm5' })).toBe(true);
    });

    it('a row that was approved is in the settings and in the history, with who', async () => {
      const { storage, editing } = opened();
      const local = { category: 'account', site: null, area: null, siteKind: 'preschool' } as const;
      const row = { ...local, handledBy: 'local', contractor: null } as const;
      await storage.transaction((stores) =>
        stores.matrix.change({
          ...by,
          change: (settings) => ({ ...settings, responsibility: [row, ...settings.responsibility] }),
        }),
      );
      expect((await editing.read('settings', 'desk'))?.value.responsibility[0]).toEqual(row);
      const history = async () => (await editing.changes({ kind: 'settings', id: 'desk', limit: 9 })).items;
      const [latest, ...earlier] = await history();
      expect(latest).toMatchObject({ byUpn: by.byUpn, way: 'suggestion', at: by.at });
      await storage.stores.matrix.change({ ...by, change: () => null });
      expect(await history()).toHaveLength(1 + earlier.length);
    });
  });
}
