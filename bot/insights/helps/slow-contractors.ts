import type { Fact } from '../facts/fact.ts';
import type { Help } from './help.ts';

/** Fewer decided promises could be chance. */
const fewest = 10;
const mostTold = 2;

/** Contractors who broke their promise at least every other time, the most broken first. */
export function findSlowContractors(facts: readonly Fact[]): Help['contractorsToTalkTo'] {
  const judged = facts.filter(({ contractor }) => typeof contractor?.kept === 'boolean');
  const byContractor = Map.groupBy(judged, ({ contractorId }) => contractorId);
  return [...byContractor]
    .flatMap(([contractorId, own]) => {
      const late = own.filter(({ contractor }) => contractor?.kept === false);
      if (contractorId === null || own.length < fewest || late.length * 2 < own.length) return [];
      const over = ({ contractor }: Fact) => (contractor?.waited ?? 0) - (contractor?.promised ?? 0);
      return [
        {
          contractorId,
          kept: own.length - late.length,
          of: own.length,
          overBy: late.reduce((sum, fact) => sum + over(fact), 0),
          caseNumbers: late
            .toSorted((a, b) => over(b) - over(a))
            .flatMap(({ number }) => number ?? [])
            .slice(0, 10),
        },
      ];
    })
    .sort((a, b) => b.of - b.kept - (a.of - a.kept))
    .slice(0, mostTold);
}
