import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorConnector } from '#bot/handoff/contractor-connector.ts';
import { createLanes } from '#bot/lanes.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createFolderClient, type FolderClient } from './client.ts';
import { folderOf } from './config.ts';
import { mapTicket } from './map-ticket.ts';

export const promises: ConnectorPromises = { ...nothingPromised, oneTicket: true, commentsOut: true };

/** Gives cases over as files in a folder: for a contractor who fetches them there, and for trying things out. */
export function createFolderConnector(options: {
  dataFolder: string;
  now: () => Date;
  language: 'sv' | 'en';
}): ContractorConnector {
  // One writer of a case at a time: two comments at once would each read the file without the other.
  const lanes = createLanes();
  const clientFor = (contractor: Contractor): FolderClient =>
    createFolderClient(folderOf(contractor, options.dataFolder), options.language);
  return {
    create: (ticket, contractor) =>
      lanes.run(`${contractor.id} ${ticket.reference}`, async () => {
        const client = clientFor(contractor);
        // The same case again, after a lost answer: what lies there stands, with its comments.
        if ((await client.read(ticket.reference)) === null) await client.write(mapTicket(ticket));
        return { contractorReference: null };
      }),
    comment: (ticket, contractor, text) =>
      lanes.run(`${contractor.id} ${ticket.reference}`, async () => {
        const client = clientFor(contractor);
        const known = (await client.read(ticket.reference)) ?? mapTicket(ticket);
        const { number: message, unsureTries } = ticket.message;
        // The same again, after a process that died before it could say that it was done.
        if (unsureTries > 0 && known.comments.some((comment) => comment.message === message)) return;
        const comment = { at: options.now().toISOString(), text, message };
        await client.write({ ...known, comments: [...known.comments, comment] });
      }),
  };
}
