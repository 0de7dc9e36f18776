import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './tab-desk-en.ts';
import { sv } from './tab-desk-sv.ts';

/** The words of the tab's views of the desk's own data. Swedish is written first. */
export type TabDeskTexts = typeof sv;

export const tabDeskTexts: Readonly<Record<ReplyLanguage, TabDeskTexts>> = { sv, en };
