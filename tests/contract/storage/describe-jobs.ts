import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobNames } from '#adapters/storage/job-queue.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { createTestLog } from '../../support/storage.ts';
import { buildDelivery } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

/** Each test has its own database, because a job that is left over would run in the next one. */
export function describeJobs(engine: Engine): void {
  describe('jobs', () => {
    let place: Place;
    let opened: OpenStorage;
    beforeEach(async () => {
      place = await engine.newPlace();
      opened = await place.open();
    });
    afterEach(async () => {
      await opened.close();
      await place.remove();
    });

    it('run after the commit, at once', async () => {
      const ran = Promise.withResolvers<{ caseId: string }>();
      await opened.jobs.start({ close: async (data) => ran.resolve(data) });
      await opened.storage.transaction((stores) =>
        stores.jobs.enqueue({ name: 'close', data: { caseId: 'c1' } }),
      );
      expect(await ran.promise).toEqual({ caseId: 'c1' });
    });

    it('of every kind reach their handler with what was written', async () => {
      const jobs: JobRequest[] = [
        { name: 'deliver', data: { deliveryId: 'd1' } },
        { name: 'escalate', data: { caseId: 'c1', offerId: 'o1' } },
        { name: 'offer', data: { caseId: 'c1', upn: 'a@b.example' } },
        { name: 'send-to-contractor', data: { caseId: 'c1' } },
        { name: 'contractor-line', data: { contractorId: 'k1', what: 'tell' } },
        { name: 'follow-contractor', data: { contractorId: 'k1', references: ['VK-1'], failures: 0 } },
        { name: 'alert', data: { caseId: 'c1', offerId: 'o1', why: 'unanswered' } },
        { name: 'watch', data: { caseId: 'c1', about: 'promise' } },
        { name: 'daily', data: { what: 'reminders' } },
        { name: 'close', data: { caseId: 'c1' } },
        { name: 'summarise', data: { caseId: 'c1' } },
      ];
      expect(jobs.map(({ name }) => name).sort()).toEqual([...jobNames].sort());
      const ran: unknown[] = [];
      const keep = (name: string) => async (data: unknown) => void ran.push({ name, data });
      await opened.jobs.start(Object.fromEntries(jobNames.map((name) => [name, keep(name)])));
      for (const job of jobs) await opened.storage.stores.jobs.enqueue(job);
      await expect.poll(() => ran).toHaveLength(jobs.length);
      expect(ran).toEqual(expect.arrayContaining(jobs));
    });

    it('that fail are tried again, and in the end given up with a line in the log', async () => {
      await opened.close();
      const log = createTestLog();
      opened = await place.open(log, { retryLimit: 1, retryDelay: 0, retryBackoff: false });
      let attempts = 0;
      await opened.jobs.start({
        close: async () => {
          attempts += 1;
          throw new Error('busy');
        },
      });
      await opened.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c3' } });
      const givenUp = () => log.lines.filter((line) => line.startsWith('error A job was given up'));
      await expect.poll(givenUp).toHaveLength(1);
      expect(attempts).toBe(2);
      expect(givenUp()[0]).toContain('"job":"close"');
      expect(givenUp()[0]).toContain('"caseId":"c3"');
      expect(log.lines.filter((line) => line.includes('busy'))).toHaveLength(2);
    });

    it('that wait for later come when the bot’s clock is put forward so far, and not before', async () => {
      const ran: string[] = [];
      await opened.jobs.start({ close: async ({ caseId }) => void ran.push(caseId) });
      const inMinutes = (minutes: number, caseId: string) =>
        opened.storage.stores.jobs.enqueue(
          { name: 'close', data: { caseId } },
          { startAfter: new Date(Date.now() + minutes * 60_000) },
        );
      await inMinutes(10, 'soon');
      await inMinutes(30, 'later');
      await opened.jobs.bringNearer(15 * 60_000);
      await expect.poll(() => ran).toEqual(['soon']);
      await opened.jobs.bringNearer(-15 * 60_000);
      await opened.jobs.bringNearer(31 * 60_000);
      await expect.poll(() => ran).toEqual(['soon', 'later']);
    });

    it('of one key wait once, and the newest request says when', async () => {
      const enqueue = (startAfter: Date | null) =>
        opened.storage.transaction((stores) =>
          stores.jobs.enqueue(
            { name: 'escalate', data: { caseId: 'c4', offerId: 'o' } },
            { startAfter, singletonKey: 'o' },
          ),
        );
      const inAnHour = new Date(Date.now() + 3_600_000);
      await Promise.all([enqueue(inAnHour), enqueue(inAnHour)]);
      let count = 0;
      const closed = Promise.withResolvers<void>();
      await opened.jobs.start({
        escalate: async () => {
          count += 1;
        },
        close: async () => closed.resolve(),
      });
      await enqueue(null);
      await expect.poll(() => count).toBe(1);
      await opened.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c4' } });
      await closed.promise;
      expect(count).toBe(1);
    });

    it('that deliver to one chat run one after the other, in the order in which they were written', async () => {
      const deliveries = Array.from({ length: 12 }, () => buildDelivery());
      await opened.storage.transaction(async (stores) => {
        for (const delivery of deliveries) {
          await stores.deliveries.add(delivery);
          await stores.jobs.enqueue({ name: 'deliver', data: { deliveryId: delivery.id } });
        }
      });
      const sent: string[] = [];
      let running = 0;
      await opened.jobs.start({
        deliver: async ({ deliveryId }) => {
          running += 1;
          expect(running).toBe(1);
          await new Promise((resolve) => setImmediate(resolve));
          sent.push(deliveryId);
          running -= 1;
        },
      });
      await expect.poll(() => sent.length).toBe(12);
      expect(sent).toEqual(deliveries.map((delivery) => delivery.id));
    });

    it('under way are waited for when it stops', async () => {
      const begun = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      let ended = false;
      await opened.jobs.start({
        close: async () => {
          begun.resolve();
          await mayEnd.promise;
          ended = true;
        },
      });
      await opened.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c5' } });
      await begun.promise;
      const stopped = opened.jobs.stop();
      mayEnd.resolve();
      await stopped;
      expect(ended).toBe(true);
    });
  });
}
