import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { Case } from './case.ts';

/** A case as it may cross the boundary: already filtered; `withheld` names what was left out. */
export type ContractorTicket = {
  /** Our reference, unique per case: a connector searches by it before it creates again. */
  readonly reference: string;
  readonly case: Case;
  readonly deskName: string;
  readonly siteName: string | null;
  readonly message: MessagePlace;
};

/** Where one message to a contractor stands among all that they are sent about a case. */
export type MessagePlace = {
  /** Counted from 1 over the whole case; the same again when it is tried again. */
  readonly number: number;
  /** The numbers of those that this contractor was sent before, oldest first. */
  readonly earlier: readonly number[];
  /** Earlier tries of this very message that may have arrived all the same: then it may come twice. */
  readonly unsureTries: number;
};

/** Their states in our words; each connector's `states.ts` holds the table. */
export type ContractorState = 'received' | 'in-progress' | 'waiting' | 'resolved' | 'closed' | 'returned';

/** Something that happened in the contractor's system to a case of ours. Words are theirs, not trusted. */
export type ContractorNews = {
  /** Theirs, stable: news that was heard before is not heard again. */
  readonly id: string;
  /** Our reference. */
  readonly reference: string;
  readonly contractorReference: string | null;
  readonly at: Date;
} & (
  | { readonly kind: 'state'; readonly state: ContractorState; readonly theirs: string }
  | { readonly kind: 'comment'; readonly author: string | null; readonly text: string }
  /** What we sent was taken for delivery and came back, or their words may be about several cases of ours. */
  | ({ readonly kind: 'trouble' } & ContractorTrouble)
);

/** `message`: the number of ours that came back; null when it cannot be told. `certain`: proved to be ours. */
export type ContractorTrouble =
  | { readonly trouble: 'undelivered'; readonly message: number | null; readonly certain: boolean }
  | { readonly trouble: 'unclear' };

/** A case that this contractor has, for asking about it. */
export type FollowedCase = { readonly reference: string; readonly contractorReference: string | null };

/** A webhook call as it arrived. Header names in lower case. */
export type WebhookCall = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A file for the contractor; it was filtered before. */
export type ContractorFile = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** How a case is given to one contractor's system, and what comes back. Implemented by adapters/contractor/*. */
export type ContractorConnector = {
  /**
   * Gives the case over, at most once per reference where the system can be asked.
   * @throws OutsideSystemFailed
   */
  create(ticket: ContractorTicket, contractor: Contractor): Promise<{ contractorReference: string | null }>;
  /** Adds what the requester said later. @throws OutsideSystemFailed */
  comment(ticket: ContractorTicket, contractor: Contractor, text: string): Promise<void>;
  /** Sends a file along. @throws OutsideSystemFailed */
  attach?(ticket: ContractorTicket, contractor: Contractor, file: ContractorFile): Promise<void>;
  /** Opens a solved ticket again, with the reason. @throws OutsideSystemFailed */
  reopen?(ticket: ContractorTicket, contractor: Contractor, reason: string): Promise<void>;
  /** True where news comes from another server than cases go to (a mailbox): neither tells of the other. */
  readonly newsFromElsewhere?: boolean;
  /**
   * What happened since `mark` (null: since ever) to these cases, oldest first. The same news may come twice,
   * with the same id.
   * @throws OutsideSystemFailed
   */
  follow?(
    contractor: Contractor,
    cases: readonly FollowedCase[],
    mark: string | null,
  ): Promise<{ readonly news: readonly ContractorNews[]; readonly mark: string | null }>;
  /**
   * Our references that a call of theirs is about. Only that is believed of it: what happened is then asked for,
   * so a replayed or invented call changes nothing. @throws NotAllowed when it is not signed right; InvalidInput
   */
  readWebhook?(call: WebhookCall, contractor: Contractor): readonly string[];
};

/** How far a contractor's news has been heard, by contractor id, in the connector's own form. */
export type FollowMarks = {
  read(contractorId: string): Promise<string | null>;
  save(contractorId: string, mark: string): Promise<void>;
};

/** Finds the connector that a contractor's `connector` setting names. */
export type ContractorConnectors = (contractor: Contractor) => ContractorConnector;
