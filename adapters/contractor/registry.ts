import type { ConnectorKind, Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import type { MailSender } from './email/config.ts';
import { createEmailConnector } from './email/index.ts';
import { createFolderConnector } from './folder/index.ts';

export type ConnectorOptions = {
  /** Where connectors keep files of their own. */
  readonly dataFolder: string;
  /** The time, for what they write; the process's by default. */
  readonly now?: () => Date;
  /** The language of what people read in another system. */
  readonly language?: 'sv' | 'en';
  /** Our mail server and sender; null (the default): none. */
  readonly mail?: MailSender | null;
};

type Factory = (options: Required<ConnectorOptions>) => ContractorConnector;

/** One line for each connector that there is. */
const factories: Partial<Record<ConnectorKind, Factory>> = {
  folder: createFolderConnector,
  email: createEmailConnector,
};

/** The connectors of this process, by a contractor's `connector` setting. */
export function createContractorConnectors(options: ConnectorOptions): ContractorConnectors {
  const settled = { now: () => new Date(), language: 'sv', mail: null, ...options } as const;
  const made = new Map<ConnectorKind, ContractorConnector>();
  return (contractor: Contractor) => {
    const known = made.get(contractor.connector);
    if (known) return known;
    const connector = factories[contractor.connector]?.(settled) ?? notConnected(contractor.connector);
    made.set(contractor.connector, connector);
    return connector;
  };
}

/** A kind that this version does not speak: final at once, so that a dispatcher gets the case. */
function notConnected(kind: ConnectorKind): ContractorConnector {
  const refuse = async (): Promise<never> => {
    throw new OutsideSystemFailed(`there is no connector of kind ${kind}`, { retryable: false });
  };
  return { create: refuse, comment: refuse };
}
