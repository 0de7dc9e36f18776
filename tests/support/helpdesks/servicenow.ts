import { z } from 'zod';
import type { Answer, Asked, HelpdeskApi, HelpdeskStore, HelpdeskTicket } from './helpdesk.ts';

const Fields = z.record(z.string(), z.string());
const table = '/api/now/table';

/** The Table API as the documents describe it, its habit of skipping what it does not understand included. */
export const serviceNow: HelpdeskApi = (asked, desk) => {
  if (asked.headers.authorization === undefined) return { status: 401 };
  if (asked.path === `${table}/incident`) {
    return asked.method === 'POST' ? create(asked, desk) : list(asked, desk);
  }
  const id = asked.path.match(/\/incident\/(\w+)$/)?.[1];
  if (id !== undefined && asked.method === 'PATCH') return change(id, asked, desk);
  if (asked.path === `${table}/sys_journal_field`) return journal(asked, desk);
  if (asked.path === '/api/now/attachment/file') return attach(asked, desk);
  if (asked.path === '/api/now/attachment') return files(asked, desk);
  return undefined;
};

function create({ body }: Asked, desk: HelpdeskStore): Answer {
  const fields = Fields.parse(JSON.parse(body.toString('utf8')));
  const id = desk.newId();
  const ticket: HelpdeskTicket = {
    id: `sys${id}`,
    number: `INC00${id}`,
    title: fields.short_description ?? '',
    text: fields.description ?? '',
    reference: `${fields.correlation_display}/${fields.correlation_id}`,
    state: '1',
    updatedAt: desk.now(),
    comments: [],
    files: [],
  };
  desk.tickets.push(ticket);
  return { status: 201, json: { result: show(ticket) } };
}

function list({ query }: Asked, desk: HelpdeskStore): Answer {
  const parts = (query.get('sysparm_query') ?? '').split('^');
  const value = (name: string) => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const since = parts.find((part) => part.startsWith('sys_updated_on>='))?.slice('sys_updated_on>='.length);
  // A real one skips conditions that it does not know, and gives other rows: here it never knows correlation_id.
  const rows = desk.tickets.filter(
    (ticket) =>
      ticket.reference.startsWith(`${value('correlation_display')}/`) &&
      (since === undefined || stamp(ticket.updatedAt) >= since),
  );
  const offset = Number(query.get('sysparm_offset') ?? 0);
  const limit = Math.max(Number(query.get('sysparm_limit') ?? 10), value('correlation_id') ? 10_000 : 0);
  return { status: 200, json: { result: rows.slice(offset, offset + limit).map(show) } };
}

function change(id: string, { body }: Asked, desk: HelpdeskStore): Answer {
  const ticket = desk.tickets.find((item) => item.id === id);
  if (ticket === undefined) return { status: 404 };
  const { state, comments } = Fields.parse(JSON.parse(body.toString('utf8')));
  if (state !== undefined) ticket.state = state;
  if (comments !== undefined) {
    ticket.comments.push({ id: desk.newId(), text: comments, public: true, author: null, at: desk.now() });
  }
  ticket.updatedAt = desk.now();
  return { status: 200, json: { result: show(ticket) } };
}

function journal({ query }: Asked, desk: HelpdeskStore): Answer {
  const asked = query.get('sysparm_query') ?? '';
  const ids = asked.match(/element_idIN([^^]*)/)?.[1]?.split(',') ?? [];
  const since = asked.match(/sys_created_on>=([^^]*)/)?.[1] ?? '';
  const rows = desk.tickets
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, comments }) =>
      comments
        .filter((comment) => comment.public && stamp(comment.at) >= since)
        .map(({ id: sys_id, text: value, author, at }) => ({
          sys_id,
          element_id: id,
          value,
          sys_created_by: author ?? 'vaktis',
          sys_created_on: stamp(at),
        })),
    );
  return { status: 200, json: { result: rows } };
}

function attach({ query, headers, body }: Asked, desk: HelpdeskStore): Answer {
  const ticket = desk.tickets.find(({ id }) => id === query.get('table_sys_id'));
  if (ticket === undefined) return { status: 404 };
  const name = query.get('file_name') ?? '';
  ticket.files.push({ name, type: headers['content-type'] ?? '', bytes: body });
  return { status: 201, json: { result: {} } };
}

function files({ query }: Asked, desk: HelpdeskStore): Answer {
  const id = query.get('sysparm_query')?.match(/table_sys_id=(\w+)/)?.[1] ?? '';
  const ticket = desk.tickets.find((item) => item.id === id);
  const result = (ticket?.files ?? []).map(({ name, bytes }) => ({
    table_sys_id: id,
    file_name: name,
    size_bytes: String(bytes.length),
  }));
  return { status: 200, json: { result } };
}

function show(ticket: HelpdeskTicket) {
  return {
    sys_id: ticket.id,
    number: ticket.number,
    correlation_id: ticket.reference.split('/')[1] ?? '',
    state: ticket.state,
    sys_updated_on: stamp(ticket.updatedAt),
  };
}

function stamp(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}
