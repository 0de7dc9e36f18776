import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './tab-exchange-en.ts';
import { sv } from './tab-exchange-sv.ts';

/** The words of the tab's import and export. Swedish is written first. */
export type TabExchangeTexts = typeof sv;

export const tabExchangeTexts: Readonly<Record<ReplyLanguage, TabExchangeTexts>> = { sv, en };
