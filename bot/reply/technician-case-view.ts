import type { Category } from '#bot/desk/category.ts';
import type { AttachmentView } from './attachment-view.ts';
import type { ContractorRecordView } from './contractor-view.ts';
import type { CaseView, NoteView } from './reply.ts';

/** A case as the technician (or dispatcher) who has it, or is offered it, sees it. */
export type TechnicianCaseView = CaseView & {
  readonly viewer: {
    readonly upn: string;
    readonly relation: 'offered' | 'assigned' | 'dispatcher' | 'former';
  };
  readonly offerId: string | null;
  readonly acknowledgeBy: string | null;
  readonly type: 'incident' | 'service-request';
  readonly category: Category;
  readonly hazard: boolean;
  readonly reporters: number;
  /** Others who reported the same, with their site: each can be split off. */
  readonly others?: readonly {
    readonly upn: string;
    readonly name: string;
    readonly siteName: string | null;
  }[];
  readonly requester: {
    readonly name: string;
    readonly title: string | null;
    readonly phone: string | null;
    /** For a direct chat. */
    readonly upn?: string;
  };
  /** The colleague who reported it in the requester's name. `rewritten`: the symptom is in the colleague's words. */
  readonly reportedBy?: { readonly name: string; readonly rewritten: boolean };
  /** Asked of whoever solved it, once: could it have been done from a distance? */
  readonly askRemote?: boolean;
  readonly site: {
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
    readonly visitHours: string | null;
    readonly visitNotes: string | null;
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    /** Names only: the values come on request, one at a time, and the request is logged. */
    readonly secretFacts: readonly string[];
  } | null;
  readonly device: string | null;
  readonly symptom: string;
  readonly since: string | null;
  readonly affected: string | null;
  readonly attempts: readonly {
    readonly noteTitle: string;
    readonly outcome: 'not-solved' | 'shown' | 'already-tried';
  }[];
  /** Notes about that room, technician-only ones among them, and links by id. */
  readonly notes: readonly NoteView[];
  readonly dialogue: readonly { readonly at: string; readonly name: string; readonly text: string }[];
  readonly attachments: readonly AttachmentView[];
  readonly classificationReason: string;
  readonly withheld: readonly string[];
  /** What was asked, without names and numbers, to be added to a note that solved it; null or absent: not now. */
  readonly wording?: string | null;
  /** What a language model wrote about it; marked as such. Null or absent: nothing. */
  readonly machine?: {
    readonly summary: string | null;
    readonly translation: string | null;
    readonly suggestion: string | null;
  } | null;
  /** Colleagues that it can be passed on to. */
  readonly colleagues: readonly { readonly upn: string; readonly name: string }[];
  /** The next best thing to do, in the view's state. */
  readonly nextStep:
    | 'answer-offer'
    | 'say-when'
    | 'go'
    | 'resolve'
    | 'wait-for-requester'
    | 'wait-for-confirmation'
    | 'none';
  readonly resolution: string | null;
  /** Each contractor who has had it, in the order in which they got it. Absent: none. */
  readonly contractors?: readonly ContractorRecordView[];
  /** A contractor has it, and this reader can say that they sent it back. */
  readonly mayReturn?: boolean;
};
