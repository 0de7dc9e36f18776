import type { Speaker } from '#bot/i18n/speaker.ts';
import type { CaseView, PartyView, WhenView } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, capitalise, type Said, said } from './said.ts';

export function sayStatus(reply: ReplyOf<'status'>, speaker: Speaker): Said {
  const { status } = speaker.say.cases;
  if (reply.cases.length === 0) return said(status.none, [status.noneHint]);
  const lines = reply.cases.flatMap((view) => [
    speaker.say.cases.numberAndTitle(view.number, view.title),
    bullet(statusLine(view, speaker, 'requester')),
  ]);
  return said(status.title, [], [...lines, speaker.say.talk.askForPerson]);
}

/** "Pågår: Karin Lind har det, räknar med att vara hos er ca 10.40". */
export function statusLine(
  view: CaseView,
  speaker: Speaker,
  reader: 'requester' | 'colleague' = 'colleague',
): string {
  const { say } = speaker;
  const isForReader = reader === 'requester' && view.holdReason === 'awaiting-requester';
  const usual = view.holdReason ? (say.words.holdReason[view.holdReason] ?? view.holdReason) : null;
  const hold = isForReader ? say.cases.status.waitsForYou : usual;
  const state = view.state === 'on-hold' && hold ? hold : say.words.state[view.state];
  return `${capitalise(state)}: ${[holderWords(view, speaker), comingWords(view, speaker)].filter(Boolean).join(', ')}`;
}

function holderWords(view: CaseView, { say }: Speaker): string {
  if (view.assignee) return say.cases.holder(view.assignee.name);
  return view.offeredTo ? say.cases.offered(view.offeredTo.name) : say.cases.nobodyYet;
}

function comingWords(view: CaseView, { say, aboutTime, time }: Speaker): string {
  if (view.onSiteAt) return say.cases.isOnSite;
  if (view.promisedAt) return say.cases.expected(aboutTime(view.promisedAt));
  if (view.answerBy) return say.cases.asksNext(time(view.answerBy));
  const waits = view.when?.kind === 'waits' ? view.when.at : null;
  return waits ? say.cases.status.starts(time(waits)) : '';
}

/** Whoever has it, or is asked to take it. */
export function holder(view: CaseView): PartyView | null {
  return view.assignee ?? view.offeredTo;
}

export function sayDetailAdded({ case: view, urgent }: ReplyOf<'detail-added'>, { say }: Speaker): Said {
  const who = holder(view);
  const seen = who ? [say.cases.willSee(who.name)] : [];
  const known = urgent ? [say.cases.urgentAlready] : [];
  return said(null, [[say.cases.detailAdded(view.number), ...seen, ...known].join(' ')]);
}

export function sayRelayed({ case: view, urgent }: ReplyOf<'relayed'>, { say }: Speaker): Said {
  const who = holder(view);
  const told = who ? say.cases.relayed(who.name) : say.cases.relayedToAll;
  return said(null, [urgent ? `${told} ${say.cases.urgentAlready}` : told]);
}

/** Who has been told that it is more urgent, and what happens next. */
export function sayRaised(reply: ReplyOf<'raised'>, speaker: Speaker): Said {
  const { raised } = speaker.say.cases;
  return said(null, [raised.title(reply.case.number), ...whoIsTold(reply.case, speaker)]);
}

function whoIsTold(view: CaseView, { say, time }: Speaker): string[] {
  const { raised } = say.cases;
  const who = holder(view);
  if (who === null) return [raised.nobody];
  const ring = who.kind === 'contractor' && who.phone ? [raised.cannotWait(who.name, who.phone)] : [];
  const at = view.when?.kind === 'waits' ? view.when.at : null;
  if (at !== null && who.kind === 'contractor')
    return [say.cases.handedOff.contractorWaits(who.name, time(at)), ...ring];
  if (view.assignee !== null || who.kind === 'contractor') return [raised.has(who.name), ...ring];
  if (at !== null) return [raised.waits(who.name, time(at))];
  return [raised.asked(who.name, view.answerBy === undefined ? null : time(view.answerBy))];
}

export function sayJoined(reply: ReplyOf<'joined'>, speaker: Speaker): Said {
  const { say } = speaker;
  const count = reply.reporters > 1 ? [say.cases.joinedCount(reply.reporters)] : [];
  return said(say.cases.joined(reply.case.number), [
    reply.announcement ?? '',
    statusLine(reply.case, speaker),
    [...count, say.cases.joinedNews].join(' '),
  ]);
}

export function saySolved(reply: ReplyOf<'solved'>, { say }: Speaker): Said {
  const done = reply.case ? [say.cases.solvedCase(reply.case.number)] : [];
  return said(null, [[...done, say.cases.solved].join(' ')]);
}

export function sayCancelled(reply: ReplyOf<'cancelled'>, { say }: Speaker): Said {
  return said(null, [reply.case ? say.cases.cancelled(reply.case.number) : say.cases.cancelledNone]);
}

export function sayReopened({ case: view, asksWhy }: ReplyOf<'reopened'>, { say }: Speaker): Said {
  const who = holder(view);
  const told = who ? [say.cases.reopenedFor(who.name)] : [];
  const why = asksWhy ? say.cases.reopenedWhy : '';
  return said(null, [[say.cases.reopened(view.number), ...told].join(' '), why]);
}

export function sayWhoIsTechnician(reply: ReplyOf<'who-is-technician'>, speaker: Speaker): Said {
  const { technician } = speaker.say.cases;
  const { technician: who, siteName } = reply;
  if (!who) return said(technician.unknown, [], [technician.unknownHint]);
  return said(
    siteName ? technician.titleAt(who.name, siteName) : technician.title(who.name),
    [dutyWords(reply.when, speaker)],
    [...(who.phone ? [technician.phone(who.phone)] : []), technician.describe],
  );
}

function dutyWords(when: WhenView, { say, time }: Speaker): string {
  if (when.kind === 'now') return say.cases.technician.now;
  const back = when.kind === 'waits' ? when.at : null;
  return back ? say.cases.technician.backAt(time(back)) : say.cases.technician.away;
}
