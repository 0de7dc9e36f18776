import { describe, expect, it } from 'vitest';
import { readMeasures } from '#adapters/storage/read-measures.ts';
import { beginTrail, currentTrail, onTrail } from '#bot/trail.ts';
import { buildDelivery, buildNewCase, buildOffer } from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeMeasures(opened: Opened): void {
  const read = () => readMeasures(opened().database, () => new Date());

  describe('the measures', () => {
    it('count what is open, offered and unsent', async () => {
      const before = await read();
      const { stores } = opened().storage;
      const draft = buildNewCase();
      await stores.cases.create(draft);
      await stores.cases.addOffer(buildOffer({ caseId: draft.id, acknowledgeBy: new Date(0) }));
      await stores.deliveries.add(buildDelivery({ createdAt: new Date(Date.now() - 60_000) }));
      const after = await read();
      const sum = (rows: readonly { readonly count: number }[]) =>
        rows.reduce((all, row) => all + row.count, 0);
      expect(sum(after.cases)).toBe(sum(before.cases) + 1);
      expect(after.offers.late).toBe(before.offers.late + 1);
      expect(sum(after.outbox)).toBe(sum(before.outbox) + 1);
      expect(Math.max(...after.outbox.map(({ oldest }) => oldest))).toBeGreaterThan(50);
    });

    it('know the age of the queue, the size and the clock', async () => {
      const { jobs } = opened().storage.stores;
      await jobs.enqueue(
        { name: 'close', data: { caseId: 'c1' } },
        { startAfter: new Date(Date.now() - 90_000) },
      );
      const { jobs: waiting, bytes, clockAhead } = await read();
      const close = waiting.find(({ job }) => job === 'close');
      expect(close?.waiting).toBeGreaterThanOrEqual(1);
      expect(close?.oldest).toBeGreaterThan(80);
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(Math.abs(clockAhead)).toBeLessThan(5);
    });
  });

  describe('a job’s data', () => {
    const dataOf = async (caseId: string) => {
      const { rows } = await opened().database.query(`select data from jobs.job where data->>'caseId' = $1`, [
        caseId,
      ]);
      return rows;
    };

    it('carries the trail that it was written on, also within a transaction', async () => {
      const trail = beginTrail({ id: 'a-trail' });
      await onTrail(trail, async () => {
        expect(currentTrail()?.id).toBe('a-trail');
        await opened().storage.transaction((stores) =>
          stores.jobs.enqueue({ name: 'close', data: { caseId: 'on-a-trail' } }),
        );
      });
      expect(await dataOf('on-a-trail')).toEqual([
        { data: { caseId: 'on-a-trail', trail: { id: 'a-trail', parent: null } } },
      ]);
    });

    it('does not when it comes round by itself', async () => {
      await onTrail(beginTrail({ id: 'a-trail' }), () =>
        opened().storage.stores.jobs.enqueue({ name: 'daily', data: { what: 'check' } }),
      );
      const { rows } = await opened().database.query(`select data from jobs.job where name = 'daily'`);
      expect(rows).toEqual([{ data: { what: 'check' } }]);
    });
  });
}
