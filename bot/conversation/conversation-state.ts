import type { Category } from '#bot/desk/category.ts';
import type { AttachmentName, Attempt, DialogueLine, ReportedBy } from '#bot/handoff/case.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** One matter that is being talked about and has no case yet. */
export type Report = {
  readonly id: string;
  readonly startedAt: Date;
  /** What the person said about it, turn by turn, secrets masked. */
  readonly words: readonly string[];
  /** Chosen with a button or corrected; null: still as the words and the home site have it. */
  readonly siteId: string | null;
  readonly category: Category | null;
  readonly questionsAsked: number;
  /** What the last question was about, while it waits for its answer. */
  readonly awaiting: 'site' | 'problem' | 'device' | 'details' | null;
  readonly attempts: readonly Attempt[];
  readonly shownNoteIds: readonly string[];
  /** The step of the latest note that was shown by itself, from 1; 0 = none yet. */
  readonly stepShown: number;
  /** Questions about the advice: what was asked for last, what of the note was quoted, how many it did not answer. */
  readonly followUps?: {
    readonly asked: readonly string[];
    readonly quoted: readonly string[];
    readonly unanswered: number;
    /** The last thing said was that the note does not tell, and whether a person should. */
    readonly offered?: boolean;
    /** The note that says whose it is, when it is not IT's. */
    readonly referredTo?: string;
  };
  readonly dialogue: readonly DialogueLine[];
  readonly attachments: readonly AttachmentName[];
  readonly masked: readonly string[];
  /** The colleague who reports it in the person's name; absent: the person does. */
  readonly reportedBy?: ReportedBy;
};

/** What Vaktis remembers of its talk with one person in one conversation. */
export type ConversationState = {
  readonly address: ConversationAddress;
  readonly personUpn: string;
  readonly introduced: boolean;
  /** Asked for ("in English please"); otherwise the language of the last message that had one. */
  readonly language: ReplyLanguage | null;
  readonly languageAsked: boolean;
  /** Where a substitute said they are, believed for that local date. */
  readonly siteToday: { readonly siteId: string; readonly date: string } | null;
  /** The matter under way, then those still to come from the same message. */
  readonly reports: readonly Report[];
  /** The case that the talk was about last, so that a detail or "samma fel igen" finds it. */
  readonly lastCaseId: string | null;
  /** When the person last wrote; a report left for long is not continued. */
  readonly lastAt: Date | null;
  /** Counts every stored change; a writer names the one it read. 0 = not stored yet. */
  readonly version: number;
};
