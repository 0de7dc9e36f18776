import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { instantInWords } from '../../parts/when.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';

/** On paper only: whose figures they are, and when they were printed. */
export function PrintedFoot() {
  const { me, language } = useTab();
  const words = useWords(tabInsightsTexts).take;
  const now = instantInWords(new Date().toISOString(), language, me.timezone);
  return <p className="insights-on-paper insights-foot">{words.printed(now, me.deskName)}</p>;
}
