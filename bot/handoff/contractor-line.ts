import type { FailureAbout } from '#bot/errors.ts';
import type { Composed } from './what-contractor-knows.ts';

/** Why a contractor's system is left alone for a while: it is away, it refuses our sign-in, or we ask too fast. */
export type BlockReason = Exclude<FailureAbout, 'item'>;

/** Nothing gets through to a contractor's system. There is none while all is well. */
export type ContractorBlock = {
  readonly contractorId: string;
  /** The first failure since something got through. */
  readonly since: Date;
  readonly why: BlockReason;
  /** Failures in a row. */
  readonly failures: number;
  /** Left alone until then; then one case is tried. */
  readonly nextTryAt: Date;
  /** Null: the dispatchers have not been told. */
  readonly dispatchersToldAt: Date | null;
};

/** A case with something that the contractor's system has not been told. */
export type WaitingCase = {
  readonly caseId: string;
  readonly contractorId: string;
  readonly number: string;
  readonly openedAt: Date;
  /** When it began to wait. */
  readonly since: Date;
  /** This one alone is not tried before then. */
  readonly notBefore: Date | null;
  readonly requesterTold: boolean;
};

/** One message on its way to a contractor: what a sender that dies leaves behind. */
export type UnderWay = {
  readonly caseId: string;
  readonly message: number;
  readonly fileId: string | null;
  readonly composed: Composed | null;
};

/** How it stands with one contractor, for measures. */
export type LineSummary = {
  readonly contractorId: string;
  readonly blocked: BlockReason | null;
  readonly waiting: number;
  /** When the oldest of them began to wait. */
  readonly oldest: Date | null;
};

export type ContractorLineStore = {
  /** Puts a case in the contractor's line, by when it was opened; one that waits there already stays as it is. */
  join(waiting: Omit<WaitingCase, 'notBefore' | 'requesterTold'>): Promise<void>;
  leave(caseId: string): Promise<void>;
  /** This one alone is not tried before then. */
  putOff(caseId: string, notBefore: Date): Promise<void>;
  /** @returns false: another process has told them already. */
  tellsRequester(caseId: string): Promise<boolean>;
  /** All that wait, in the order in which they were opened. */
  waiting(contractorId: string): Promise<WaitingCase[]>;
  /** The first that may be tried at that time and is none of those. */
  next(of: { contractorId: string; at: Date; except: readonly string[] }): Promise<WaitingCase | null>;
  /**
   * Makes `holder` the only sender, if there is no other who is believed to live. Null: there is. `leftBehind`: what
   * one that died was sending.
   */
  claim(of: {
    contractorId: string;
    holder: string;
    at: Date;
    until: Date;
  }): Promise<{ readonly leftBehind: UnderWay | null } | null>;
  /** Says that the holder lives, and what it sends next. False: another one has the line. */
  hold(of: {
    contractorId: string;
    holder: string;
    until: Date;
    underWay: UnderWay | null;
  }): Promise<boolean>;
  release(contractorId: string, holder: string): Promise<void>;
  /** Frees it as if the holder had died: what was under way is left behind. */
  abandon(contractorId: string, holder: string): Promise<void>;
  block(contractorId: string): Promise<ContractorBlock | null>;
  saveBlock(block: ContractorBlock): Promise<void>;
  /** @returns false: another process has told them already, or there is no block any more. */
  tellsDispatchers(contractorId: string, at: Date): Promise<boolean>;
  clearBlock(contractorId: string): Promise<void>;
  /** Every contractor that has a line. */
  summaries(): Promise<LineSummary[]>;
};
