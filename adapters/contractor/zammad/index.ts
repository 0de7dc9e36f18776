import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { followEach } from '../follow-each.ts';
import { createHttpClient } from '../http/client.ts';
import { readAccess, readSettings } from '../http/read-settings.ts';
import type { RestOptions } from '../http/rest-options.ts';
import { findState } from '../http/states.ts';
import { fileMark, messageMark } from '../message-mark.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createZammadClient, type ZammadClient } from './client.ts';
import { ZammadSettings } from './config.ts';
import { mapArticles, mapState } from './map-news.ts';
import { mapComment, mapFile, mapTicket } from './map-ticket.ts';
import { readWebhook } from './read-webhook.ts';
import type { Ticket } from './schema.ts';
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

/** Gives cases over as Zammad tickets. */
export function createZammadConnector(options: RestOptions): ContractorConnector {
  const open = (contractor: Contractor) => {
    const settings = readSettings(ZammadSettings, contractor);
    const { secret } = readAccess(options.access, contractor, { user: false });
    const authorization = { authorization: `Token token=${secret}` };
    return {
      settings,
      client: createZammadClient(createHttpClient(settings.url, authorization, options.http)),
    };
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
      const known = await ticketOf(client, ticket);
      if (!(await isThere(client, known, ticket)))
        await client.addArticle(mapComment(known.id, ticket, text));
    },
    async attach(ticket, contractor, file) {
      const { client } = open(contractor);
      const known = await ticketOf(client, ticket);
      if (!(await isThere(client, known, ticket, fileMark(ticket, file))))
        await client.addArticle(mapFile(known.id, ticket, file));
    },
    async reopen(ticket, contractor, reason) {
      const { client } = open(contractor);
      const known = await ticketOf(client, ticket);
      await client.change(known.id, { state: workingState });
      if (!(await isThere(client, known, ticket)))
        await client.addArticle(mapComment(known.id, ticket, reason));
    },
    follow(contractor, cases, mark) {
      const { client, settings } = open(contractor);
      const stateOf = (theirs: string) => findState(theirs, settings.states, usualStates);
      return followEach(cases, mark, async ({ reference }) => {
        const found = await client.find(reference);
        if (found === null) return [];
        const ticket = await client.read(found.id);
        const articles = await client.articles(found.id);
        return [...mapArticles(articles, ticket, reference), ...mapState(ticket, reference, stateOf)];
      });
    },
    readWebhook: (call, contractor) =>
      readWebhook(call, options.access.get(contractor.id)?.webhookSecret ?? null),
  };
}

/** @throws OutsideSystemFailed when the ticket that we made is gone: a dispatcher looks. */
async function ticketOf(client: ZammadClient, { reference }: ContractorTicket): Promise<Ticket> {
  const known = await client.find(reference);
  if (known !== null) return known;
  throw new OutsideSystemFailed('the ticket is not there any more', { retryable: false });
}

/** Only after a try that may have arrived: then its mark tells. */
async function isThere(
  client: ZammadClient,
  { id }: Ticket,
  ticket: ContractorTicket,
  mark = messageMark(ticket),
): Promise<boolean> {
  if (ticket.message.unsureTries === 0) return false;
  return (await client.articles(id)).some(({ body }) => body.includes(mark));
}
