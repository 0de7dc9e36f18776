/**
 * What Vaktis shows outside the talk with it: the form that makes a case of somebody's message, and what the search
 * extension finds. Data, as replies are; a channel turns it into words and cards.
 */
import type { Category } from '#bot/desk/category.ts';
import type {
  AskOption,
  CaseState,
  CaseView,
  NoteView,
  PartyView,
  ReplyLanguage,
  WhenView,
} from './reply.ts';

/** A faulty field of the form; all of them are told at once. */
export type ReportFault = 'text-missing' | 'text-too-long' | 'site-unknown' | 'category-unknown';

/** The form, filled in with what is known or with what was typed. */
export type ReportForm = {
  readonly kind: 'report-form';
  readonly language: ReplyLanguage;
  /** Opaque and sealed: which message it is about, who wrote it, and who opened the form. */
  readonly ticket: string;
  readonly author: { readonly name: string; readonly isYou: boolean };
  readonly text: string;
  readonly siteId: string | null;
  /** Likeliest first; at most as many as a card holds. */
  readonly sites: readonly AskOption[];
  readonly category: Category | null;
  /** A note that may help at once; only what staff may read. */
  readonly suggestion: { readonly note: NoteView; readonly siteName: string | null } | null;
  /** Whose it probably is, when it does not sound like IT's. */
  readonly referral: { readonly to: string; readonly phone: string | null } | null;
  readonly hazard: boolean;
  /** What of the message is not in the text. */
  readonly leftOut: { readonly files: boolean; readonly secrets: boolean; readonly end: boolean };
  readonly faults: readonly ReportFault[];
};

export type ReportRefusal =
  /** A bot, an app or Teams itself wrote it. */
  | 'not-a-person'
  | 'no-text'
  /** Somebody of another organisation wrote it. */
  | 'outsider'
  | 'unknown-author'
  | 'unknown-presser'
  /** The form is not one that Vaktis made for this person. */
  | 'not-your-form'
  /** The presser, or their organisation, asks for more than anybody clicks. */
  | 'too-much'
  | 'failed'
  /** It goes on, and what comes of it is said in the own chat. */
  | 'slow';

/** How it ended. */
export type ReportEnd =
  | {
      readonly kind: 'report-refused';
      readonly language: ReplyLanguage;
      readonly reason: ReportRefusal;
      readonly reference: string | null;
    }
  | {
      readonly kind: 'report-made';
      readonly language: ReplyLanguage;
      readonly author: { readonly name: string; readonly isYou: boolean };
      readonly number: string;
      /** `joined`: a known incident. `added`: to the author's open case. `already`: the message had its case. */
      readonly how: 'made' | 'joined' | 'added' | 'already';
      readonly state: CaseState;
      readonly to: PartyView | null;
      readonly when: WhenView | null;
      /** False: no chat between the author and Vaktis is known, so the author may not hear of it. */
      readonly reachable: boolean;
      readonly hazard: boolean;
    };

export type ReportAnswer = ReportForm | ReportEnd;

export const searchKinds = ['my-cases', 'site-notes'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One thing to put into a chat, where others read it: nothing in it is for fewer eyes, and nothing can be pressed. */
export type SharedItem =
  | { readonly kind: 'case'; readonly case: CaseView }
  | { readonly kind: 'note'; readonly note: NoteView; readonly siteName: string | null };

export type Found = {
  readonly kind: 'found';
  readonly language: ReplyLanguage;
  readonly what: SearchKind;
  /** Whether it was looked for by words; else the latest or the most used are shown. */
  readonly byWords: boolean;
  /** One page of them; empty: nothing, or nothing more. */
  readonly items: readonly SharedItem[];
};
export type SearchAnswer =
  | Found
  | {
      readonly kind: 'search-refused';
      readonly language: ReplyLanguage;
      readonly reason: 'failed' | 'unknown-searcher' | 'too-much';
      readonly reference: string | null;
    };

/** Told when a case was made of what somebody had written elsewhere. */
export type ReportedReply = {
  readonly kind: 'reported';
  /** `requester`: somebody reported it for the reader. `reporter`: the reader did, for somebody. */
  readonly role: 'requester' | 'reporter';
  /** The other one. */
  readonly name: string;
  /** What was written; null for the reporter. */
  readonly words: string | null;
  readonly number: string;
  /** The reporter's only: whether the requester can be told. */
  readonly reachable: boolean;
};
