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

/** How a case is given to one contractor's system. Implemented by adapters/contractor/*. */
export type ContractorConnector = {
  /**
   * Gives the case over, at most once per reference where the system can be asked.
   * @throws OutsideSystemFailed
   */
  create(ticket: ContractorTicket, contractor: Contractor): Promise<{ contractorReference: string | null }>;
  /** Adds what the requester said later. @throws OutsideSystemFailed */
  comment(ticket: ContractorTicket, contractor: Contractor, text: string): Promise<void>;
};

/** Finds the connector that a contractor's `connector` setting names. */
export type ContractorConnectors = (contractor: Contractor) => ContractorConnector;
