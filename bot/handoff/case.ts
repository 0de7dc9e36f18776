import type { Category } from '#bot/desk/category.ts';
import type { Priority } from '#bot/desk/priority.ts';
import type { ReplyLanguage, TicketType } from '#bot/triage/triage-result.ts';
import type { CaseRecord } from './case-record.ts';

/** ITIL's states of a ticket. */
export type CaseState = 'new' | 'in-progress' | 'on-hold' | 'resolved' | 'closed' | 'cancelled';
export type HoldReason = 'awaiting-requester' | 'awaiting-contractor' | 'awaiting-part' | 'awaiting-access';
export const openStates = ['new', 'in-progress', 'on-hold'] as const satisfies readonly CaseState[];

export type Assignee = { readonly kind: 'technician' | 'contractor' | 'dispatcher'; readonly id: string };

/** Something that was sent along. `id` and `size` (bytes) when its content is kept; `lost` when it could not be had. */
export type AttachmentName = {
  readonly name: string;
  readonly contentType: string;
  readonly id?: string;
  readonly size?: number;
  readonly lost?: boolean;
};

/** One line of the dialogue, secrets masked. */
export type DialogueLine = {
  readonly at: Date;
  readonly who: 'requester' | 'vaktis' | 'technician' | 'contractor';
  readonly name: string;
  readonly text: string;
  /** The channel's id of the message that said it, so that it can be found when it is changed. */
  readonly messageId?: string;
};

/** Something that was tried, and how it went. */
export type Attempt = {
  readonly at: Date;
  readonly noteId: string;
  readonly noteTitle: string;
  readonly outcome: 'not-solved' | 'shown' | 'already-tried';
};

/** Everything that whoever takes over needs, so that nobody has to repeat themselves. */
export type ContextPacket = {
  readonly requester: {
    readonly upn: string;
    readonly name: string;
    readonly title: string | null;
    readonly phone: string | null;
  };
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
    readonly visitHours: string | null;
    readonly visitNotes: string | null;
    /** Not the secret ones. */
    readonly facts: Readonly<Record<string, string>>;
    /** Names of the secret facts that exist; their values are shown on request and logged. */
    readonly secretFacts: readonly string[];
  } | null;
  /** The device as the note's asset or the person's words name it. */
  readonly device: string | null;
  /** In the person's own words, secrets masked. */
  readonly symptom: string;
  readonly since: string | null;
  readonly affected: string | null;
  readonly attempts: readonly Attempt[];
  /** Ids of the notes that were shown, and of technician-only notes about the same thing. */
  readonly notesShown: readonly string[];
  readonly technicianNotes: readonly string[];
  readonly dialogue: readonly DialogueLine[];
  readonly attachments: readonly AttachmentName[];
  /** In words, in the desk's language. */
  readonly classificationReason: string;
  /** ISO 639-1 of the requester's messages. */
  readonly language: string | null;
  /** Names of what was left out or masked. */
  readonly withheld: readonly string[];
  /** What a language model wrote about it for whoever takes it; never crosses to a contractor. */
  readonly machine?: MachineWords;
  /** Who made the case of what the requester had written elsewhere; absent: the requester did. */
  readonly reportedBy?: ReportedBy;
};

/** A colleague who reported it in the requester's name. */
export type ReportedBy = {
  readonly upn: string;
  readonly name: string;
  /** The words are the colleague's: what the requester had written was changed before it was sent. */
  readonly rewritten: boolean;
};

/** Checked against the dialogue, and marked wherever it is shown. */
export type MachineWords = {
  readonly at: Date;
  readonly model: string;
  /** Names and versions of the prompts. */
  readonly prompts: readonly string[];
  readonly summary: string | null;
  /** The requester's own words in the desk's language. */
  readonly translation: string | null;
  /** What the model would have answered, where the desk only wants to see it. */
  readonly suggestion: string | null;
};

export type Case = CaseRecord & {
  readonly id: string;
  /** For people: `VK-1042`. */
  readonly number: string;
  readonly state: CaseState;
  readonly holdReason: HoldReason | null;
  readonly type: TicketType;
  readonly priority: Priority;
  readonly category: Category;
  readonly siteId: string | null;
  readonly requesterUpn: string;
  /** Others who reported the same thing. */
  readonly reporterUpns: readonly string[];
  readonly replyLanguage: ReplyLanguage;
  readonly title: string;
  readonly packet: ContextPacket;
  /** Who has it: null until someone accepted (technician) or it was sent (contractor). */
  readonly assignee: Assignee | null;
  /** To whom it is offered at the moment. */
  readonly offeredTo: Assignee | null;
  /** When the assignee means to be there. */
  readonly promisedAt: Date | null;
  readonly onSiteAt: Date | null;
  readonly resolution: string | null;
  readonly contractorReference: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  /** Counts every stored change; a writer names the one it read. */
  readonly version: number;
};

export type CaseEventKind =
  | 'opened'
  | 'offered'
  | 'undeliverable'
  | 'accepted'
  | 'declined'
  | 'not-acknowledged'
  | 'passed-on'
  | 'escalated'
  | 'sent-to-contractor'
  | 'contractor-failed'
  | 'contractor-said'
  | 'contractor-state'
  | 'bounced'
  | 'given-back'
  | 'file-sent'
  | 'alerted'
  | 'alert-failed'
  | 'promised'
  | 'on-site'
  | 'on-hold'
  | 'resumed'
  | 'asked-requester'
  | 'told-requester'
  | 'requester-answered'
  | 'detail-added'
  | 'joined'
  | 'resolved'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'cancelled'
  | 'secret-fact-shown'
  | 'note-confirmed'
  | 'note-corrected'
  | 'symptom-added'
  | 'slipping'
  | 'promise-broken'
  | 'response-overdue'
  | 'contractor-overdue'
  | 'owner-absent'
  | 'split-off'
  | 'works-for-reporter'
  | 'reprioritised'
  | 'announced'
  | 'note-gone'
  | 'remote-judged'
  | 'rescued';

/** The case's history: append-only. */
export type CaseEvent = {
  readonly caseId: string;
  readonly at: Date;
  readonly kind: CaseEventKind;
  /** upn, contractor id or `vaktis`. */
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** One offer of one case to one technician or dispatcher. At most one per case is `offered`. */
export type Offer = {
  readonly id: string;
  readonly caseId: string;
  readonly to: Assignee;
  readonly status: 'offered' | 'accepted' | 'declined' | 'expired' | 'undeliverable' | 'withdrawn';
  readonly offeredAt: Date;
  /** When the escalation goes on if nobody answered. */
  readonly acknowledgeBy: Date | null;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
};

export function isOpen(state: CaseState): boolean {
  return openStates.some((open) => open === state);
}
