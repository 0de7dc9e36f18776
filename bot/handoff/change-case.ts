import { NotFound } from '#bot/errors.ts';
import type { Case, CaseEventKind } from './case.ts';
import type { Work } from './context.ts';
import { keepRecord } from './keep-record.ts';

/** Two who write the same case at once are rare; more rounds than this say that something is wrong. */
const mostRounds = 8;

/**
 * Changes a case on top of what is stored now. `change` is asked again when somebody else was first, with the
 * newer case; null from it means that there is nothing to change any more.
 * @throws NotFound
 */
export async function changeCase(
  work: Work,
  caseId: string,
  change: (current: Case) => Case | null,
): Promise<Case | null> {
  for (let round = 0; round < mostRounds; round += 1) {
    const current = await work.stores.cases.get(caseId);
    if (current === null) throw new NotFound(`case ${caseId}`);
    const wanted = change(current);
    if (wanted === null) return null;
    const kept = keepRecord(current, wanted, work.ctx.at);
    const saved = await work.stores.cases.save({ ...kept, updatedAt: work.ctx.at });
    if (saved !== null) return saved;
  }
  throw new Error(`case ${caseId} was overtaken too many times`);
}

/** Adds a line to the case's history. */
export async function record(
  work: Work,
  caseId: string,
  kind: CaseEventKind,
  actor: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await work.stores.cases.addEvent({ caseId, at: work.ctx.at, kind, actor, data });
}
