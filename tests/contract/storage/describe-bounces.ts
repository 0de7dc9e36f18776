import { describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { reportBounce } from '#bot/handoff/bounce.ts';
import { decideMatrixRow } from '#bot/handoff/decide-matrix-row.ts';
import type { MatrixSuggestion } from '#bot/handoff/matrix-suggestion.ts';
import { createWorld } from '../../support/handoff-world.ts';
import { upns } from '../../support/small-desk.ts';
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

    it('three that come back make a suggestion, and a yes makes it a row, all of it in transactions', async () => {
      const { storage, editing } = opened();
      const world = createWorld({ at: noon.toISOString() });
      const [site] = world.desk.sites.values();
      const category = 'application';
      for (const id of ['t1', 't2', 't3']) {
        const assignee = { kind: 'contractor', id: 'servicedesk' } as const;
        const stay = { contractorId: 'servicedesk', from: noon, heardAt: null, to: null, ended: null };
        const theirs = { assignee, offeredTo: null, state: 'in-progress', contractorStays: [stay] } as const;
        await storage.stores.cases.create(
          buildNewCase({ id, category, siteId: site?.id ?? null, ...theirs }),
        );
        const press = { caseId: id, actor: world.person(upns.dispatcher), offerId: null, noteId: null };
        const pressed = { ...press, value: 'other', text: 'Nej.' };
        const both = await Promise.all(
          [pressed, pressed].map((one) =>
            storage.transaction((stores) => reportBounce(stores, world.ctx(), { ...one })),
          ),
        );
        expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
        const events = await storage.stores.cases.events(id);
        expect(events.filter(({ kind }) => kind === 'bounced')).toHaveLength(1);
      }
      const known = await storage.stores.matrix.recent(noon);
      const made = known.find((one) => one.category === category);
      expect(made).toMatchObject({ bounced: 3, tickets: 3, siteKind: site?.kind });
      expect(made?.caseIds.toSorted()).toEqual(['t1', 't2', 't3']);
      const { settings } = world.desk;
      await storage.stores.matrix.change({ ...by, change: () => settings });
      const yes = { actor: world.person(upns.dispatcher), id: made?.id ?? '', decision: 'approved' } as const;
      const answers = await Promise.all(
        [1, 2].map(() => storage.transaction((stores) => decideMatrixRow(stores, world.ctx(), yes))),
      );
      expect(answers.filter((answer) => answer?.before === null)).toMatchObject([{ decision: 'approved' }]);
      const stored = (await editing.read('settings', 'desk'))?.value.responsibility ?? [];
      expect(stored).toHaveLength(settings.responsibility.length + 1);
      expect(stored.filter((row) => row.category === category && row.handledBy === 'local')).toHaveLength(1);
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
