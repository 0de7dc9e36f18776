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
  readonly siteNames: readonly string[];
  /** False: of the tenant, but on no list of the desk. */
  readonly listed: boolean;
};

/** An Adaptive Card as JSON. */
export type CardJson = { readonly [key: string]: unknown };

/** What Teams would not have taken, and its answer to the bot. */
export type RefusalCode =
  | 'MessageSizeTooBig'
  | 'TextWithAttachment'
  | 'BotNotInConversationRoster'
  | 'ConversationNotFound'
  | 'ActivityNotFound'
  | 'BadSyntax';

export type ChatNotice =
  | { readonly kind: 'refused'; readonly status: number; readonly code: RefusalCode; readonly detail: string }
  /** The bot gave Teams no good answer; null status: none at all in time. */
  | { readonly kind: 'not-delivered'; readonly status: number | null };

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
  readonly notice: ChatNotice | null;
};

export type Chat = {
  readonly person: SimulatedPerson;
  readonly installed: boolean;
  readonly messages: readonly ChatMessage[];
};

export type PeoplePage = { readonly people: readonly SimulatedPerson[]; readonly total: number };

export type ClockChoice = 'now' | 'weekday' | 'night' | 'holiday';
/** `now`: ISO instant by the bot's clock when the answer was made. */
export type ClockView = { readonly choice: ClockChoice; readonly now: string; readonly timezone: string };

export type ChatEvent =
  | { readonly kind: 'message'; readonly personId: string; readonly message: ChatMessage }
  | { readonly kind: 'deleted'; readonly personId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly personId: string }
  | { readonly kind: 'installed'; readonly personId: string; readonly installed: boolean }
  | { readonly kind: 'clock'; readonly clock: ClockView };

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

export type PressResult =
  /** The card was replaced, or the press went as a message: what follows comes as events. */
  | { readonly kind: 'done' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string | null };
