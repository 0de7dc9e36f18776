import type { HandoffStorage } from './handoff/stores.ts';
import type { DeskSource } from './triage/desk-source.ts';
import type { ContractorState } from './web/metrics.ts';

/** How it stands with each contractor that the desk names, as of that time. */
export async function readContractorStates(
  { storage, deskSource }: { storage: HandoffStorage; deskSource: DeskSource },
  at: Date,
): Promise<ContractorState[]> {
  const { contractors } = (await deskSource.current()).desk.settings;
  const lines = new Map(
    (await storage.stores.contractorLines.summaries()).map((line) => [line.contractorId, line]),
  );
  return contractors.map(({ id }) => {
    const { blocked = null, waiting = 0, oldest = null } = lines.get(id) ?? {};
    const age = oldest === null ? 0 : (at.getTime() - oldest.getTime()) / 1_000;
    return { id, up: blocked === null, waiting, oldest: Math.max(0, age) };
  });
}
