/**
 * What the simulator's page and its server tell each other. Types only: the page is served with its types
 * stripped, so nothing here may exist at run time.
 */
import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** One who can be played. */
export type SimulatedPerson = {
  /** Entra object id, lower case; names the person in the simulator's addresses too. */
  readonly aadObjectId: string;
  readonly name: string;
  readonly title: string | null;
  /** Works with cases (technician or dispatcher), so offered first on the technician's side. */
  readonly handlesCases: boolean;
  /** Has an eye on all cases, so offered first on the dispatcher's side. */
  readonly dispatches: boolean;
  /** Somebody good to begin with: at home on one site with a note on the page's first example, or who would get it. */
  readonly suggested: boolean;
  readonly siteNames: readonly string[];
  /** False: of the tenant, but on no list of the desk. */
  readonly listed: boolean;
};

/** An Adaptive Card as JSON. */
export type CardJson = { readonly [key: string]: unknown };

/** What Teams would not have taken, and its answer to the bot. */
export type RefusalCode =
  | 'MessageSizeTooBig'
  | 'TooManyRequests'
  | 'UnsupportedCardVersion'
  | 'BadCard'
  | 'UnknownRecipient'
  | 'BotNotInConversationRoster'
  | 'ContentStreamNotAllowed'
  | 'ConversationNotFound'
  | 'ActivityNotFound'
  | 'BadSyntax';

export type ChatNotice =
  | { readonly kind: 'refused'; readonly status: number; readonly code: RefusalCode; readonly detail: string }
  /** The bot gave Teams no good answer; null status: none at all in time. */
  | { readonly kind: 'not-delivered'; readonly status: number | null }
  /** On demand: the same activity once more, as after 15 s without an answer. A press comes with a new id. */
  | { readonly kind: 'delivered-again'; readonly what: 'message' | 'press'; readonly status: number | null }
  /** The person was offline; so many messages waited. */
  | { readonly kind: 'back-online'; readonly waited: number };

/** What Teams takes, but not as the bot may think. Shown under the message. */
export type CardRemark = {
  readonly kind: 'split' | 'large' | 'too-many-actions' | 'not-on-phones' | 'not-in-teams' | 'no-fallback';
  /** Sizes, types and names of properties; never what was written. */
  readonly detail: string;
};

export type ChatMessage = {
  readonly id: string;
  /** `teams`: a remark of the simulator itself. */
  readonly from: 'bot' | 'person' | 'teams';
  /** ISO instant by the bot's clock. */
  readonly at: string;
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly cards: readonly CardJson[];
  readonly attachmentNames: readonly string[];
  readonly suggestions: readonly { readonly title: string; readonly value: string }[];
  /** Times that it was replaced in place. */
  readonly revision: number;
  readonly remarks: readonly CardRemark[];
  /** Written while offline: not sent yet. */
  readonly pending: boolean;
  readonly notice: ChatNotice | null;
  /** It is still being written: only what is being done, or the text so far. */
  readonly streaming?: 'informing' | 'growing';
  /** Labelled as made by a machine, with where it is from. */
  readonly machine?: {
    readonly citations: readonly {
      readonly position: number;
      readonly name: string;
      readonly abstract: string;
    }[];
  };
};

export type Chat = {
  readonly person: SimulatedPerson;
  readonly installed: boolean;
  readonly online: boolean;
  readonly messages: readonly ChatMessage[];
};

export type PeoplePage = { readonly people: readonly SimulatedPerson[]; readonly total: number };

export type ClockChoice = 'now' | 'weekday' | 'night' | 'holiday';
/** `now`: ISO instant by the bot's clock when the answer was made. */
export type ClockView = {
  /** `moved`: put forward from what was chosen. */
  readonly choice: ClockChoice | 'moved';
  readonly now: string;
  readonly timezone: string;
};

export type ChatEvent =
  | { readonly kind: 'message'; readonly personId: string; readonly message: ChatMessage }
  | { readonly kind: 'deleted'; readonly personId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly personId: string }
  | { readonly kind: 'installed'; readonly personId: string; readonly installed: boolean }
  | { readonly kind: 'online'; readonly personId: string; readonly online: boolean }
  /** Refused by Teams, also where there is no chat to show it in. */
  | { readonly kind: 'refused'; readonly refused: LoggedRefusal }
  | { readonly kind: 'clock'; readonly clock: ClockView };

export type LoggedRefusal = {
  /** ISO instant by the bot's clock. */
  readonly at: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
  /** Whose chat it was for; null: nobody whom Teams knows. */
  readonly name: string | null;
};

/** What may be done in the bot's name, to see what Teams says to it. */
export type Trial =
  | 'too-large'
  | 'burst'
  | 'card-version'
  | 'many-actions'
  | 'text-and-card'
  | 'phone'
  | 'bad-card'
  | 'unknown-person'
  | 'busy';

/** Why the bot did what it did with one message, in words of the page's language. */
export type Explanation = {
  readonly decision: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** In the order in which the rules gave them. */
  readonly reasons: readonly string[];
  readonly responsible: { readonly name: string; readonly reasons: readonly string[] } | null;
  readonly notes: readonly { readonly title: string; readonly where: string; readonly score: number }[];
  /** Further matters in the same message. */
  readonly more: readonly Explanation[];
};

export type SentMessage = {
  readonly text: string;
  /** Name of a pretended screenshot. */
  readonly attachmentName: string | null;
  readonly language: ReplyLanguage;
};

export type SentPress = {
  readonly messageId: string;
  /** Which of the message's cards, from 0. */
  readonly card: number;
  readonly action:
    | { readonly type: 'Action.Execute'; readonly verb: string; readonly data: unknown }
    | { readonly type: 'Action.Submit'; readonly data: unknown };
  readonly language: ReplyLanguage;
};

/** What the bot answered an invoke of the message extension; null status: nothing came. */
export type ExtensionAnswer = { readonly status: number | null; readonly body: unknown };

export type PressResult =
  /** The person is offline: nothing was sent. */
  | { readonly kind: 'offline' }
  /** The card was replaced, or the press went as a message: what follows comes as events. */
  | { readonly kind: 'done' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string | null };
