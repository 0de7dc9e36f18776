import type { Alert } from '#bot/handoff/alert.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import type { ContractorConnectors, FollowMarks } from '#bot/handoff/contractor-connector.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { HandoffStorage } from '#bot/handoff/stores.ts';
import type { Weeder } from '#bot/privacy/weeder.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { Deliverer } from './create-deliverer.ts';
import type { FiguresPorts } from './weekly-figures.ts';

/** The part of the logger that jobs use. Data with ids only: never words, names or tokens. */
export type JobLogger = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
};

/** What all work that runs later needs. Times and ids are given, so that tests decide them. */
export type JobPorts = {
  readonly storage: HandoffStorage;
  readonly deskSource: DeskSource;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly logger: JobLogger;
  /** Absent: nothing is counted. */
  readonly figures?: FiguresPorts;
};

export type DelivererPorts = JobPorts & {
  /** From 0 up to 1: so that many that failed together do not come back together. */
  readonly random: () => number;
  readonly notifier: Notifier;
  /** How to open a chat with somebody who never wrote, by Entra object id; null where the channel cannot. */
  readonly firstContact: (aadObjectId: string) => ConversationAddress | null;
};

export type JobHandlerPorts = JobPorts & {
  readonly connectors: ContractorConnectors;
  /** Absent: every look at a contractor's system begins at the beginning. */
  readonly followMarks?: FollowMarks;
  readonly deliverer: Omit<Deliverer, 'sweepWhenDue'>;
  /** Null or absent: nobody is called out by SMS or phone. */
  readonly alert?: Alert | null;
  /** Days that pictures and files are kept after their case ended. Default: 90. */
  readonly keepFilesForDays?: number;
  /** Absent: nothing is weeded but files. */
  readonly weeder?: Weeder | undefined;
  /** Absent: no language model is configured. */
  readonly summarise?: (caseId: string) => Promise<void>;
};

export async function contextNow(ports: JobPorts): Promise<HandoffContext> {
  return { at: ports.now(), newId: ports.newId, loaded: await ports.deskSource.current() };
}
