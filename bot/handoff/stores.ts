import type { Category } from '#bot/desk/category.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { AuditLog } from './audit-log.ts';
import type { Case, CaseEvent, Offer } from './case.ts';
import type { ContractorLineStore } from './contractor-line.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import type { MatrixStore } from './matrix-suggestion.ts';

export type { KnowledgeStore, NoteOutcome, UnansweredQuestion } from './knowledge-store.ts';

/** What a new case needs; the store gives the number, version 1 and equal created and updated instants. */
export type NewCase = Omit<Case, 'number' | 'version' | 'updatedAt'>;

export type CaseStore = {
  create(draft: NewCase): Promise<Case>;
  get(id: string): Promise<Case | null>;
  getByNumber(number: string): Promise<Case | null>;
  /** Stores the change if nobody stored another since `case` was read; null = somebody did, read again. */
  save(changed: Case): Promise<Case | null>;
  /** Cases that this person opened or joined, newest first, closed ones since `since` included. */
  casesOf(upn: string, since: Date): Promise<Case[]>;
  /** Open cases about the same thing at the same site since then, oldest first: for a second report. */
  openAt(siteId: string, category: string, since: Date): Promise<Case[]>;
  /**
   * Technicians who solved cases of that category at the site since then, the latest first, at most three: for whose
   * it should be now.
   */
  fixersAt(of: { siteId: string; category: string; since: Date }): Promise<string[]>;
  /**
   * Open cases of those categories that a dispatcher announced, and those opened since then (null: none of them), oldest
   * first: is it only us?
   */
  openNear(of: { categories: readonly string[]; since: Date | null }): Promise<Case[]>;
  /** Open cases that this technician has or is offered, most urgent first. */
  assignedTo(upn: string): Promise<Case[]>;
  /**
   * Cases that a contractor has or had, open or changed since then, oldest first; of that category when one is given.
   */
  withContractor(of: { since: Date; category?: Category }): Promise<Case[]>;
  /** Every open case: for the check that none is without an owner, a clock or a next step. */
  open(): Promise<Case[]>;
  /** Open cases by technician upn (assigned or offered). */
  openCountByTechnician(): Promise<Map<string, number>>;
  addEvent(event: CaseEvent): Promise<void>;
  /** Oldest first. */
  events(caseId: string): Promise<CaseEvent[]>;
  addOffer(offer: Offer): Promise<void>;
  getOffer(id: string): Promise<Offer | null>;
  /** The offer of this case that is `offered` now. */
  currentOffer(caseId: string): Promise<Offer | null>;
  /** Oldest first. */
  offers(caseId: string): Promise<Offer[]>;
  /** One conditional update: only an offer that is still `offered` changes. Null = too late, nothing changed. */
  answerOffer(answer: {
    id: string;
    status: Exclude<Offer['status'], 'offered'>;
    at: Date;
    reason: string | null;
  }): Promise<Offer | null>;
};

/** Where a message goes. A person is found through the contact that the channel stored; a conversation by its address. */
export type DeliveryTarget =
  | { readonly kind: 'person'; readonly upn: string }
  | { readonly kind: 'conversation'; readonly address: ConversationAddress };

/** A card whose words are made from the case at the moment of sending, so that it never says what stopped being true. */
export type CardReference = {
  /** `board-card`: a dispatcher's board, which is of no case: see board.ts. */
  readonly kind: 'case-card' | 'board-card';
  readonly caseId: string;
  readonly viewerUpn: string;
};

/** The outbox: everything that Vaktis says goes through it, written with the state that caused it. */
export type Delivery = {
  readonly id: string;
  readonly target: DeliveryTarget;
  readonly content:
    | { readonly kind: 'reply'; readonly envelope: Envelope }
    | { readonly kind: 'card'; readonly card: CardReference };
  readonly caseId: string | null;
  /** Set for the card that carries an offer: if it cannot be delivered the escalation goes on. */
  readonly offerId: string | null;
  /** The delivery whose card this one replaces in place. */
  readonly replaces: string | null;
  readonly status: 'pending' | 'sending' | 'sent' | 'undeliverable';
  readonly attempts: number;
  /** How often it was sent without an answer that tells whether it arrived: so often it may be on screen as well. */
  readonly uncertainSends: number;
  /** Not tried again before then, after a failure. */
  readonly notBefore: Date | null;
  /** The channel's id of what was sent. */
  readonly activityId: string | null;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};

