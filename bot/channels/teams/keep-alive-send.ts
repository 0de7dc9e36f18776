import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Answered, Send } from './connector-http.ts';

/** A socket that lay idle for longer may be gone at the other side, and what is written to it is perhaps lost. */
const idleAtMost = 4_000;

/**
 * What `fetch` does for small JSON, with less around it: one set of kept connections, no web streams in between. Follows no redirect. Throws with the socket's error as `cause`, as fetch does.
 */
export function createKeepAliveSend(): Send {
  const options = { keepAlive: true, timeout: idleAtMost };
  const [http, https] = [new HttpAgent(options), new HttpsAgent(options)];
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(new Error('the request failed', { cause }));
      const take = (response: IncomingMessage) => {
        if (isRedirect(response)) {
          response.destroy();
          return fail(new Error('unexpected redirect'));
        }
        readText(response).then((text) => resolve(answered(response, text)), fail);
      };
      const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
      const given = { method, headers: { ...headers, ...length }, signal };
      const request = url.startsWith('https:')
        ? httpsRequest(url, { ...given, agent: https }, take)
        : httpRequest(url, { ...given, agent: http }, take);
      request.on('error', fail);
      request.end(body ?? undefined);
    });
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 300 && statusCode < 400 && statusCode !== 304;
}

/** By its events: a loop over the stream costs several times as much. */
function readText(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    let text = '';
    response.on('data', (part: string) => {
      text += part;
    });
    response.on('end', () => resolve(text));
    response.on('error', reject);
    response.on('close', () => reject(new Error('the answer broke off')));
  });
}

function answered(response: IncomingMessage, text: string): Answered {
  const { statusCode: status = 0, headers } = response;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name) => one(headers[name]), [Symbol.iterator]: () => entries[Symbol.iterator]() },
    text: async () => text,
  };
}

function one(value: string | string[] | undefined): string | null {
  return value === undefined ? null : String(value);
}
