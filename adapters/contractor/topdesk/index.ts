import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { followEach } from '../follow-each.ts';
import { createHttpClient } from '../http/client.ts';
import { basic, readAccess, readSettings } from '../http/read-settings.ts';
import type { RestOptions } from '../http/rest-options.ts';
import { messageMark } from '../message-mark.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createTopdeskClient, type TopdeskClient } from './client.ts';
import { TopdeskSettings } from './config.ts';
import { mapProgress, mapState } from './map-news.ts';
import { mapComment, mapTicket } from './map-ticket.ts';
import type { Incident } from './schema.ts';

export const promises: ConnectorPromises = {
  ...nothingPromised,
  oneTicket: true,
  commentsOut: true,
  commentsBack: true,
  files: true,
  status: true,
  news: 'polling',
};

/** Gives cases over as TOPdesk incidents. */
export function createTopdeskConnector(options: RestOptions): ContractorConnector {
  const open = (contractor: Contractor) => {
    const settings = readSettings(TopdeskSettings, contractor);
    const { user, secret } = readAccess(options.access, contractor, { user: true });
    const http = createHttpClient(settings.url, basic(user, secret), options.http);
    return { settings, client: createTopdeskClient(http) };
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
      const { id } = await incidentOf(client, ticket);
      if (!(await isThere(client, id, ticket))) await client.change(id, mapComment(ticket, text));
    },
    async attach(ticket, contractor, file) {
      const { client } = open(contractor);
      const { id } = await incidentOf(client, ticket);
      const isKnown = ticket.message.unsureTries > 0 && (await client.hasFile(id, file));
      if (!isKnown) await client.attach(id, file);
    },
    follow(contractor, cases, mark) {
      const { client, settings } = open(contractor);
      return followEach(cases, mark, async ({ reference }) => {
        const incident = await client.find(reference);
        if (incident === null) return [];
        const trail = await client.progress(incident.id);
        return [
          ...mapProgress(trail, incident, reference),
          ...mapState(incident, reference, settings.states),
        ];
      });
    },
  };
}

/** @throws OutsideSystemFailed when the incident that we made is gone: a dispatcher looks. */
async function incidentOf(client: TopdeskClient, { reference }: ContractorTicket): Promise<Incident> {
  const known = await client.find(reference);
  if (known !== null) return known;
  throw new OutsideSystemFailed('the incident is not there any more', { retryable: false });
}

/** Only after a try that may have arrived: then its mark tells. */
async function isThere(client: TopdeskClient, id: string, ticket: ContractorTicket): Promise<boolean> {
  if (ticket.message.unsureTries === 0) return false;
  return (await client.progress(id)).some(({ memoText }) => memoText?.includes(messageMark(ticket)));
}