export type NewDelivery = Pick<
  Delivery,
  'id' | 'target' | 'content' | 'caseId' | 'offerId' | 'replaces' | 'createdAt'
>;

/** What is known of a delivery's surroundings when it is sent; null where it has none of that. */
export type DeliveryBasis = {
  /** Of the person whom it goes to. */
  readonly contact: Contact | null;
  /** The offer that its card carries. */
  readonly offer: Offer | null;
  /** The case that its card shows, and that case's offer that is `offered` now. */
  readonly item: Case | null;
  readonly currentOffer: Offer | null;
  /** The channel's id of the message that it replaces. */
  readonly replacedActivityId: string | null;
};

export type DeliveryStore = {
  /** `takenAt`: by its writer, who sends it right after the commit; others leave it alone as if it were claimed. */
  add(delivery: NewDelivery, takenAt?: Date): Promise<void>;
  get(id: string): Promise<Delivery | null>;
  /**
   * Takes a pending delivery (or one left in `sending` before `staleBefore`) for sending. Null = nothing to do now:
   * it is taken, it is not due yet, or an earlier one to the same reader waits for another try.
   */
  claim(id: string, at: Date, staleBefore: Date): Promise<Delivery | null>;
  /**
   * Call it before claiming. What it gives says later whether what was claimed is still this process's; false: others
   * may have thought that it died, and send it. Absent: it alone sends.
   */
  hold?(): () => boolean;
  /** All that sending it rests on, as of one moment. */
  readBasis(delivery: Delivery): Promise<DeliveryBasis>;
  /** @returns the version that its case has now; null when it is about none. */
  markSent(id: string, sent: { activityId: string | null; at: Date }): Promise<number | null>;
  /** Back to pending, to be tried again, not before `notBefore`. `uncertain`: it may have arrived all the same. */
  markFailed(
    id: string,
    error: string,
    again?: { readonly notBefore: Date | null; readonly uncertain: boolean },
  ): Promise<void>;
  /** Back to pending as if it had never been taken: nothing was tried. */
  putBack(id: string, why: string): Promise<void>;
  markUndeliverable(id: string, error: string): Promise<void>;
  /**
   * For the sweep, ids in the order written: what was left pending or half sent before then, and what failed and is
   * due by `due` (default: before), with what waits behind it; nothing that waits behind what is not due.
   */
  leftBehind(before: Date, limit: number, due?: Date): Promise<string[]>;
  /** The card of this case that this person has on screen. */
  sentCard(caseId: string, upn: string): Promise<Delivery | null>;
  /** What was said in that conversation with that id of the channel. */
  sentAs(conversationId: string, activityId: string): Promise<Delivery | null>;
  /** The card of this case that each person has on screen, by upn: the delivery that put it there. */
  shownCards(caseId: string): Promise<Map<string, string>>;
};

