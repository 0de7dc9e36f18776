import { isDay } from '#bot/desk/local-time.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

/** "Karin Lind är i tjänst på fredag kl. 15.00 för Solrosen". */
export function sayDuty(reply: ReplyOf<'duty'>, speaker: Speaker): Said {
  const { duty } = speaker.say.dispatch;
  const [first, ...others] = reply.onDuty;
  const names = (parties: readonly { readonly name: string }[]) => parties.map(({ name }) => name).join(', ');
  const next = reply.next ? duty.next(reply.next.name, speaker.time(reply.next.at)) : duty.nobodyAhead;
  return said(headline(reply, speaker), [
    first?.phone ? duty.phone(first.phone) : '',
    others.length > 0 ? duty.alsoWorking(names(others)) : '',
    reply.onCall.length > 0 ? duty.onCall(names(reply.onCall)) : '',
    first ? '' : next,
    ...reply.away.map(({ name, until }) => duty.away(name, speaker.time(until))),
  ]);
}

function headline({ onDuty, now, siteName, at }: ReplyOf<'duty'>, { say, time }: Speaker): string {
  const { duty } = say.dispatch;
  const name = onDuty[0]?.name;
  if (name === undefined) return now ? duty.nobodyNow : duty.nobodyLater(time(at));
  if (now) return siteName ? duty.nowAt(name, siteName) : duty.now(name);
  return siteName ? duty.laterAt(name, time(at), siteName) : duty.later(name, time(at));
}

export function sayAbsenceQuestion(reply: ReplyOf<'absence-question'>, speaker: Speaker): Said {
  const { absence } = speaker.say.dispatch;
  const { moves, waits } = reply;
  return said(absence.question, [
    periodWords({ ...reply, days: daysOf(reply.absence) }, speaker),
    [
      moves > 0 ? absence.moves(moves) : '',
      waits > 0 ? absence.keeps(waits) : '',
      moves + waits === 0 ? absence.nothingOpen : absence.everybodyTold,
    ]
      .filter((part) => part !== '')
      .join(' '),
  ]);
}

type Away = Pick<ReplyOf<'absence-kept'>, 'days' | 'from' | 'to'>;

/** Whole days are said as days. */
function periodWords({ days, from, to }: Away, { say, date, time }: Speaker): string {
  const { absence } = say.dispatch;
  if (days === null) return absence.period(time(from), time(to));
  return days.from === days.to
    ? absence.oneDay(date(days.from))
    : absence.days(date(days.from), date(days.to));
}

function daysOf({ from, to }: ReplyOf<'absence-question'>['absence']): Away['days'] {
  return isDay(from) && isDay(to) ? { from, to } : null;
}

export function sayAbsenceKept(reply: ReplyOf<'absence-kept'>, speaker: Speaker): Said {
  const { say } = speaker;
  const { absence } = say.dispatch;
  const thanks = reply.reason === 'sjuk' ? absence.done : absence.doneOther;
  return said(reply.name === null ? thanks : absence.colleague(reply.name), [
    periodWords(reply, speaker),
    ...reply.moved.map(({ about, to }) => {
      const number = say.cases.number(about);
      return bullet(to === null ? absence.movedOn(number) : absence.movedTo(number, to));
    }),
    ...reply.waiting.map((about) => bullet(absence.kept(say.cases.number(about)))),
  ]);
}

export function sayBackAtWork({ wasAway }: ReplyOf<'back-at-work'>, { say }: Speaker): Said {
  return said(null, [wasAway ? say.dispatch.absence.back : say.dispatch.absence.notAway]);
}
