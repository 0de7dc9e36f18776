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
  serviceDeskId: z.string(),
  requestTypeId: z.string(),
  requestFieldValues: z.object({ summary: z.string().max(255), description: z.string().max(32_767) }),
});
const Comment = z.object({ body: z.string().max(32_767), public: z.boolean() });
const Attach = z.object({ temporaryAttachmentIds: z.array(z.string()), public: z.boolean() });
const api = '/rest/servicedeskapi';

/** The service-desk API as the documents describe it; its search is for words, so it finds too much. */
export function createJira(): HelpdeskApi {
  const temporary = new Map<string, File>();
  return async (asked, desk) => {
    if (asked.headers.authorization === undefined) return { status: 401 };
    if (asked.path === '/rest/api/3/search/jql') return search(asked, desk);
    if (asked.path === `${api}/request`) return create(asked, desk);
    if (asked.path.endsWith('/attachTemporaryFile')) return upload(asked, desk, temporary);
    const [, key, action] = asked.path.match(/\/request\/([^/]+)(?:\/(\w+))?$/) ?? [];
    const ticket = desk.tickets.find(({ number }) => number === key);
    if (ticket === undefined) return { status: 404 };
    if (action === 'comment')
      return asked.method === 'POST' ? comment(asked, desk, ticket) : comments(asked, ticket);
    if (action === 'attachment')
      return asked.method === 'POST' ? attach(asked, ticket, temporary) : filesOf(asked, ticket);
    return { status: 200, json: { issueKey: ticket.number, currentStatus: statusOf(ticket) } };
  };
}

function search({ query }: Asked, desk: HelpdeskStore): Answer {
  const words = (query.get('jql') ?? '').match(/\\?"([A-Z]+)-(\d+)\\?"/);
  const hits = desk.tickets.filter(({ title }) => title.includes(words?.[2] ?? '?'));
  return {
    status: 200,
    json: { issues: hits.map(({ number, title }) => ({ key: number, fields: { summary: title } })) },
  };
}

function create({ body }: Asked, desk: HelpdeskStore): Answer {
  const { requestFieldValues: fields } = Create.parse(JSON.parse(body.toString('utf8')));
  const id = desk.newId();
  const ticket: HelpdeskTicket = {
    id,
    number: `IT-${id}`,
    title: fields.summary,
    text: fields.description,
    reference: '',
    state: 'Waiting for support',
    updatedAt: desk.now(),
    comments: [],
    files: [],
  };
  desk.tickets.push(ticket);
  return { status: 201, json: { issueId: id, issueKey: ticket.number } };
}

function comment({ body }: Asked, desk: HelpdeskStore, ticket: HelpdeskTicket): Answer {
  const { body: text, public: isPublic } = Comment.parse(JSON.parse(body.toString('utf8')));
  ticket.comments.push({ id: desk.newId(), text, public: isPublic, author: 'Vaktis', at: desk.now() });
  return { status: 201, json: {} };
}

function comments({ query }: Asked, ticket: HelpdeskTicket): Answer {
  const start = Number(query.get('start') ?? 0);
  const page = ticket.comments.slice(start, start + 2);
  return {
    status: 200,
    json: {
      isLastPage: start + 2 >= ticket.comments.length,
      values: page.map(({ id, text, public: isPublic, author, at }) => ({
        id,
        body: text,
        public: isPublic,
        author: { displayName: author },
        created: { iso8601: iso(at) },
      })),
    },
  };
}

async function upload(asked: Asked, desk: HelpdeskStore, temporary: Map<string, File>): Promise<Answer> {
  if (asked.headers['x-atlassian-token'] !== 'no-check') return { status: 403 };
  const file = (await readForm(asked)).get('file');
  if (!(file instanceof File)) return { status: 400 };
  const id = `temp${desk.newId()}`;
  temporary.set(id, file);
  return {
    status: 201,
    json: { temporaryAttachments: [{ temporaryAttachmentId: id, fileName: file.name }] },
  };
}

async function attach(
  { body }: Asked,
  ticket: HelpdeskTicket,
  temporary: Map<string, File>,
): Promise<Answer> {
  const { temporaryAttachmentIds } = Attach.parse(JSON.parse(body.toString('utf8')));
  for (const id of temporaryAttachmentIds) await keepFile(ticket, temporary.get(id) ?? null);
  return { status: 201, json: {} };
}

function filesOf({ query }: Asked, { files }: HelpdeskTicket): Answer {
  const start = Number(query.get('start') ?? 0);
  const values = files
    .slice(start, start + 1)
    .map(({ name, bytes }) => ({ filename: name, size: bytes.length }));
  return { status: 200, json: { values, isLastPage: start + 1 >= files.length } };
}

function statusOf({ state, updatedAt }: HelpdeskTicket) {
  const statusCategory = /resolved|closed|klart/i.test(state) ? 'DONE' : 'INDETERMINATE';
  return { status: state, statusCategory, statusDate: { iso8601: iso(updatedAt) } };
}

function iso(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, '+0000');
}
