import type { ConnectorKind, Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorConnector, ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import type { MailSender } from './email/config.ts';
import type { MailLogger } from './email/follow.ts';
import { createEmailConnector } from './email/index.ts';
import { createFolderConnector } from './folder/index.ts';
import type { AccessByContractor, RestOptions } from './http/rest-options.ts';
import { createJiraConnector } from './jira-service-management/index.ts';
import { createServiceNowConnector } from './servicenow/index.ts';
import { createTopdeskConnector } from './topdesk/index.ts';
import { createZammadConnector } from './zammad/index.ts';

export type ConnectorOptions = {
  /** Where connectors keep files of their own. */
  readonly dataFolder: string;
  /** The time, for what they write; the process's by default. */
  readonly now?: () => Date;
  /** The language of what people read in another system. */
  readonly language?: 'sv' | 'en';
  /** Our mail server and sender; null (the default): none. */
  readonly mail?: MailSender | null;
  /** What signs us in to their systems; none by default. */
  readonly access?: AccessByContractor;
  /** For mails that are passed over; silent by default. */
  readonly logger?: MailLogger;
  /** The process's by default. */
  readonly fetch?: typeof fetch;
  /** Milliseconds for one call over HTTP. */
  readonly timeout?: number;
};

type Settled = Required<Omit<ConnectorOptions, 'timeout'>> & Pick<ConnectorOptions, 'timeout'>;
type Factory = (options: Settled) => ContractorConnector;

/** One line for each connector that there is. */
const factories: Record<ConnectorKind, Factory> = {
  folder: createFolderConnector,
  email: createEmailConnector,
  servicenow: (options) => createServiceNowConnector(overHttp(options)),
  'jira-service-management': (options) => createJiraConnector(overHttp(options)),
  zammad: (options) => createZammadConnector(overHttp(options)),
  topdesk: (options) => createTopdeskConnector(overHttp(options)),
};

/** The connectors of this process, by a contractor's `connector` setting. */
export function createContractorConnectors(options: ConnectorOptions): ContractorConnectors {
  const settled: Settled = {
    now: () => new Date(),
    language: 'sv',
    mail: null,
    access: new Map(),
    logger: { warn: () => undefined },
    fetch,
    ...options,
  };
  const made = new Map<ConnectorKind, ContractorConnector>();
  return (contractor: Contractor) => {
    const known = made.get(contractor.connector);
    if (known) return known;
    const connector = factories[contractor.connector](settled);
    made.set(contractor.connector, connector);
    return connector;
  };
}

function overHttp({ fetch: send, now, timeout, access, language }: Settled): RestOptions {
  return { http: { fetch: send, now, ...(timeout !== undefined && { timeout }) }, access, language };
}
