/**
 * What Vaktis says, as data. Features make these; only a channel turns them into words and cards, in the
 * language that the envelope names. Everything here can be stored as JSON: dates are ISO 8601 instants.
 */
import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { ReportedReply } from './beyond-chat.ts';
import type { CaseFile, CaseNotice } from './case-notice.ts';
import type { ComposedAnswer, ComposeRequest } from './composed-answer.ts';
import type { ContractorLineReply } from './contractor-line-reply.ts';
import type { DispatchReply } from './dispatch-reply.ts';
import type { FiguresReply } from './figures.ts';
import type { MatrixSuggestionReply } from './matrix-suggestion-reply.ts';
import type { NoteQuoteReply } from './note-quote-reply.ts';
import type { NoteReminderReply } from './note-reminder.ts';
import type { TechnicianCaseView } from './technician-case-view.ts';
import type { WaitingReply } from './waiting-reply.ts';

export type { CaseFile, CaseNotice } from './case-notice.ts';
export type { DayStop } from './dispatch-reply.ts';
export type { TechnicianCaseView } from './technician-case-view.ts';

export type ReplyLanguage = 'sv' | 'en';

/** A note as the reader may see it: [privat] parts are gone, technician-only notes never reach staff. */
export type NoteView = {
  readonly id: string;
  readonly title: string;
  readonly asset: string | null;
  readonly warning: string | null;
  /** Markdown before and beside the guided fix. */
  readonly introduction: string;
  /** The guided fix; may be empty. */
  readonly steps: readonly string[];
  /** Date. */
  readonly lastVerified: string | null;
  readonly verifiedBy: string | null;
  readonly stale: boolean;
  /** A known outage or planned work that holds now, and when it should be over. */
  readonly currentOutage: boolean;
  readonly validTo: string | null;
  /** True only in views for technicians: the note must not be read out to staff. */
  readonly technicianOnly?: boolean;
};

/** Somebody who can have a case. `phone` only where the reader may ring it. */
export type PartyView = {
  readonly kind: 'technician' | 'contractor' | 'dispatcher';
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
};

/** When somebody takes care of it. */
export type WhenView =
  | { readonly kind: 'now' }
  /** Nobody is on duty: it waits until then. `at` null = not known. */
  | { readonly kind: 'waits'; readonly at: string | null }
  /** Nobody is on duty and it cannot wait: escalation has begun. */
  | { readonly kind: 'escalating' };

export type CaseState = 'new' | 'in-progress' | 'on-hold' | 'resolved' | 'closed' | 'cancelled';

/** A case as its requester sees it. */
export type CaseView = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: CaseState;
  readonly holdReason: string | null;
  readonly siteName: string | null;
  readonly priority: PriorityLevel;
  readonly assignee: PartyView | null;
  readonly offeredTo: PartyView | null;
  readonly promisedAt: string | null;
  readonly onSiteAt: string | null;
  readonly when: WhenView | null;
  /** By then the one who is asked has answered, or the next one is asked. Absent: not known, or nobody is being asked. */
  readonly answerBy?: string;
  readonly createdAt: string;
  /** How many have reported it, when that is more than one. */
  readonly reporters?: number;
};

export type AskOption = { readonly value: string; readonly label: string };

