import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './en/index.ts';
import { sv } from './sv/index.ts';

/** Every sentence that a person reads. Swedish is written first, so a sentence missing in another language does not compile. */
export type Messages = typeof sv;

const all: Record<ReplyLanguage, Messages> = { sv, en };

/** The sentences of one language. */
export function messages(language: ReplyLanguage): Messages {
  return all[language];
}
