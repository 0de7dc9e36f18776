import { describe, expect, it } from 'vitest';
import { buildDelivery, buildNewCase, minutesAfterNoon, noon } from '../../support/storage-builders.ts';
import type { Engine } from './engine.ts';

export function describeRestart(engine: Engine): void {
  describe('a restart', () => {
    it('keeps what was committed, and runs the jobs that were written before it', async () => {
      const place = await engine.newPlace();
      const before = await place.open();
      const made = await before.storage.transaction(async (stores) => {
        const item = await stores.cases.create(buildNewCase());
        await stores.jobs.enqueue({ name: 'offer', data: { caseId: item.id, upn: 'karin@x' } });
        return item;
      });
      await before.close();
      const after = await place.open();
      expect(await after.storage.stores.cases.get(made.id)).toEqual(made);
      const ran = Promise.withResolvers<unknown>();
      await after.jobs.start({ offer: async (data) => ran.resolve(data) });
      expect(await ran.promise).toEqual({ caseId: made.id, upn: 'karin@x' });
      await after.close();
      await place.remove();
    });

    // On a shared server the queue's own heartbeat finds such a job, after half a minute: too long for a test.
    if (engine.shared) return;
    it('takes up at once what the process that died was sending, as what may have arrived', async () => {
      const place = await engine.newPlace();
      const before = await place.open();
      const delivery = buildDelivery();
      await before.storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      await before.close();
      const after = await place.open();
      await after.jobs.start({});
      const { deliveries } = after.storage.stores;
      expect(await deliveries.leftBehind(noon, 10)).toEqual([delivery.id]);
      const again = await deliveries.claim(delivery.id, minutesAfterNoon(0.1), minutesAfterNoon(-3));
      expect(again).toMatchObject({ attempts: 2, uncertainSends: 1 });
      await after.close();
      await place.remove();
    });

    it('gives a job that was under way when the process died to the next one', async () => {
      const place = await engine.newPlace();
      const before = await place.open();
      await before.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c' } });
      // As a process leaves it that is killed in the middle of the job.
      await before.database.query(
        `update jobs.job set state = 'active', started_on = now() where name = 'close'`,
      );
      await before.close();
      const after = await place.open();
      const ran = Promise.withResolvers<unknown>();
      await after.jobs.start({ close: async (data) => ran.resolve(data) });
      expect(await ran.promise).toEqual({ caseId: 'c' });
      await after.close();
      await place.remove();
    });
  });
}
