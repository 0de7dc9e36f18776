import type { Speaker } from '#bot/i18n/speaker.ts';
import type { CaseNotice, CaseView } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { type Said, said } from './said.ts';
import { holder } from './say-cases.ts';
import { sayContractorWaiting } from './say-contractor-line.ts';

/** What happened to a case, for its requester. The case's number and title follow in plain text. */
export function sayNotice({ case: view, notice }: ReplyOf<'case-notice'>, speaker: Speaker): Said {
  const words = noticeWords(view, notice, speaker);
  const about = speaker.say.cases.numberAndTitle(view.number, view.title);
  return { ...words, inTextOnly: [...words.inTextOnly, about] };
}

function noticeWords(view: CaseView, notice: CaseNotice, speaker: Speaker): Said {
  const { notice: say } = speaker.say.cases;
  const name = holder(view)?.name ?? say.someone;
  switch (notice.event) {
    case 'accepted':
      return said(notice.at ? say.acceptedAt(name, speaker.aboutTime(notice.at)) : say.accepted(name), [
        ringLine(view, speaker),
        say.acceptedMore,
      ]);
    case 'promised':
      return said(say.promised(name, speaker.aboutTime(notice.at)), [ringLine(view, speaker)]);
    case 'on-site':
      return said(say.onSite(name), []);
    case 'reassigned':
      return said(holder(view) ? say.reassigned(name) : say.reassignedNobody, [
        say.why[notice.reason],
        say.nothingLost,
      ]);
    case 'asked':
      return said(say.asked(name), [notice.text], [say.answerHere]);
    case 'message':
      return said(say.message(name), [notice.text, notice.doubt ? say.doubt : say.answerHere]);
    default:
      return laterWords(view, notice, speaker);
  }
}

type LateNotice = Extract<
  CaseNotice,
  { event: 'delayed' | 'slipping' | 'late' | 'overdue' | 'split-off' | 'announced' }
>;

/** What is told before the requester has to ask: it takes longer than was said. */
function lateWords(view: CaseView, notice: LateNotice, speaker: Speaker): Said {
  const { notice: say } = speaker.say.cases;
  const name = holder(view)?.name ?? say.someone;
  switch (notice.event) {
    case 'delayed':
      return said(say.delayed(name, speaker.time(notice.at)), [say.delayedMore, ringLine(view, speaker)]);
    case 'slipping':
      return said(say.slipping, [
        say.slippingMore(name, speaker.aboutTime(notice.at)),
        ringLine(view, speaker),
      ]);
    case 'late': {
      const next = notice.at ? say.slippingMore(name, speaker.aboutTime(notice.at)) : say.lateMore;
      return said(say.late(name), [next, ringLine(view, speaker)]);
    }
    case 'overdue':
      return said(say.overdue, [say.overdueMore]);
    case 'announced':
      return said(say.announced, [notice.text]);
    case 'split-off':
      return said(say.splitOff, [say.splitOffMore, say.nothingLost]);
  }
}

type LaterNotice = Exclude<
  CaseNotice,
  { event: 'accepted' | 'promised' | 'on-site' | 'reassigned' | 'asked' | 'message' }
>;

function laterWords(view: CaseView, notice: LaterNotice, speaker: Speaker): Said {
  const { notice: say } = speaker.say.cases;
  const who = holder(view);
  switch (notice.event) {
    case 'sent-to-contractor':
      return said(say.sentToContractor(who?.name ?? say.contractor), [
        notice.reference ? say.theirReference(notice.reference) : '',
        say.nothingLost,
      ]);
    case 'contractor-unreachable':
      return said(say.contractorUnreachable, [say.contractorUnreachableMore]);
    case 'contractor-waiting':
      return sayContractorWaiting(view, notice, speaker);
    case 'contractor-working':
      return said(say.contractorWorking(who?.name ?? say.contractor), [say.contractorWorkingMore]);
    case 'on-hold':
      return said(say.onHold, [
        say.holdReason[notice.reason] ?? notice.reason,
        notice.reason === 'awaiting-requester' ? say.answerHere : '',
      ]);
    case 'resolved':
      return said(
        who ? say.resolved(who.name) : say.resolvedNobody,
        [notice.resolution ? say.resolution(notice.resolution) : '', say.worksNow],
        [say.worksNowText],
      );
    case 'closed':
      return said(say.closed, [say.closedMore]);
    case 'cancelled':
      return said(say.cancelled, [say.cancelledMore]);
    default:
      return lateWords(view, notice, speaker);
  }
}

/** The view holds a number only where the requester may ring it. */
function ringLine(view: CaseView, { say }: Speaker): string {
  const phone = holder(view)?.phone;
  return phone ? say.cases.technician.phone(phone) : '';
}
