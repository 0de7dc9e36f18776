import { z } from 'zod';
import {
  type Answer,
  type Asked,
  type HelpdeskApi,
  type HelpdeskStore,
  type HelpdeskTicket,
  keepFile,
  readForm,
} from './helpdesk.ts';

const Create = z.object({
  callerLookup: z.object({ id: z.string() }),
  briefDescription: z.string().max(80),
  request: z.string(),
  externalNumber: z.string().max(60),
});
const Change = z.object({ action: z.string(), actionInvisibleForCaller: z.boolean() });
const incidents = '/tas/api/incidents';

/** TOPdesk's incident API as the documents describe it: nothing found is 204 without a body. */
export const topdesk: HelpdeskApi = (asked, desk) => {
  if (!asked.headers.authorization?.startsWith('Basic ')) return { status: 401 };
  if (asked.path === incidents) return asked.method === 'POST' ? create(asked, desk) : find(asked, desk);
  const [, id, action] = asked.path.match(/\/id\/([^/]+)(?:\/(\w+))?$/) ?? [];
  const ticket = desk.tickets.find((item) => item.id === id);
  if (ticket === undefined) return { status: 404 };
  if (action === 'attachments') return asked.method === 'POST' ? attach(asked, ticket) : filesOf(ticket);
  if (action === 'progresstrail') return progress(ticket);
  return change(asked, desk, ticket);
};

function find({ query }: Asked, desk: HelpdeskStore): Answer {
  const wanted = query.get('query')?.match(/externalNumber==(.+)/)?.[1];
  const found = desk.tickets.filter(({ reference }) => reference === wanted);
  return found.length === 0 ? { status: 204 } : { status: 200, json: found.map(show) };
}

function create({ body }: Asked, desk: HelpdeskStore): Answer {
  const made = Create.parse(JSON.parse(body.toString('utf8')));
  const id = desk.newId();
  const ticket: HelpdeskTicket = {
    id: `unid-${id}`,
    number: `I 2611 ${id}`,
    title: made.briefDescription,
    text: made.request,
    reference: made.externalNumber,
    state: 'Registrerad',
    updatedAt: desk.now(),
    comments: [],
    files: [],
  };
  desk.tickets.push(ticket);
  return { status: 201, json: show(ticket) };
}

function change({ body }: Asked, desk: HelpdeskStore, ticket: HelpdeskTicket): Answer {
  const { action, actionInvisibleForCaller } = Change.parse(JSON.parse(body.toString('utf8')));
  ticket.comments.push({
    id: desk.newId(),
    text: action,
    public: !actionInvisibleForCaller,
    author: null,
    at: desk.now(),
  });
  ticket.updatedAt = desk.now();
  return { status: 200, json: show(ticket) };
}

async function attach(asked: Asked, ticket: HelpdeskTicket): Promise<Answer> {
  const form = await readForm(asked);
  if (form.get('invisibleForCaller') !== 'false') return { status: 400 };
  await keepFile(ticket, form.get('file'));
  return { status: 200, json: {} };
}

function filesOf({ files }: HelpdeskTicket): Answer {
  if (files.length === 0) return { status: 204 };
  return { status: 200, json: files.map(({ name, bytes }) => ({ fileName: name, size: bytes.length })) };
}

function progress(ticket: HelpdeskTicket): Answer {
  const trail = ticket.comments.map(({ id, text, public: isPublic, author, at }) => ({
    id,
    memoText: author === null ? text : `<b>${text}</b>`,
    invisibleForCaller: !isPublic,
    entryDate: iso(at),
    operator: author === null ? null : { name: author },
  }));
  return { status: 200, json: trail.toReversed() };
}

function show(ticket: HelpdeskTicket) {
  return {
    id: ticket.id,
    number: ticket.number,
    externalNumber: ticket.reference,
    processingStatus: { name: ticket.state },
    completed: /färdig|klar/i.test(ticket.state),
    closed: /stängd/i.test(ticket.state),
    modificationDate: iso(ticket.updatedAt),
  };
}

function iso(at: Date): string {
  return at.toISOString().replace('Z', '+0000');
}
