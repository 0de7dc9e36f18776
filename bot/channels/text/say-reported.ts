import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { type Said, said } from './said.ts';

/** That a case was made of what one of the two had written, to each of them. */
export function sayReported(reply: ReplyOf<'reported'>, { say }: Speaker): Said {
  const { reported, made } = say.beyond;
  if (reply.role === 'requester') {
    const words = reply.words === null ? '' : reported.words(reply.words);
    return said(reported.forYou(reply.name, reply.number), [words, reported.cancelIfWrong]);
  }
  const told = reply.reachable ? made.tells(reply.name) : made.unreachable(reply.name);
  return said(null, [reported.byYou(reply.name, reply.number), told]);
}
