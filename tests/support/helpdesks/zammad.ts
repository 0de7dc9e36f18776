import { z } from 'zod';
import type { Answer, Asked, HelpdeskApi, HelpdeskStore, HelpdeskTicket } from './helpdesk.ts';

const NewArticle = z.object({
  body: z.string(),
  type: z.literal('note'),
  internal: z.boolean(),
  attachments: z
    .array(z.object({ filename: z.string(), data: z.base64(), 'mime-type': z.string() }))
    .optional(),
});
const Create = z.object({
  title: z.string().max(250),
  group: z.string(),
  customer: z.email(),
  article: NewArticle.extend({ subject: z.string() }),
});
const Add = NewArticle.extend({ ticket_id: z.number() });
const Change = z.object({ state: z.string() });

/** Zammad's REST API as the documents describe it; its search is for words, so it finds too much. */
export const zammad: HelpdeskApi = (asked, desk) => {
  if (!asked.headers.authorization?.startsWith('Token token=')) return { status: 401 };
  if (asked.path === '/api/v1/tickets/search') return search(asked, desk);
  if (asked.path === '/api/v1/tickets') return create(asked, desk);
  if (asked.path === '/api/v1/ticket_articles') return add(asked, desk);
  const ticket = desk.tickets.find(({ id }) => id === asked.path.match(/(\d+)$/)?.[1]);
  if (ticket === undefined) return { status: 404 };
  if (asked.path.includes('/by_ticket/')) return { status: 200, json: articles(ticket) };
  if (asked.method === 'PUT') {
    ticket.state = Change.parse(JSON.parse(asked.body.toString('utf8'))).state;
    ticket.updatedAt = desk.now();
  }
  return { status: 200, json: show(ticket) };
};

function search({ query }: Asked, desk: HelpdeskStore): Answer {
  const digits = query.get('query')?.match(/\d+/)?.[0] ?? '?';
  return { status: 200, json: desk.tickets.filter(({ title }) => title.includes(digits)).map(show) };
}

function create({ body }: Asked, desk: HelpdeskStore): Answer {
  const { title, article } = Create.parse(JSON.parse(body.toString('utf8')));
  const id = desk.newId();
  const ticket: HelpdeskTicket = {
    id,
    number: `7${id}`,
    title,
    text: article.body,
    reference: '',
    state: 'new',
    updatedAt: desk.now(),
    comments: [],
    files: [],
  };
  desk.tickets.push(ticket);
  return { status: 201, json: { id: Number(id), number: ticket.number } };
}

function add({ body }: Asked, desk: HelpdeskStore): Answer {
  const article = Add.parse(JSON.parse(body.toString('utf8')));
  const ticket = desk.tickets.find(({ id }) => Number(id) === article.ticket_id);
  if (ticket === undefined) return { status: 422 };
  ticket.comments.push({
    id: desk.newId(),
    text: article.body,
    public: !article.internal,
    author: null,
    at: desk.now(),
  });
  for (const { filename, data, 'mime-type': type } of article.attachments ?? []) {
    ticket.files.push({ name: filename, type, bytes: Buffer.from(data, 'base64') });
  }
  return { status: 201, json: {} };
}

function articles(ticket: HelpdeskTicket) {
  return ticket.comments.map(({ id, text, public: isPublic, author, at }) => ({
    id: Number(id),
    internal: !isPublic,
    sender: author === null ? 'Customer' : 'Agent',
    from: author === null ? 'desken' : `"${author}" <a@b.example>`,
    body: author === null ? text : `<p>${text}</p>`,
    content_type: author === null ? 'text/plain' : 'text/html',
    created_at: at.toISOString(),
  }));
}

function show({ id, number, title, state, updatedAt }: HelpdeskTicket) {
  return { id: Number(id), number, title, state, updated_at: updatedAt.toISOString() };
}
