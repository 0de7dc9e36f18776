import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { words as english } from './en/words.ts';
import { words as swedish } from './sv/words.ts';
import { en } from './tab-try-en.ts';
import { sv } from './tab-try-sv.ts';

/** The words of the tab’s place to try things. Swedish is written first. */
export type TabTryTexts = typeof sv;

export const tabTryTexts: Readonly<Record<ReplyLanguage, TabTryTexts>> = { sv, en };

/** What a priority is called; one that is not known is shown as it is written. */
export function priorityName(language: ReplyLanguage, priority: string): string {
  const known: Readonly<Record<string, string>> = language === 'sv' ? swedish.priority : english.priority;
  return known[priority] ?? priority;
}
