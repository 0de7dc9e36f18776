import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Outcome, RequestInput } from './fuzz-input.ts';
import type { FuzzWorld } from './fuzz-world.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** A turn is answered within ten seconds whatever it does; more is a hang. */
const patience = 20_000;
/** Of an address and headers together Node takes 16 kB. */
const longestAddress = 12_000;
/** What a stack looks like, and the words of a database or of Node that say how things are inside. */
const inside =
  /\n\s+at .+:\d+:\d+|node_modules|\.ts:\d+|ECONNREFUSED|syntax error at or near|PGlite|ZodError/;

/** Sends it over HTTP as whoever it says, and looks at the answer. */
export async function sendRequest(world: FuzzWorld, input: RequestInput): Promise<Outcome> {
  const body = bodyOf(input);
  const headers = { ...(await world.sign(input.as, body)), ...input.headers };
  const first = await exchange(world, input, headers, body);
  // A kept connection that the server gave up at that very moment is no answer; a new one is tried.
  const answer =
    first === 'cut' ? await exchange(world, input, { ...headers, connection: 'close' }, body) : first;
  if (answer === 'unsendable') return { what: 'not sendable', fault: null };
  if (answer === 'cut' && input.path.length > longestAddress) return { what: 'too long', fault: null };
  if (answer === 'cut') return { what: 'cut off', fault: 'the connection was cut without an answer' };
  if (answer === 'silent') return { what: 'silent', fault: `no answer within ${patience} ms` };
  return { what: `${answer.status}`, fault: faultOf(answer, input) };
}

function faultOf({ status, headers, text }: Answer, { path, body }: RequestInput): string | null {
  // Teams' own answer for an invoke that nobody knows.
  const isUnknownInvoke = status === 501 && path === '/api/messages';
  if (status >= 500 && !isUnknownInvoke) return `answered ${status}`;
  const leak = inside.exec(text)?.[0];
  const sent = body !== null && 'text' in body ? body.text : '';
  if (leak !== undefined && !sent.includes(leak.trim()))
    return `the answer shows ${JSON.stringify(leak.slice(0, 80))}`;
  if (headers['x-injected'] !== undefined) return 'a header was injected';
  // What is no HTTP, or beyond its limits, Node itself refuses before anything of ours is asked.
  if ([400, 431].includes(status) && text === '' && headers['x-request-id'] === undefined) return null;
  if (headers['content-security-policy'] === undefined) return 'no Content-Security-Policy';
  if (headers['x-content-type-options'] !== 'nosniff') return 'no nosniff';
  if (headers['set-cookie'] !== undefined) return 'a cookie was set';
  return null;
}

export function bodyOf({ body }: RequestInput): Buffer {
  if (body === null) return Buffer.alloc(0);
  return 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
}

function exchange(
  { url, agent }: FuzzWorld,
  { method, path }: RequestInput,
  headers: Record<string, string>,
  body: Buffer,
): Promise<Answer | 'unsendable' | 'cut' | 'silent'> {
  const { promise, resolve } = Promise.withResolvers<Answer | 'unsendable' | 'cut' | 'silent'>();
  try {
    const sending = httpRequest(
      { agent, host: url.hostname, port: url.port, method, path, headers, timeout: patience },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve('cut'));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sending.on('timeout', () => {
      resolve('silent');
      sending.destroy();
    });
    sending.on('error', () => resolve('cut'));
    sending.end(body.length > 0 ? body : undefined);
  } catch {
    // Node's client refuses to write a header or an address that is none.
    resolve('unsendable');
  }
  return promise;
}
