import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '#adapters/storage/connect.ts';
import type { Database, Queryable } from '#adapters/storage/database.ts';
import { openJobs } from '#adapters/storage/job-queue.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createPulse, type Freed, type Pulse } from '#adapters/storage/pulse.ts';
import { createStorage } from '#adapters/storage/storage.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { PostgresServer } from '../../support/embedded-postgres.ts';
import { patient } from '../../support/patient.ts';
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
    const beat = async (database: Database): Promise<Freed> => {
      const pulse = createPulse(database, () => undefined, { every: 3_600_000, deadAfter: 20_000 });
      pulses.push(pulse);
      let freed: Freed = { deliveries: [], lines: [] };
      await pulse.start(async (given) => {
        freed = given;
      });
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
      expect((await beat(first.database)).deliveries).toContain(delivery.id);
      const { deliveries } = first.storage.stores;
      const again = await deliveries.claim(delivery.id, minutesAfterNoon(0.1), minutesAfterNoon(-3));
      expect(again).toMatchObject({ attempts: 2, uncertainSends: 1 });
      // Whoever was taken for dead and lives has no say in it any more.
      await second.storage.stores.deliveries.markFailed(delivery.id, 'late');
      expect(await deliveries.get(delivery.id)).toMatchObject({ status: 'sending', error: null });
    });

    const claimLine = ({ storage }: OpenStorage, contractorId: string, minute: number) => {
      const [at, until] = [minutesAfterNoon(minute), minutesAfterNoon(minute + 3)];
      return storage.stores.contractorLines.claim({ contractorId, holder: `at ${minute}`, at, until });
    };

    it('leave to a living one the contractor’s line that it sends from, however wrong a clock is', async () => {
      await beat(second.database);
      expect(await claimLine(second, 'theirs', 0)).toEqual({ leftBehind: null });
      expect(await claimLine(first, 'theirs', 4)).toBeNull();
      // One that lives and yet let so much time go by has forgotten it.
      await first.database.query(`update contractor_lines set held_at = held_at - interval '4 minutes'`);
      expect(await claimLine(first, 'theirs', 4)).not.toBeNull();
    });

    it('take over a dead one’s line at once, with what it was sending', async () => {
      await beat(second.database);
      // Its clock is ahead, so that by itself the line would be held for seven minutes more.
      await claimLine(second, 'left', 4);
      const underWay = { caseId: 'c', message: 1, fileId: null, composed: null };
      const until = minutesAfterNoon(7);
      const own = { contractorId: 'left', holder: 'at 4', until, underWay };
      expect(await second.storage.stores.contractorLines.hold(own)).toBe(true);
      await beat(first.database);
      await silentFor(30, 'others');
      await steadyFor(30);
      expect((await beat(first.database)).lines).toContain('left');
      expect(await claimLine(first, 'left', 0)).toEqual({ leftBehind: underWay });
      // Whoever was taken for dead and lives has lost it.
      expect(await second.storage.stores.contractorLines.hold(own)).toBe(false);
    });

    it('go on with a dead one’s line without being asked', async () => {
      const own = { kind: 'server', url: await postgres.createDatabase() } as const;
      const living = await openStorage(own, createTestLog(), undefined, { every: 10, deadAfter: 100 });
      await claimLine(living, 'left', 0);
      await living.database.query(
        `insert into processes (name, beat_at, steady_since) values ('dead', to_timestamp(0), to_timestamp(0))`,
      );
      await living.database.query(`update contractor_lines set held_process = 'dead'`);
      const tried = Promise.withResolvers<unknown>();
      await living.jobs.start({ 'contractor-line': async (job) => tried.resolve(job) });
      expect(await tried.promise).toEqual({ contractorId: 'left', what: 'try' });
      await living.close();
    });

    it('take nobody for dead who could not be heard, because the database was away', async () => {
      await beat(first.database);
      await beat(second.database);
      await silentFor(60, 'all');
      const delivery = buildDelivery();
      await second.storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      expect(await beat(first.database)).toEqual({ deliveries: [], lines: [] });
    });

    describe('that could not be heard for long', () => {
      /** A process whose own view of whether it was heard is the test's. */
      const silenced = async () => {
        const jobs = await openJobs(first.database, () => undefined);
        let isOwn = true;
        const hold = () => () => isOwn;
        const storage = createStorage(first.database, jobs, () => undefined, hold);
        const delivery = buildDelivery();
        await storage.transaction((stores) => stores.deliveries.add(delivery, noon));
        isOwn = false;
        return { id: delivery.id, deliveries: storage.stores.deliveries, stop: jobs.stop };
      };
      const soon = minutesAfterNoon(0.2);

      it('send nothing that another has taken over since', async () => {
        const { id, deliveries, stop } = await silenced();
        await first.database.query(`update deliveries set taken_by = 'another' where id = $1`, [id]);
        expect(await deliveries.claim(id, soon, noon)).toBeNull();
        expect(await deliveries.get(id)).toMatchObject({ status: 'sending', attempts: 1, error: null });
        await stop();
      });

      it('lose nothing that nobody took: it is for anybody at once, and was never half sent', async () => {
        const { id, deliveries, stop } = await silenced();
        expect(await deliveries.claim(id, soon, minutesAfterNoon(-3))).toMatchObject({
          id,
          attempts: 2,
          uncertainSends: 0,
        });
        await stop();
      });

      it('know it also after they have been heard again', async () => {
        const pulse = createPulse(first.database, () => undefined, { every: 10, deadAfter: 20_000 });
        await pulse.start(async () => undefined);
        const isOwn = pulse.hold();
        expect(isOwn()).toBe(true);
        await silentFor(15, 'all');
        await vi.waitFor(() => expect(isOwn()).toBe(false), patient);
        expect(pulse.hold()()).toBe(true);
        await pulse.stop();
      });

      it('know it also while they still are not', async () => {
        let isThere = true;
        const database: Queryable = {
          query: (...asked) => (isThere ? first.database.query(...asked) : Promise.reject(new Error('away'))),
        };
        const pulse = createPulse(database, () => undefined, { every: 5, deadAfter: 50 });
        await pulse.start(async () => undefined);
        const isOwn = pulse.hold();
        isThere = false;
        await vi.waitFor(() => expect(isOwn()).toBe(false), patient);
        await pulse.stop();
      });
    });

    it('send soon what was committed though they never heard so', async () => {
      const jobs = await openJobs(first.database, () => undefined);
      const { database } = first;
      const cutOff: Database = {
        ...database,
        async query(text, values) {
          const result = await database.query(text, values);
          if (text.includes('write_')) throw new OutsideSystemFailed('cut off', { retryable: true });
          return result;
        },
      };
      const storage = createStorage(cutOff, jobs);
      const { deliveries } = storage.stores;
      const delivery = buildDelivery();
      const writing = storage.transaction((stores) => stores.deliveries.add(delivery, noon));
      await expect(writing).rejects.toThrow('cut off');
      const soon = minutesAfterNoon(0.2);
      expect(await deliveries.leftBehind(soon, 1_000)).toContain(delivery.id);
      const claimed = await deliveries.claim(delivery.id, soon, minutesAfterNoon(-3));
      expect(claimed).toMatchObject({ id: delivery.id, uncertainSends: 0 });
      await jobs.stop();
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
