import { promises as jiraPromises } from '#adapters/contractor/jira-service-management/index.ts';
import type { ConnectorPromises } from '#adapters/contractor/promises.ts';
import { promises as serviceNowPromises } from '#adapters/contractor/servicenow/index.ts';
import { promises as topdeskPromises } from '#adapters/contractor/topdesk/index.ts';
import { promises as zammadPromises } from '#adapters/contractor/zammad/index.ts';
import type { ConnectorKind } from '#bot/desk/desk-settings.ts';
import type { HelpdeskApi } from './helpdesk.ts';
import { createJira } from './jira.ts';
import { serviceNow } from './servicenow.ts';
import { topdesk } from './topdesk.ts';
import { zammad } from './zammad.ts';

/** Everything that the contract suite and the chaos need to know of one vendor. */
export type Vendor = {
  readonly kind: ConnectorKind;
  readonly api: () => HelpdeskApi;
  readonly promises: ConnectorPromises;
  /** The contractor's settings in desk.yaml, the address aside. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What they call a solved ticket, and one that they send back. */
  readonly solved: string;
  readonly returned: string;
  /** The state's names as a desk would write them, where the shipped table does not know them. */
  readonly states: Readonly<Record<string, string>>;
  /** What a call of theirs looks like; null: they do not call. */
  readonly call: ((title: string, reference: string) => unknown) | null;
  readonly algorithm: 'sha256' | 'sha1';
};

export const vendors: readonly Vendor[] = [
  {
    kind: 'servicenow',
    api: () => serviceNow,
    promises: serviceNowPromises,
    settings: { assignment_group: 'IT' },
    solved: '6',
    returned: '8',
    states: {},
    call: (_title, correlation_id) => ({ correlation_id }),
    algorithm: 'sha256',
  },
  {
    kind: 'jira-service-management',
    api: createJira,
    promises: jiraPromises,
    settings: { service_desk_id: 4, request_type_id: '12' },
    solved: 'Resolved',
    returned: 'Inte vår',
    states: { 'inte vår': 'returned' },
    call: (summary) => ({ webhookEvent: 'jira:issue_updated', issue: { fields: { summary } } }),
    algorithm: 'sha256',
  },
  {
    kind: 'zammad',
    api: () => zammad,
    promises: zammadPromises,
    settings: { group: 'Användarstöd', customer: 'desken@kommunen.example' },
    solved: 'closed',
    returned: 'åter till beställaren',
    states: { 'Åter till beställaren': 'returned' },
    call: (title) => ({ ticket: { title } }),
    algorithm: 'sha1',
  },
  {
    kind: 'topdesk',
    api: () => topdesk,
    promises: topdeskPromises,
    settings: { caller_id: 'f3b1' },
    solved: 'Färdig',
    returned: 'Fel mottagare',
    states: { 'Fel mottagare': 'returned' },
    call: null,
    algorithm: 'sha256',
  },
];
