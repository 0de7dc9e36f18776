import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { Case } from '#bot/handoff/case.ts';
import type { BounceReason, ContractorStay, PromiseRecord } from '#bot/handoff/case-record.ts';
import { bounceReasonsInOrder } from '#bot/i18n/insights.ts';

const levels: readonly PriorityLevel[] = ['low', 'low', 'low', 'moderate', 'moderate', 'high', 'critical'];
const hour = 3_600_000;

/** The same case with what desks differ in: priority, type, promises, how it went with the contractor. */
export function varyCase(item: Case, random: () => number): Case {
  const some = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const took = Math.round(random() ** 3 * 100 * hour);
  const resolvedAt = item.resolvedAt && new Date(item.resolvedAt.getTime() + took);
  const stays = item.contractorStays?.map((stay) => bounceSome(stay, some(bounceReasonsInOrder), random()));
  return {
    ...item,
    resolvedAt,
    type: random() < 0.3 ? 'service-request' : 'incident',
    priority: { ...item.priority, level: some(levels) ?? 'low' },
    promises: random() < 0.6 ? [promiseOf(item, random() < 0.7 ? 'kept' : 'late')] : [],
    ...(random() < 0.4 ? { couldBeRemote: random() < 0.3 } : {}),
    ...(stays === undefined ? {} : { contractorStays: stays }),
  };
}

function promiseOf({ createdAt, requesterUpn }: Case, outcome: 'kept' | 'late'): PromiseRecord {
  const at = new Date(createdAt.getTime() + hour);
  return { at, byUpn: requesterUpn, madeAt: createdAt, how: 'estimated', outcome, settledAt: at };
}

function bounceSome(stay: ContractorStay, reason: BounceReason | undefined, chance: number): ContractorStay {
  if (reason === undefined || chance > 0.2 || stay.to === null) return stay;
  return { ...stay, ended: 'returned', bounce: { at: stay.to, reason, words: null, byUpn: null } };
}
