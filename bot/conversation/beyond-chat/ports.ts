import type { ConversationAddress } from '#bot/reply/address.ts';
import type { ReportAnswer, SearchAnswer, SearchKind } from '#bot/reply/beyond-chat.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { IncomingMessage } from '../incoming-message.ts';
import type { ReceivePorts } from '../receive-message.ts';
import type { Tickets } from './tickets.ts';

/** Who wrote the message that was pointed at. Guests and people of other organisations are outsiders. */
export type SharedAuthor =
  | { readonly kind: 'person'; readonly aadObjectId: string | null; readonly name: string }
  | { readonly kind: 'machine' }
  | { readonly kind: 'outsider' };

/** A message that was written to somebody else than Vaktis. */
export type SharedMessage = {
  /** The channel's id of it, and of where it was written. */
  readonly id: string;
  readonly conversationId: string;
  readonly author: SharedAuthor;
  /** Without markup, and without what it quotes. */
  readonly text: string;
  readonly hasFiles: boolean;
};

/** Who does something outside their chat with Vaktis, authenticated. */
export type Presser = {
  readonly from: IncomingMessage['from'];
  /** Null where the channel names none. */
  readonly tenantId: string | null;
  /** BCP 47 of the client; null when unknown. */
  readonly locale: string | null;
  readonly at: Date;
};

export type FormRequest = Presser & { readonly message: SharedMessage };

/** What was filled in. Attacker-controlled, all of it. */
export type FormSubmission = Presser & {
  readonly ticket: string;
  readonly text: string;
  /** Empty: not known. */
  readonly siteId: string;
  /** Empty: the rules' own. */
  readonly category: string;
  /** The form says that it lacks files, and says so again when it comes back with its faults. */
  readonly hasFiles: boolean;
  /** Where it came from: how the author is reached when nothing better is known. */
  readonly address: ConversationAddress;
};

export type SearchRequest = Presser & {
  readonly what: SearchKind;
  readonly words: string;
  readonly skip: number;
  readonly take: number;
};

/** What people do with Vaktis outside their chat with it. Never throws for bad input. */
export type BeyondChat = {
  /** Reads only: nothing is kept until the form is sent. */
  readonly openForm: (request: FormRequest) => Promise<ReportAnswer>;
  /** One message becomes one case, however often and by whomever it is sent. */
  readonly submitForm: (submission: FormSubmission) => Promise<ReportAnswer>;
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>;
};

export type BeyondPorts = Omit<ReceivePorts, 'wish'> & { readonly tickets: Tickets };

/** The client's language, else the desk's. */
export function languageOfPresser(locale: string | null, deskLanguage: ReplyLanguage): ReplyLanguage {
  const named = locale?.slice(0, 2).toLowerCase();
  return named === 'sv' || named === 'en' ? named : deskLanguage;
}
