import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './api-en.ts';
import { sv } from './api-sv.ts';

/** What the editors' API says to the person in front of the tab. */
export type ApiTexts = typeof sv;

export const apiTexts: Readonly<Record<ReplyLanguage, ApiTexts>> = { sv, en };
