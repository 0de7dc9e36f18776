import type { Category } from '#bot/desk/category.ts';
import type { Referral } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Priority } from '#bot/desk/priority.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import type { Responsible } from './responsible.ts';
import type { ModelReading } from './understanding.ts';

export type { ReplyLanguage } from '#bot/reply/reply.ts';
/** ITIL: something is broken, or something is wanted. */
export type TicketType = 'incident' | 'service-request';
export type Decision = 'answer' | 'ask' | 'hand-off' | 'not-it';

/** What the message is, before what it is about. */
export type Intent = 'report' | 'greeting' | 'thanks' | 'help' | 'who-is-technician';

/** One message to triage. */
export type TriageRequest = {
  readonly text: string;
  readonly from: Person;
  readonly at: Date;
  /** The site that the person chose or is known to be at today; wins over the home site, not over a mention. */
  readonly siteId: string | null;
  /** Notes that this person was shown already for this matter: never offered again. */
  readonly shownNoteIds: readonly string[];
  /** What an earlier turn of the same report settled; the text then holds all turns' words. */
  readonly known?: {
    /** Chosen with a button, or corrected: wins over whatever the words mention. */
    readonly siteId?: string;
    readonly category?: Category;
    readonly questionsAsked?: number;
  };
};

export type SiteFinding = {
  readonly id: string | null;
  readonly source: 'mention' | 'given' | 'home' | 'none';
  readonly confidence: number;
  /** When not settled: the sites to choose from, most likely first. */
  readonly candidates: readonly string[];
};

/** What has to be known before the decision; one at a time. */
export type Question = {
  readonly about: 'site' | 'problem' | 'device' | 'details';
  /** Button labels come from the desk or i18n; `value` is what the press says. Empty: free text. */
  readonly options: readonly { readonly value: string; readonly kind: 'site' | 'category' }[];
};

/** Why the rules decided as they did: a key for i18n, with its values. In order. */
export type Reason = { readonly key: string; readonly values: Readonly<Record<string, string>> };

export type Triage = {
  /** What the person wrote about this matter, secrets masked. */
  readonly text: string;
  readonly masked: readonly MaskedKind[];
  /** ISO 639-1 of the message; null when there is nothing to judge by. */
  readonly language: string | null;
  readonly replyLanguage: ReplyLanguage;
  readonly intent: Intent;
  readonly type: TicketType;
  readonly site: SiteFinding;
  readonly category: { readonly id: Category | null; readonly confidence: number };
  readonly priority: Priority;
  readonly decision: Decision;
  /** Set when the decision is `ask`. */
  readonly question: Question | null;
  readonly wantsPerson: boolean;
  /** The person says that the usual steps were tried. */
  readonly alreadyTried: boolean;
  /** At most three, best first; only what this person may read. */
  readonly notes: readonly FoundNote[];
  /** Present for answer and hand-off. */
  readonly responsible: Responsible | null;
  /** Whose it is, when not IT's. */
  readonly referral: Referral | null;
  readonly reasons: readonly Reason[];
  /** Further problems in the same message, less urgent ones. */
  readonly more: readonly Triage[];
  /** What a language model made of the message, where one is configured: for people to read, decides nothing. */
  readonly reading?: ModelReading;
};

export type MaskedKind = 'password' | 'personal-identity-number';
