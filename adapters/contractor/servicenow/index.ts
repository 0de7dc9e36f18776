import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type {
  ContractorConnector,
  ContractorNews,
  ContractorTicket,
  FollowedCase,
} from '#bot/handoff/contractor-connector.ts';
import { createHttpClient } from '../http/client.ts';
import { basic, readAccess, readSettings } from '../http/read-settings.ts';
import type { RestOptions } from '../http/rest-options.ts';
import { findState } from '../http/states.ts';
import { messageMark } from '../message-mark.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createServiceNowClient, type ServiceNowClient } from './client.ts';
import { ServiceNowSettings } from './config.ts';
import { mapComment as mapJournal, mapState } from './map-news.ts';
import { mapComment, mapTicket } from './map-ticket.ts';
import { readWebhook } from './read-webhook.ts';
import type { Incident } from './schema.ts';
import { usualStates, workingState } from './states.ts';

export const promises: ConnectorPromises = {
  ...nothingPromised,
  oneTicket: true,
  commentsOut: true,
  commentsBack: true,
  files: true,
  status: true,
  reopen: true,
  news: 'webhook and polling',
};

const theBeginning = '1970-01-01 00:00:00';

type Open = { readonly client: ServiceNowClient; readonly settings: ServiceNowSettings };

/** Gives cases over as incidents through the Table API. */
export function createServiceNowConnector(options: RestOptions): ContractorConnector {
  const open = (contractor: Contractor): Open => {
    const settings = readSettings(ServiceNowSettings, contractor);
    const { user, secret } = readAccess(options.access, contractor, { user: true });
    const http = createHttpClient(settings.url, basic(user, secret), options.http);
    return { client: createServiceNowClient(http, settings.display), settings };
  };
  return {
    async create(ticket, contractor) {
      const { client, settings } = open(contractor);
      // Always asked first: the process may have died between their yes and our writing it down.
      const known = await client.find(ticket.reference);
      const { number } = known ?? (await client.create(mapTicket(ticket, settings, options.language)));
      return { contractorReference: number };
    },
    async comment(ticket, contractor, text) {
      const { client } = open(contractor);
      const { sys_id } = await incidentOf(client, ticket);
      if (await isThere(client, sys_id, ticket)) return;
      await client.change(sys_id, { comments: mapComment(ticket, text) });
    },
    async attach(ticket, contractor, file) {
      const { client } = open(contractor);
      const { sys_id } = await incidentOf(client, ticket);
      const isKnown = ticket.message.unsureTries > 0 && (await client.hasFile(sys_id, file));
      if (!isKnown) await client.attach(sys_id, file);
    },
    async reopen(ticket, contractor, reason) {
      const { client } = open(contractor);
      const { sys_id } = await incidentOf(client, ticket);
      const isKnown = await isThere(client, sys_id, ticket);
      const words = isKnown ? {} : { comments: mapComment(ticket, reason) };
      await client.change(sys_id, { state: workingState, ...words });
    },
    follow: (contractor, cases, mark) => follow(open(contractor), cases, mark),
    readWebhook: (call, contractor) =>
      readWebhook(call, options.access.get(contractor.id)?.webhookSecret ?? null),
  };
}

/** @throws OutsideSystemFailed when the incident that we made is gone: a dispatcher looks. */
async function incidentOf(client: ServiceNowClient, { reference }: ContractorTicket): Promise<Incident> {
  const known = await client.find(reference);
  if (known !== null) return known;
  throw new OutsideSystemFailed('the incident is not there any more', { retryable: false });
}

/** Only after a try that may have arrived: then its mark tells. */
async function isThere(client: ServiceNowClient, sysId: string, ticket: ContractorTicket): Promise<boolean> {
  if (ticket.message.unsureTries === 0) return false;
  const entries = await client.commentsSince([sysId], theBeginning);
  return entries.some(({ value }) => value.includes(messageMark(ticket)));
}

/** The mark is the latest change seen, in their own form; asked from it on, so the last ones come again. */
async function follow(
  { client, settings }: Open,
  cases: readonly FollowedCase[],
  mark: string | null,
): Promise<{ news: ContractorNews[]; mark: string | null }> {
  const ours = new Set(cases.map(({ reference }) => reference));
  const changed = await client.changedSince(mark ?? theBeginning);
  const incidents = changed.filter(({ correlation_id }) => ours.has(correlation_id));
  const bySysId = new Map(incidents.map((incident) => [incident.sys_id, incident]));
  const stateOf = (theirs: string) => findState(theirs, settings.states, usualStates);
  const states = incidents.flatMap((incident) => mapState(incident, stateOf) ?? []);
  const entries = await client.commentsSince([...bySysId.keys()], mark ?? theBeginning);
  const comments = entries.flatMap((entry) => {
    const incident = bySysId.get(entry.element_id);
    return (incident && mapJournal(entry, incident)) ?? [];
  });
  // Comments first: a solution is often explained before it is declared.
  return { news: [...comments, ...states], mark: changed.at(-1)?.sys_updated_on ?? mark };
}
