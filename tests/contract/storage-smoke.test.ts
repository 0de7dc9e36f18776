import { expect, test } from 'vitest';
import { openTestStorage } from '../support/storage.ts';

test('a job that is written in a transaction runs after the commit', async () => {
  const opened = await openTestStorage();
  const ran = new Promise((resolve) => {
    void opened.jobs.start({ deliver: async (data) => resolve(data) });
  });
  await opened.storage.transaction((stores) =>
    stores.jobs.enqueue({ name: 'deliver', data: { deliveryId: 'd1' } }),
  );
  expect(await ran).toEqual({ deliveryId: 'd1' });
  await opened.close();
});