/** Something to be done later. The name is the job's queue; the data is ids only. */
export type JobRequest =
  | { readonly name: 'deliver'; readonly data: { readonly deliveryId: string } }
  /** The offer's acknowledgement time ran out, or it could not be delivered. */
  | { readonly name: 'escalate'; readonly data: { readonly caseId: string; readonly offerId: string } }
  /** Offer the case at the start of the technician's duty. */
  | { readonly name: 'offer'; readonly data: { readonly caseId: string; readonly upn: string } }
  | { readonly name: 'send-to-contractor'; readonly data: { readonly caseId: string } }
  /** Try what waits for a contractor's system; or tell the dispatchers that it has been away for too long. */
  | {
      readonly name: 'contractor-line';
      readonly data: { readonly contractorId: string; readonly what: 'try' | 'tell' };
    }
  /** Ask a contractor's system what happened to our cases there; `references` null: to all, again and again. */
  | {
      readonly name: 'follow-contractor';
      readonly data: {
        readonly contractorId: string;
        readonly references: readonly string[] | null;
        /** In a row, so far. */
        readonly failures: number;
      };
    }
  /** Call out by SMS or phone whoever was offered what cannot wait: see call-out.ts. */
  | {
      readonly name: 'alert';
      readonly data: {
        readonly caseId: string;
        readonly offerId: string;
        readonly why: 'off-duty' | 'unanswered';
      };
    }
  /** A time has come at which a case is looked at: a promise runs out, a response is due, a contractor's time is up. */
  | {
      readonly name: 'watch';
      readonly data: { readonly caseId: string; readonly about: 'promise' | 'response' | 'contractor' };
    }
  /** What is done once a day: the check that no case is forgotten, the technicians' morning summary, weeding. */
  | {
      readonly name: 'daily';
      readonly data: {
        readonly what: 'check' | 'summary' | 'reminders' | 'figures' | 'figure-cards' | 'retention';
      };
    }
  /** A resolved case that nobody spoke about closes itself. */
  | { readonly name: 'close'; readonly data: { readonly caseId: string } }
  /** Let a language model summarise a new case for whoever takes it. */
  | { readonly name: 'summarise'; readonly data: { readonly caseId: string } };

export type JobQueue = {
  /** Written in the transaction of the stores it came with. `startAfter` null = at once. */
  enqueue(job: JobRequest, options?: { startAfter?: Date | null; singletonKey?: string }): Promise<void>;
};

/** How a person can be reached proactively; kept from authenticated activities. */
export type Contact = ConversationAddress & {
  readonly upn: string;
  readonly aadObjectId: string | null;
  /** BCP 47 of the client; null when unknown. */
  readonly locale: string | null;
  /** False after an uninstall or a 403: a fact that routing knows. */
  readonly reachable: boolean;
};

export type ContactStore = {
  save(contact: Contact): Promise<void>;
  get(upn: string): Promise<Contact | null>;
  markUnreachable(upn: string): Promise<void>;
};

/** A screenshot or file that somebody sent, as it was fetched; its type is what its bytes are. */
export type StoredAttachment = {
  readonly id: string;
  readonly at: Date;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

export type AttachmentStore = {
  /** A second one with the same id changes nothing. */
  add(attachment: StoredAttachment): Promise<void>;
  /** Deletes what is older than that and belongs to no case that is open or ended later. @returns how many. */
  forget(before: Date): Promise<number>;
  get(id: string): Promise<StoredAttachment | null>;
};

/** The technicians' own data as the desk holds it, where an absence or a shift is laid over the weekly duty. */
export type RotaStore = {
  /**
   * Changes one technician on top of what is stored now, with who did it in the history. Shows in the next desk
   * that is read. @throws NotFound
   */
  change(input: {
    upn: string;
    byUpn: string;
    at: Date;
    why: string;
    change: (current: Technician) => Technician;
  }): Promise<Technician>;
};

export type HandoffStores = {
  readonly matrix: MatrixStore;
  readonly rota: RotaStore;
  readonly attachments: AttachmentStore;
  readonly cases: CaseStore;
  readonly deliveries: DeliveryStore;
  readonly contacts: ContactStore;
  readonly knowledge: KnowledgeStore;
  readonly jobs: JobQueue;
  /** What waits for contractors' systems, and how it stands with them. */
  readonly contractorLines: ContractorLineStore;
  /** Who looked and who changed. Absent: in tests that are not about it. */
  readonly audit?: AuditLog;
};

/** Reads and single writes go through `stores`; what belongs together through `transaction`. */
export type HandoffStorage = {
  readonly stores: HandoffStores;
  transaction<T>(work: (stores: HandoffStores) => Promise<T>): Promise<T>;
};
