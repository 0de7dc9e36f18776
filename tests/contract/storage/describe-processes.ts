import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#adapters/storage/connect.ts';
import type { Database } from '#adapters/storage/database.ts';
import { openJobs } from '#adapters/storage/job-queue.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createPulse, type Pulse } from '#adapters/storage/pulse.ts';
import type { PostgresServer } from '../../support/embedded-postgres.ts';
import { createTestLog } from '../../support/storage.ts';
import { buildDelivery, minutesAfterNoon, noon } from '../../support/storage-builders.ts';

/** Several processes on one server: who lives, and whose a message is. */
export function describeProcesses(postgres: PostgresServer): void {
  describe('several processes', () => {
    let url: string;
    let first: OpenStorage;
    let second: OpenStorage;
    const pulses: Pulse[] = [];
    beforeAll(async () => {
      url = await postgres.createDatabase();
      first = await openStorage({ kind: 'server', url }, createTestLog());
      second = await openStorage({ kind: 'server', url }, createTestLog());
    });
    afterAll(async () => {
      for (const pulse of pulses) await pulse.stop();
      await first.close();
      await second.close();
    });

    /** Beats by itself once an hour: the test says when. */
    const beat = async (database: Database, freed: string[] = []): Promise<string[]> => {
      const pulse = createPulse(database, () => undefined, { every: 3_600_000, deadAfter: 20_000 });
      pulses.push(pulse);
      await pulse.start(async (ids) => void freed.push(...ids));
      return freed;
    };
    const silentFor = (seconds: number, which: 'all' | 'others') =>
      first.database.query(
        `update processes set beat_at = beat_at - $1 * interval '1 s'
         where $2 = 'all' or name <> current_setting('application_name')`,
        [seconds, which],
      );
    const steadyFor = (seconds: number) =>
      first.database.query(
        `update processes set steady_since = now() - $1 * interval '1 s'
         where name = current_setting('application_name')`,
        [seconds],
      );

    it('leave to a living one what it sends, however wrong a clock is', async () => {
      await beat(second.database);
      const delivery = buildDelivery();
      await second.storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      const { deliveries } = first.storage.stores;
      expect(await deliveries.claim(delivery.id, minutesAfterNoon(9), minutesAfterNoon(6))).toBeNull();
    });

    it('take over what a dead one was sending, as what may have arrived', async () => {
      await beat(second.database);
      const delivery = buildDelivery();
      await second.storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      await beat(first.database);
      await silentFor(30, 'others');
      await steadyFor(30);
      expect(await beat(first.database)).toContain(delivery.id);
      const { deliveries } = first.storage.stores;
      const again = await deliveries.claim(delivery.id, minutesAfterNoon(0.1), minutesAfterNoon(-3));
      expect(again).toMatchObject({ attempts: 2, uncertainSends: 1 });
      // Whoever was taken for dead and lives has no say in it any more.
      await second.storage.stores.deliveries.markFailed(delivery.id, 'late');
      expect(await deliveries.get(delivery.id)).toMatchObject({ status: 'sending', error: null });
    });

    it('take nobody for dead who could not be heard, because the database was away', async () => {
      await beat(first.database);
      await beat(second.database);
      await silentFor(60, 'all');
      const delivery = buildDelivery();
      await second.storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      expect(await beat(first.database)).toEqual([]);
    });

    it('that start at once on a new database both write jobs at once', async () => {
      const database = await connect({ kind: 'server', url });
      let asked = 0;
      // As a process that looked for queues just before another made them.
      const early: Pick<Database, 'query'> = {
        async query(text, values) {
          const result = await database.query(text, values);
          const isAboutQueues = text.includes('"heartbeatSeconds"');
          if (isAboutQueues) asked += 1;
          return isAboutQueues && asked === 1 ? { ...result, rows: [] } : result;
        },
      };
      const jobs = await openJobs(early, () => undefined);
      const enqueued = database.transaction((client) =>
        jobs.bind(client, () => undefined).enqueue({ name: 'close', data: { caseId: 'c' } }),
      );
      await expect(enqueued).resolves.toBeUndefined();
      expect(asked).toBeGreaterThan(1);
      await jobs.stop();
      await database.close();
    });
  });
}
