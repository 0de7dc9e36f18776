import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './tab-try-en.ts';
import { sv } from './tab-try-sv.ts';

/** The words of the tab’s place to try things. Swedish is written first. */
export type TabTryTexts = typeof sv;

export const tabTryTexts: Readonly<Record<ReplyLanguage, TabTryTexts>> = { sv, en };
