import { describe, expect, it } from 'vitest';
import { buildConversation, buildDelivery, buildNewCase, noon } from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeTransactions(opened: Opened): void {
  const storage = () => opened().storage;

  describe('a transaction', () => {
    it('that throws leaves nothing behind: no case, no delivery, no state, no job, no memory of the activity', async () => {
      const [draft, delivery, state] = [buildNewCase(), buildDelivery(), buildConversation()];
      const activity = { channel: 'simulator', conversationId: 'c', activityId: draft.id, at: noon };
      const work = storage().transaction(async (stores) => {
        await stores.conversations.remember(activity);
        await stores.cases.create(draft);
        await stores.deliveries.add(delivery);
        await stores.conversations.save(state);
        await stores.jobs.enqueue({ name: 'close', data: { caseId: draft.id } });
        throw new Error('crash');
      });
      await expect(work).rejects.toThrow('crash');
      const { stores } = storage();
      expect(await stores.cases.get(draft.id)).toBeNull();
      expect(await stores.deliveries.get(delivery.id)).toBeNull();
      expect(
        await stores.conversations.get('simulator', state.address.conversationId, state.personUpn),
      ).toBeNull();
      expect(await stores.conversations.remember(activity)).toBe(true);
      expect(await jobsOf(draft.id)).toBe(0);
    });

    it('keeps all of it together when it goes well', async () => {
      const draft = buildNewCase();
      await storage().transaction(async (stores) => {
        await stores.cases.create(draft);
        await stores.jobs.enqueue({ name: 'close', data: { caseId: draft.id } });
        expect((await stores.cases.get(draft.id))?.version).toBe(1);
      });
      expect((await storage().stores.cases.get(draft.id))?.id).toBe(draft.id);
      expect(await jobsOf(draft.id)).toBe(1);
    });

    it('refuses queries past its own stores, and its stores once it is over', async () => {
      const past = storage().transaction(() => storage().stores.cases.get('x'));
      await expect(past).rejects.toThrow('only its own stores');
      const leaked = await storage().transaction(async (stores) => stores);
      await expect(leaked.cases.get('x')).rejects.toThrow('is over');
    });

    it('that fails in the database does not spoil the next one', async () => {
      const broken = storage().transaction((stores) => stores.deliveries.add(buildDelivery({ id: 'twice' })));
      await broken;
      await expect(
        storage().transaction((stores) => stores.deliveries.add(buildDelivery({ id: 'twice' }))),
      ).rejects.toThrow('duplicate');
      await expect(opened().database.query('begin; select nonsense; commit;')).rejects.toThrow('nonsense');
      expect((await storage().stores.deliveries.get('twice'))?.id).toBe('twice');
    });

    it('lets others wait their turn', async () => {
      const drafts = Array.from({ length: 8 }, () => buildNewCase());
      await Promise.all(drafts.map((draft) => storage().transaction((stores) => stores.cases.create(draft))));
      const found = await Promise.all(drafts.map((draft) => storage().stores.cases.get(draft.id)));
      expect(found.every((item) => item !== null)).toBe(true);
    });
  });

  async function jobsOf(caseId: string): Promise<number> {
    const { rowCount } = await opened().database.query(`select 1 from jobs.job where data->>'caseId' = $1`, [
      caseId,
    ]);
    return rowCount;
  }
}
