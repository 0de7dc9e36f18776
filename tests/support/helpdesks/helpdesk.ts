import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A ticket in a contractor's system, whichever it is. */
export type HelpdeskTicket = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Where they keep our reference beside the title; empty where they have no such field. */
  readonly reference: string;
  state: string;
  updatedAt: Date;
  readonly comments: { id: string; text: string; public: boolean; author: string | null; at: Date }[];
  readonly files: { name: string; type: string; bytes: Buffer }[];
};

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};
export type Answer = { readonly status: number; readonly json?: unknown };

/** One vendor's API over the tickets; undefined: there is no such route. */
export type HelpdeskApi = (asked: Asked, desk: HelpdeskStore) => Answer | Promise<Answer> | undefined;

/** What goes wrong with one call. `took-…`: it was done, and the caller does not learn of it. */
export type Fault =
  | 'took-and-silent'
  | 'took-and-cut'
  | 'took-and-500'
  | 'took-and-rubbish'
  | 'took-and-empty'
  /** The answer begins, and the connection ends in the middle of it. */
  | 'took-and-half'
  | 'cut'
  /** Never an answer, and nothing was done. */
  | 'silent'
  /** A page of a proxy, or nothing at all, with 200. */
  | 'rubbish'
  | 'empty'
  | '500'
  | '503'
  | '429'
  | '429-retry-after'
  | '401';

export type HelpdeskStore = {
  readonly tickets: HelpdeskTicket[];
  readonly now: () => Date;
  readonly newId: () => string;
};

export type Helpdesk = HelpdeskStore & {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The next calls go wrong so, one by one; then all is well again. */
  readonly failNext: (...faults: readonly Fault[]) => void;
  /** What goes wrong with each call, until it is set again. */
  failBy: (choose: (asked: Asked) => Fault | null) => void;
  readonly close: () => Promise<void>;
};

/** A contractor's system over real HTTP on this machine. */
export async function startHelpdesk(api: HelpdeskApi, now: () => Date): Promise<Helpdesk> {
  const asked: Asked[] = [];
  const scripted: Fault[] = [];
  let choose: (call: Asked) => Fault | null = () => null;
  let count = 0;
  const newId = () => {
    count += 1;
    return String(count);
  };
  const store: HelpdeskStore = { tickets: [], now, newId };
  const server = createServer(async (request, response) => {
    const call = await read(request);
    asked.push(call);
    const fault = scripted.shift() ?? choose(call);
    const answer = isTaken(fault) ? ((await api(call, store)) ?? { status: 404 }) : { status: 0 };
    reply(response, answer, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...store,
    url: `http://127.0.0.1:${port}`,
    asked,
    failNext: (...faults) => void scripted.push(...faults),
    failBy: (chooser) => {
      choose = chooser;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function isTaken(fault: Fault | null): boolean {
  return fault === null || fault.startsWith('took');
}

/** Says what it shall, or nothing at all. */
function reply(response: ServerResponse, answer: Answer, fault: Fault | null): unknown {
  switch (fault) {
    case 'took-and-silent':
    case 'silent':
      return undefined;
    case 'took-and-half':
      return sendHalf(response, answer);
    case 'cut':
    case 'took-and-cut':
      return response.destroy();
    case '500':
    case 'took-and-500':
      return send(response, 500, '{"error":"internal"}');
    case 'took-and-empty':
    case 'empty':
      return send(response, 200, '');
    case 'took-and-rubbish':
    case 'rubbish':
      return send(response, 200, '<html>proxy</html>');
    case '429-retry-after':
      response.setHeader('retry-after', '2');
      return send(response, 429, '');
    case '429':
    case '401':
    case '503':
      return send(response, Number(fault), '');
    case null:
      return send(response, answer.status, answer.json === undefined ? '' : JSON.stringify(answer.json));
  }
}

/** As much as they said they would say, and no more than half of it. */
function sendHalf(response: ServerResponse, { status, json }: Answer): void {
  const text = JSON.stringify(json ?? {});
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length + 10 });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : text);
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    query: searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

/** The parts of a multipart body; read by the platform, not by us. */
export async function readForm({ headers, body }: Asked): Promise<FormData> {
  const type = headers['content-type'] ?? '';
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
}

export async function keepFile(ticket: HelpdeskTicket, file: FormDataEntryValue | null): Promise<void> {
  if (!(file instanceof File)) return;
  ticket.files.push({ name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) });
}
