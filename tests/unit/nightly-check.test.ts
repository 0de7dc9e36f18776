import { expect, it } from 'vitest';
import { createJobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { caseNow, createWorld, open } from '../support/handoff-world.ts';

const nothing = async () => undefined;

it('sees to every forgotten case, also when one before it cannot be helped', async () => {
  const world = createWorld();
  const ids = [(await open(world)).case.id, (await open(world)).case.id];
  for (const id of ids) world.memory.cases.set(id, { ...caseNow(world, id), offeredTo: null });
  let transactions = 0;
  const handlers = createJobHandlers({
    storage: {
      ...world.storage,
      async transaction(step) {
        transactions += 1;
        if (transactions === 1) throw new TypeError('of our own');
        return world.storage.transaction(step);
      },
    },
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: () => undefined, warn: () => undefined },
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
    connectors: () => ({ create: async () => ({ contractorReference: null }), comment: nothing }),
  });
  await expect(handlers.daily({ what: 'check' })).rejects.toThrow('of our own');
  expect(ids.map((id) => caseNow(world, id).offeredTo !== null)).toEqual([false, true]);
  expect(world.memory.jobs.filter(({ job }) => job.name === 'daily')).toHaveLength(1);
});
