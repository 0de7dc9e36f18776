import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import type { Saying } from './figure-words.ts';

/** What figures are said with: the reader's words and numbers. */
export function useSaying(): Saying {
  const words = useWords(tabInsightsTexts);
  return { words, language: useTab().language };
}
