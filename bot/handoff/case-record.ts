import type { Priority } from '#bot/desk/priority.ts';
import type { ReplyLanguage } from '#bot/triage/triage-result.ts';
import type { ContextPacket, HoldReason } from './case.ts';
import type { ContractorState } from './contractor-connector.ts';

/** One promise of when somebody comes, and what came of it. A case keeps all of them, oldest first. */
export type PromiseRecord = {
  /** When they mean to be there. */
  readonly at: Date;
  readonly byUpn: string;
  readonly madeAt: Date;
  /** `estimated`: worked out by Vaktis when the case was taken; `said`: by whoever has it. */
  readonly how: 'estimated' | 'said';
  /** Null while it holds. `changed`: another took its place in time; `given-up`: the case went elsewhere or ended. */
  readonly outcome: 'kept' | 'late' | 'changed' | 'given-up' | null;
  readonly settledAt: Date | null;
};

/** One wait, and what for. `to` null: it goes on. */
export type HoldRecord = {
  readonly reason: HoldReason;
  readonly from: Date;
  readonly to: Date | null;
};

/** Somebody else's report of the same incident, kept whole, so that a false merge can be split and nothing is lost. */
export type JoinedReport = {
  readonly upn: string;
  readonly at: Date;
  readonly siteId: string | null;
  readonly packet: ContextPacket;
  readonly priority: Priority;
  readonly replyLanguage: ReplyLanguage;
  /** Null: part of the incident. Otherwise the id of the case that it became when it was split off. */
  readonly splitInto: string | null;
  /** True once this person said that it works again. */
  readonly works: boolean;
};

/** What a dispatcher announced: who is affected, and until when new reports join. */
export type Announcement = {
  /** Empty: every site. */
  readonly siteIds: readonly string[];
  readonly text: string;
};

/** Why a contractor sent a case back. */
export type BounceReason = 'not-in-agreement' | 'wrong-queue' | 'needs-on-site' | 'duplicate' | 'other';

export type Bounce = {
  readonly at: Date;
  readonly reason: BounceReason;
  /** Theirs, bounded, secrets masked; null: they gave none. */
  readonly words: string | null;
  /** Who reported it; null: their system did, and the reason is read from their words. */
  readonly byUpn: string | null;
};

/** One stretch of time in which a contractor had the case. Opened again after "solved", it is another. */
export type ContractorStay = {
  readonly contractorId: string;
  readonly from: Date;
  /** The first sign of somebody there: words, or a state beyond "received". Null: none yet. */
  readonly heardAt: Date | null;
  /** Null: they have it. */
  readonly to: Date | null;
  readonly ended: 'resolved' | 'returned' | 'taken-back' | 'cancelled' | null;
  /** Of a stay that ended as `returned`. */
  readonly bounce?: Bounce;
};

/** What a case keeps beside its state for promises, clocks and incidents. All of it may be missing. */
export type CaseRecord = {
  readonly promises?: readonly PromiseRecord[];
  readonly holds?: readonly HoldRecord[];
  /** When whoever has it first did something for the requester: went there, wrote, asked, solved it. */
  readonly respondedAt?: Date;
  /** When the response was told to be overdue the last time. */
  readonly overdueToldAt?: Date;
  /** When it was opened again: the clocks begin anew. */
  readonly reopenedAt?: Date;
  /** When a contractor took it: their promise runs from then. */
  readonly contractorSince?: Date;
  /** Where it stands in the contractor's system, as far as they have said. */
  readonly contractorState?: {
    readonly state: ContractorState;
    /** Their own name for it. */
    readonly theirs: string;
    readonly at: Date;
  };
  /** Oldest first. */
  readonly contractorStays?: readonly ContractorStay[];
  readonly reports?: readonly JoinedReport[];
  /** The incident that this case was split from. */
  readonly splitFrom?: string;
  readonly announcement?: Announcement;
  /** Whoever solved it on site: could it have been solved from a distance? */
  readonly couldBeRemote?: boolean;
};