export type Reply =
  | DispatchReply
  | MatrixSuggestionReply
  | NoteReminderReply
  | FiguresReply
  | ContractorLineReply
  | ReportedReply
  | WaitingReply
  | NoteQuoteReply
  // To staff
  | { readonly kind: 'greeting'; readonly name: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'thanks' }
  /** About the notes themselves: one is wrong, which its editors were told, or how one is written. */
  | { readonly kind: 'about-notes'; readonly isWrong: boolean; readonly mayWrite: boolean }
  /** They try what was advised. `noted`: they said how many, which or where, and it was kept. */
  | { readonly kind: 'trying'; readonly noted?: boolean }
  | {
      readonly kind: 'answer';
      /** Names the report in the presses, so that an old card's button is recognised. */
      readonly reportId: string;
      readonly note: NoteView;
      readonly siteName: string | null;
      readonly hazard: boolean;
      /** True when it is the second or later advice for the same matter. */
      readonly another: boolean;
      /** Other notes that it may as well be about, likeliest first: offered when the first is not sure. */
      readonly others?: readonly { readonly id: string; readonly title: string }[];
      /** To be put in a model's words when it is sent; the note itself stays the answer when that fails. */
      readonly compose?: ComposeRequest;
      /** The note in a model's words, checked. */
      readonly composed?: ComposedAnswer;
    }
  | {
      readonly kind: 'guided-step';
      readonly reportId: string;
      readonly noteId: string;
      readonly noteTitle: string;
      readonly step: string;
      /** From 1. */
      readonly index: number;
      readonly total: number;
      /** True only where technicians alone may read the note. */
      readonly technicianOnly?: boolean;
    }
  | {
      readonly kind: 'ask';
      readonly reportId: string;
      readonly about: 'site' | 'problem' | 'device' | 'details';
      /** For `problem` and `device`, labels are category words that the channel writes (label = category id). */
      readonly options: readonly AskOption[];
      readonly hazard: boolean;
    }
  | {
      readonly kind: 'handed-off';
      /** Null in a preview (`vaktis triage`), where no case is made: the words then leave out its number. */
      readonly case: CaseView | null;
      readonly to: PartyView | null;
      readonly when: WhenView;
      /** The desk had no note about this: said honestly, and kept for the editors. */
      readonly noNote: boolean;
      readonly hazard: boolean;
    }
  | {
      readonly kind: 'not-it';
      readonly reportId: string;
      readonly referral: { readonly to: string; readonly phone: string | null } | null;
      readonly note: NoteView | null;
      readonly hazard: boolean;
    }
  | { readonly kind: 'status'; readonly cases: readonly CaseView[] }
  /** `urgent`: it was said to be urgent, which the case says already. */
  | { readonly kind: 'detail-added'; readonly case: CaseView; readonly urgent?: boolean }
  | { readonly kind: 'relayed'; readonly case: CaseView; readonly urgent?: boolean }
  /** It was said to be more urgent: it is treated so from now on. */
  | { readonly kind: 'raised'; readonly case: CaseView; readonly hazard: boolean }
  | {
      readonly kind: 'joined';
      readonly case: CaseView;
      readonly reporters: number;
      /** What a dispatcher announced about it. */
      readonly announcement?: string | null;
    }
  | { readonly kind: 'solved'; readonly reportId: string | null; readonly case: CaseView | null }
  | { readonly kind: 'cancelled'; readonly case: CaseView | null }
  /** `asksWhy`: it was opened without a word of what is wrong. */
  | { readonly kind: 'reopened'; readonly case: CaseView; readonly asksWhy?: boolean }
  | {
      readonly kind: 'who-is-technician';
      readonly siteName: string | null;
      readonly technician: PartyView | null;
      readonly when: WhenView;
    }
  | { readonly kind: 'site-noted'; readonly siteName: string; readonly forToday: boolean }
  | { readonly kind: 'masked'; readonly what: readonly ('password' | 'personal-identity-number')[] }
  | { readonly kind: 'case-notice'; readonly case: CaseView; readonly notice: CaseNotice }
  | { readonly kind: 'already-handled' }
  /** Files that could not be fetched, by name. */
  | { readonly kind: 'attachments-lost'; readonly names: readonly string[] }
  /** Said where others read along. `moved`: it goes on in the person's own chat; else they are asked to write there. */
  | { readonly kind: 'private-matter'; readonly moved: boolean }
  | { readonly kind: 'several-problems'; readonly titles: readonly string[] }
  // To technicians and dispatchers
  | { readonly kind: 'case-card'; readonly view: TechnicianCaseView }
  | {
      readonly kind: 'secret-fact';
      readonly caseNumber: string;
      readonly siteName: string;
      readonly name: string;
      readonly value: string;
    }
  | {
      readonly kind: 'case-message';
      readonly case: CaseView;
      readonly from: string;
      readonly text: string;
      readonly files?: readonly CaseFile[];
      /** With these words the priority was raised. */
      readonly raised?: { readonly from: PriorityLevel; readonly to: PriorityLevel };
    }
  | { readonly kind: 'assigned-cases'; readonly cases: readonly CaseView[] }
  | {
      readonly kind: 'press-outcome';
      readonly outcome:
        | 'done'
        | 'already-done'
        | 'taken'
        | 'withdrawn'
        | 'not-yours'
        | 'gone'
        | 'missing-input';
      readonly caseNumber: string | null;
      /** Who has it, when somebody else does. */
      readonly by: string | null;
    }
  // To anybody
  | {
      readonly kind: 'welcome';
      readonly name: string;
      /** `group`: everybody in a group chat or a team. */
      readonly role: 'staff' | 'technician' | 'dispatcher' | 'group';
      readonly deskName: string;
    }
  | {
      readonly kind: 'problem';
      /** `slow`: it is under way, and what comes of it is said later. */
      readonly reason: 'empty' | 'too-long' | 'unreadable' | 'failed' | 'slow';
      /** To quote when asking for help. */
      readonly reference: string;
    };

/** A reply with how to say it. `introduce`: the first message to this person says that Vaktis is a bot. */
export type Envelope = {
  readonly language: ReplyLanguage;
  readonly introduce: boolean;
  readonly content: Reply;
};
