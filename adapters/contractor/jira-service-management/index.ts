import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { followEach } from '../follow-each.ts';
import { createHttpClient } from '../http/client.ts';
import { basic, readAccess, readSettings } from '../http/read-settings.ts';
import type { RestOptions } from '../http/rest-options.ts';
import { messageMark } from '../message-mark.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createJiraClient, type JiraClient } from './client.ts';
import { JiraSettings } from './config.ts';
import { mapComments, mapState } from './map-news.ts';
import { mapComment, mapTicket } from './map-ticket.ts';
import { readWebhook } from './read-webhook.ts';

export const promises: ConnectorPromises = {
  ...nothingPromised,
  oneTicket: true,
  commentsOut: true,
  commentsBack: true,
  files: true,
  status: true,
  news: 'webhook and polling',
};

/** Gives cases over as requests of a service project. */
export function createJiraConnector(options: RestOptions): ContractorConnector {
  const open = (contractor: Contractor) => {
    const settings = readSettings(JiraSettings, contractor);
    const { user, secret } = readAccess(options.access, contractor, { user: true });
    const http = createHttpClient(settings.url, basic(user, secret), options.http);
    return { settings, client: createJiraClient(http) };
  };
  return {
    async create(ticket, contractor) {
      const { client, settings } = open(contractor);
      // Always asked first: the process may have died between their yes and our writing it down.
      const known = await client.find(ticket.reference);
      const key = known ?? (await client.create(mapTicket(ticket, settings, options.language)));
      return { contractorReference: key };
    },
    async comment(ticket, contractor, text) {
      const { client } = open(contractor);
      const key = await keyOf(client, ticket);
      if (!(await isThere(client, key, ticket))) await client.comment(key, mapComment(ticket, text));
    },
    async attach(ticket, contractor, file) {
      const { client, settings } = open(contractor);
      const key = await keyOf(client, ticket);
      const isKnown = ticket.message.unsureTries > 0 && (await client.hasFile(key, file));
      if (!isKnown) await client.attach(key, settings.service_desk_id, file);
    },
    follow(contractor, cases, mark) {
      const { client, settings } = open(contractor);
      return followEach(cases, mark, async ({ reference, contractorReference }) => {
        const key = contractorReference ?? (await client.find(reference));
        if (key === null) return [];
        const comments = mapComments(await client.comments(key), { reference, key });
        return [...comments, ...mapState(await client.status(key), reference, settings.states)];
      });
    },
    readWebhook: (call, contractor) =>
      readWebhook(call, options.access.get(contractor.id)?.webhookSecret ?? null),
  };
}

/** @throws OutsideSystemFailed when the request that we made is gone: a dispatcher looks. */
async function keyOf(client: JiraClient, ticket: ContractorTicket): Promise<string> {
  const known = ticket.case.contractorReference ?? (await client.find(ticket.reference));
  if (known !== null) return known;
  throw new OutsideSystemFailed('the request is not there any more', { retryable: false });
}

/** Only after a try that may have arrived: then its mark tells. */
async function isThere(client: JiraClient, key: string, ticket: ContractorTicket): Promise<boolean> {
  if (ticket.message.unsureTries === 0) return false;
  return (await client.comments(key)).some(({ body }) => body.includes(messageMark(ticket)));
}
