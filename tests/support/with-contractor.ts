import { nextContractorStep, recordSent } from '#bot/handoff/contractor-handover.ts';
import { hearContractor } from '#bot/handoff/hear-contractor.ts';
import { caseNow, open, type World } from './handoff-world.ts';

/** Their system takes the case that waits for it. */
export async function takenByContractor(world: World, caseId: string, reference = 'INC-7'): Promise<void> {
  const step = await world.run((stores, ctx) => nextContractorStep(stores, ctx, { caseId, files: false }));
  if (step === null) throw new Error(`case ${caseId} waits for no contractor`);
  await world.run((stores, ctx) => recordSent(stores, ctx, { caseId, step, contractorReference: reference }));
}

/** A case that the contractor has. */
export async function openWithContractor(
  world: World,
  changes: Parameters<typeof open>[1] = {},
): Promise<string> {
  const { id } = (await open(world, { category: { id: 'account', confidence: 1 }, ...changes })).case;
  await takenByContractor(world, id);
  return id;
}

type State = 'received' | 'in-progress' | 'waiting' | 'resolved' | 'closed' | 'returned';

/** What their system says of a case now; `said` at that time by their clock. */
export function createContractor(world: World, contractorId = 'servicedesk') {
  let news = 0;
  const base = (caseId: string, at: Date) => {
    news += 1;
    const reference = caseNow(world, caseId).number;
    return { id: `news-${news}`, reference, contractorReference: 'INC-7', at };
  };
  return {
    says: (caseId: string, text: string, at = world.clock.at) =>
      world.run((stores, ctx) =>
        hearContractor(stores, ctx, {
          contractorId,
          news: { ...base(caseId, at), kind: 'comment', author: 'Anna', text },
        }),
      ),
    becomes: (caseId: string, state: State, at = world.clock.at) =>
      world.run((stores, ctx) =>
        hearContractor(stores, ctx, {
          contractorId,
          news: { ...base(caseId, at), kind: 'state', state, theirs: `${state} ${news}` },
        }),
      ),
  };
}
