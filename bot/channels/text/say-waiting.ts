import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { type Said, said } from './said.ts';

export function sayWaiting({ what }: ReplyOf<'waiting'>, { say }: Speaker): Said {
  return said(null, [say.waiting[what]]);
}
