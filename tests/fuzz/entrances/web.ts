import { connect } from 'node:net';
import type { Dice } from '../../bench/search/dice.ts';
import { type Entrance, type FuzzInput, type Outcome, request } from '../fuzz-input.ts';
import { callers, type FuzzWorld } from '../fuzz-world.ts';
import { mutateBytes, mutateJson, mutateText } from '../mutate.ts';
import { nastyStrings } from '../nasty-values.ts';
import { sendRequest } from '../send-request.ts';

const calls: Readonly<Record<keyof typeof callers, unknown>> = {
  jira: {
    webhookEvent: 'jira:issue_updated',
    issue: { key: 'IT-7', fields: { summary: '[VK-1001] Kontot är låst' } },
  },
  zammad: {
    ticket: { id: 7, title: '[VK-1001] Kontot är låst', state: 'open' },
    article: { body: '<b>hej</b>' },
  },
  servicenow: { correlation_id: 'VK-1001', number: 'INC0010001', state: '2' },
};
const ids = Object.keys(callers).filter((id): id is keyof typeof callers => id in callers);

/** Contractors' calls, most of them signed right. */
export function createWebhookEntrance(world: FuzzWorld, dice: Dice): Entrance {
  return {
    name: 'contractor webhook',
    share: 7,
    make() {
      const id = dice.one(ids);
      const json = JSON.stringify(mutateJson(calls[id], dice)) ?? '';
      const text = dice.under(10) === 0 ? mutateText(json, dice) : json;
      const named = dice.under(15) === 0 ? encodeURIComponent(dice.one(nastyStrings).toWellFormed()) : id;
      const as = dice.under(15) === 0 ? null : id;
      return request(`/api/webhooks/contractor/${named}`, {
        as,
        body: { text },
        headers: { 'content-type': 'application/json' },
      });
    },
    send: (input) => sendTo(world, input),
  };
}

const places = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/tab/',
  '/tab/assets/',
  '/note-images/',
  '/files/',
  '/api/v1/',
  '/api/messages',
  '/simulator/',
  '/v3/conversations/',
];

/** Addresses that nobody made links of: pages, pictures, files and what does not exist. */
export function createPageEntrance(world: FuzzWorld, dice: Dice): Entrance {
  const picture = `${'a'.repeat(32)}.png`;
  return {
    name: 'pages and links',
    share: 4,
    make() {
      const file = world.fileLinks.linkTo(dice.one(['a1', ...nastyStrings]).toWellFormed()) ?? '';
      const image = `/note-images/${picture}?k=${dice.one(['', 'x', 'å'])}`;
      const start = dice.one([...places, file, image]);
      const rest = dice.under(2) === 0 ? '' : encodeURI(dice.one(nastyStrings).toWellFormed());
      const path =
        dice.under(4) === 0 ? encodeURI(mutateText(start + rest, dice).toWellFormed()) : start + rest;
      const method = dice.one(['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'PUT', 'PATCH']);
      return request(path.startsWith('/') ? path.slice(0, 8_000) : `/${path.slice(0, 8_000)}`, {
        method,
        headers:
          dice.under(5) === 0 ? { range: 'bytes=0-0,1-1,-1', 'accept-language': dice.one(nastyStrings) } : {},
      });
    },
    send: (input) => sendTo(world, input),
  };
}

const wellFormed = [
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
  'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a.b.c\r\nAccept-Language: sv\r\nConnection: close\r\n\r\n',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n\x1f\x8b\x08\x00a\r\n0\r\n\r\n',
];

/** Bytes on the wire that are HTTP, or nearly. */
export function createWireEntrance(world: FuzzWorld, dice: Dice): Entrance {
  return {
    name: 'bytes on the wire',
    share: 3,
    make: () => {
      const bytes = mutateBytes(Buffer.from(dice.one(wellFormed), 'latin1'), dice);
      return { kind: 'files', files: { wire: Buffer.from(bytes).toString('base64') } };
    },
    send: (input) => sendBytes(world, input),
  };
}

function sendBytes({ url }: FuzzWorld, input: FuzzInput): Promise<Outcome> {
  const bytes = Buffer.from((input.kind === 'files' ? input.files.wire : undefined) ?? '', 'base64');
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const socket = connect(Number(url.port), url.hostname);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => resolve({ what: 'cut off', fault: null }));
  socket.on('close', () => {
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'cut off';
    const faulty = Number(status) >= 500 && Number(status) !== 501;
    resolve({ what: status, fault: faulty ? `answered ${status}` : null });
  });
  // Half a request is waited for: that is what the server's own limits end, and not what is tried here.
  socket.setTimeout(300, () => socket.destroy());
  socket.end(bytes);
  return promise;
}

function sendTo(world: FuzzWorld, input: FuzzInput): Promise<Outcome> {
  if (input.kind !== 'request') throw new Error('not a request');
  return sendRequest(world, input);
}
