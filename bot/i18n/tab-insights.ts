import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './tab-insights-en.ts';
import { sv } from './tab-insights-sv.ts';

/** The words around the tab's figures; what each measure is called and how it is worked out comes from the server. */
export type TabInsightsTexts = typeof sv;

export const tabInsightsTexts: Readonly<Record<ReplyLanguage, TabInsightsTexts>> = { sv, en };
