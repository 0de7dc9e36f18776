import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './tab-work-en.ts';
import { sv } from './tab-work-sv.ts';

/** The words of the tab's list of work. Swedish is written first. */
export type TabWorkTexts = typeof sv;

export const tabWorkTexts: Readonly<Record<ReplyLanguage, TabWorkTexts>> = { sv, en };
