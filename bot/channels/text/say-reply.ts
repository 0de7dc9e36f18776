import type { Speaker } from '#bot/i18n/speaker.ts';
import type { Envelope, Reply } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { type Said, said } from './said.ts';
import { sayAnswer, sayGuidedStep, sayNotIt } from './say-answer.ts';
import { sayAnnounced, sayAnnouncement, sayAnnounceQuestion, sayBoard } from './say-board.ts';
import { sayCase } from './say-case.ts';
import {
  sayCancelled,
  sayDetailAdded,
  sayJoined,
  sayRaised,
  sayRelayed,
  sayReopened,
  saySolved,
  sayStatus,
  sayWhoIsTechnician,
} from './say-cases.ts';
import { sayContractorDown, sayContractorUp } from './say-contractor-line.ts';
import { sayMyDay, sayOverdue, sayRelayedToRequester, saySlipQuestion } from './say-day.ts';
import { sayAssignedCases, sayCaseMessage, sayPressOutcome, saySecretFact } from './say-desk-work.ts';
import { sayAbsenceKept, sayAbsenceQuestion, sayBackAtWork, sayDuty } from './say-duty.ts';
import { saySite, sayWeek } from './say-figures.ts';
import { sayHandedOff } from './say-handed-off.ts';
import { sayMatrixDecided, sayMatrixSuggestion } from './say-matrix.ts';
import { sayNoteQuote } from './say-note-quote.ts';
import { sayNotice } from './say-notice.ts';
import { sayNoteReminder } from './say-reminder.ts';
import { sayReported } from './say-reported.ts';
import {
  sayAlreadyHandled,
  sayAsk,
  sayAttachmentsLost,
  sayGreeting,
  sayHelp,
  sayMasked,
  sayPrivateMatter,
  sayProblem,
  saySeveralProblems,
  saySiteNoted,
  sayWelcome,
} from './say-talk.ts';
import { sayWaiting } from './say-waiting.ts';

type Sayers = {
  readonly [Kind in Reply['kind']]: (reply: ReplyOf<Kind>, speaker: Speaker, introduced: boolean) => Said;
};

const sayers: Sayers = {
  duty: sayDuty,
  'absence-question': sayAbsenceQuestion,
  'absence-kept': sayAbsenceKept,
  'back-at-work': sayBackAtWork,
  'my-day': sayMyDay,
  'slip-question': saySlipQuestion,
  overdue: sayOverdue,
  'relayed-to-requester': sayRelayedToRequester,
  board: sayBoard,
  'announce-question': sayAnnounceQuestion,
  announced: sayAnnounced,
  announcement: sayAnnouncement,
  'note-reminder': sayNoteReminder,
  'figures-week': sayWeek,
  'figures-site': saySite,
  reported: sayReported,
  'matrix-suggestion': sayMatrixSuggestion,
  'matrix-decided': sayMatrixDecided,
  'no-matrix-suggestions': (_reply, { say }) => said(null, [say.contractor.row.none]),
  'contractor-down': sayContractorDown,
  'contractor-up': sayContractorUp,
  greeting: sayGreeting,
  help: (_reply, speaker) => sayHelp(speaker),
  thanks: (_reply, { say }) => said(null, [say.talk.thanks]),
  'about-notes': ({ isWrong, mayWrite }, { say }) =>
    said(
      null,
      [isWrong ? say.talk.noteIsWrong : '', mayWrite ? say.talk.writeNotes : say.talk.othersWrite].filter(
        Boolean,
      ),
    ),
  trying: ({ noted }, { say }) => said(null, [noted === true ? say.talk.noted : say.talk.trying]),
  answer: sayAnswer,
  'guided-step': sayGuidedStep,
  'note-quote': sayNoteQuote,
  ask: sayAsk,
  'handed-off': sayHandedOff,
  'not-it': sayNotIt,
  status: sayStatus,
  'detail-added': sayDetailAdded,
  relayed: sayRelayed,
  raised: sayRaised,
  joined: sayJoined,
  solved: saySolved,
  cancelled: sayCancelled,
  reopened: sayReopened,
  'who-is-technician': sayWhoIsTechnician,
  'site-noted': saySiteNoted,
  masked: sayMasked,
  'case-notice': sayNotice,
  'already-handled': (_reply, speaker) => sayAlreadyHandled(speaker),
  'attachments-lost': sayAttachmentsLost,
  'private-matter': sayPrivateMatter,
  'several-problems': saySeveralProblems,
  'case-card': (reply, speaker) => sayCase(reply.view, speaker),
  'secret-fact': saySecretFact,
  'case-message': sayCaseMessage,
  'assigned-cases': sayAssignedCases,
  'press-outcome': sayPressOutcome,
  waiting: sayWaiting,
  welcome: sayWelcome,
  problem: sayProblem,
};

/** Any reply in plain sentences. */
export function sayReply(envelope: Envelope, speaker: Speaker): Said {
  return sayAs(envelope.content, speaker, introduces(envelope));
}

/** The kind ties the sentence's maker to its reply, which a plain look-up would lose. */
function sayAs<Kind extends Reply['kind']>(
  reply: ReplyOf<Kind> & { kind: Kind },
  speaker: Speaker,
  introduced: boolean,
): Said {
  return sayers[reply.kind](reply, speaker, introduced);
}

/** The welcome is a first message by nature. */
export function introduces(envelope: Envelope): boolean {
  return envelope.introduce || envelope.content.kind === 'welcome';
}

/** A hazard's safety line comes before everything else. */
export function isHazardous(reply: Reply): boolean {
  return 'hazard' in reply && reply.hazard;
}
