import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { RowToChange } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';

/** A row of the matrix as a sentence: what it is about, from whom, to whom. */
export function useRowWords(): (row: RowToChange) => string {
  const words = useWords(tabInsightsTexts).help;
  const kinds = useWords(kindTexts);
  return ({ category, siteKind, contractorName, insteadOf }) => {
    const about = [kinds.category[category], siteKind && kinds.siteKind[siteKind]].filter(Boolean).join(', ');
    return words.rowSays(capital(about), contractorName, insteadOf);
  };
}
