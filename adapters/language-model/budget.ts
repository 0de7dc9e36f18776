import type { ModelLeash } from '#bot/settings/language-model-settings.ts';
import type { ModelCallStore } from './model-call.ts';

/** What other processes spent is looked up this often, in milliseconds. */
const lookUpEvery = 60_000;
const day = 24 * 60 * 60 * 1000;

export type Budget = {
  /** Whether that person, and the desk, have tokens left. A database that does not answer spends nothing: false. */
  mayAsk(upn: string | null): Promise<boolean>;
  spend(upn: string | null, tokens: number): void;
};

type Known = { readonly at: number; person: number; today: number; month: number };

/** Counts tokens by person and day, by desk and day, and by desk and month of 30 days. */
export function createBudget(
  { budgets }: Pick<ModelLeash, 'budgets'>,
  store: Pick<ModelCallStore, 'spent'>,
  now: () => Date,
): Budget {
  const known = new Map<string, Known>();
  const isBound = Object.values(budgets).some((bound) => bound !== null);
  const lookUp = async (upn: string | null): Promise<Known> => {
    const at = now().getTime();
    const before = known.get(upn ?? '');
    if (before !== undefined && at - before.at < lookUpEvery && before.at <= at) return before;
    const spent = await store.spent({ upn, dayFrom: new Date(at - day), monthFrom: new Date(at - 30 * day) });
    const fresh = { at, person: spent.personToday, today: spent.deskToday, month: spent.deskThisMonth };
    if (known.size > 5_000) known.clear();
    known.set(upn ?? '', fresh);
    return fresh;
  };
  return {
    async mayAsk(upn) {
      if (!isBound) return true;
      const spent = await lookUp(upn).catch(() => null);
      if (spent === null) return false;
      const isWithin = (used: number, bound: number | null) => bound === null || used < bound;
      return (
        (upn === null || isWithin(spent.person, budgets.personPerDay)) &&
        isWithin(spent.today, budgets.deskPerDay) &&
        isWithin(spent.month, budgets.deskPerMonth)
      );
    },
    spend(upn, tokens) {
      for (const [key, spent] of known) {
        if (key === (upn ?? '') && upn !== null) spent.person += tokens;
        spent.today += tokens;
        spent.month += tokens;
      }
    },
  };
}
