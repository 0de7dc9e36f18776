import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';
import { statusLine } from './say-cases.ts';

export function boardCounts(reply: ReplyOf<'board'>, { say }: Speaker): string {
  return say.dispatch.board.counts(reply.open, reply.unacknowledged, reply.slipping, reply.waiting);
}

export function flagWords(flag: ReplyOf<'board'>['rows'][number]['flag'], { say }: Speaker): string {
  return flag === null ? '' : (say.dispatch.board.flags[flag] ?? '');
}

export function sayBoard(reply: ReplyOf<'board'>, speaker: Speaker): Said {
  const { board } = speaker.say.dispatch;
  const rows = reply.rows.map(({ case: view, flag }) =>
    bullet(
      [
        flagWords(flag, speaker),
        speaker.say.cases.numberAndTitle(view.number, view.title),
        view.siteName,
        statusLine(view, speaker),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  return said(board.title, [boardCounts(reply, speaker), rows.length === 0 ? board.calm : ''], rows);
}

export function sayAnnounceQuestion(reply: ReplyOf<'announce-question'>, { say }: Speaker): Said {
  const { announce } = say.dispatch;
  const where = reply.siteNames.length > 0 ? reply.siteNames.join(', ') : announce.everywhere;
  return said(announce.question, [
    reply.outage.text,
    [announce.where(where), reply.concerned > 0 ? announce.concerned(reply.concerned) : '']
      .filter(Boolean)
      .join('. '),
    announce.joins,
  ]);
}

export function sayAnnounced(reply: ReplyOf<'announced'>, { say }: Speaker): Said {
  return said(say.dispatch.announce.done(reply.told), [
    say.cases.numberAndTitle(reply.case.number, reply.text),
    say.dispatch.announce.joins,
  ]);
}

export function sayAnnouncement(reply: ReplyOf<'announcement'>, { say }: Speaker): Said {
  const { announce } = say.dispatch;
  const title = reply.siteNames.length > 0 ? announce.titleAt(reply.siteNames.join(', ')) : announce.title;
  return said(title, [reply.text, announce.noNeed]);
}
