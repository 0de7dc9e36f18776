import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { keyHeader } from './control-server.ts';

type Door = { readonly port: number; readonly key: string };

const Line = z.union([z.object({ line: z.string() }), z.object({ exit: z.number().int() })]);
const Alive = z.object({ pid: z.number() });

/**
 * Whether the process that wrote this lock still lives. Refused, or an answer that only another program
 * gives, means no; no answer in time means yes: it may be busy.
 */
export async function isHeld(holder: Door & { pid: number }, timeout = 3_000): Promise<boolean> {
  try {
    const response = await send(holder, { method: 'GET', path: '/alive', timeout });
    const text = await textOf(response);
    return response.statusCode === 200 && Alive.parse(JSON.parse(text)).pid === holder.pid;
  } catch (error) {
    return error instanceof Error && error.message === timedOut;
  }
}

/**
 * Runs one `vaktis` command in the process that holds the data folder, and passes on what it says.
 * @returns its exit code. @throws OutsideSystemFailed when that process stops meanwhile or does not take it.
 */
export async function runThroughServer(
  inUse: Door,
  argv: readonly string[],
  cwd: string,
  write: (line: string) => void,
): Promise<number> {
  const body = JSON.stringify({ argv, cwd });
  const response = await send(inUse, { method: 'POST', path: '/commands', body }).catch((error: unknown) => {
    throw new OutsideSystemFailed('The running Vaktis does not answer.', { retryable: true, cause: error });
  });
  if (response.statusCode !== 200) throw await refused(response);
  const exit = await readLines(response, write).catch(() => null);
  if (exit !== null) return exit;
  throw new OutsideSystemFailed('The running Vaktis stopped before the command was done.', {
    retryable: true,
  });
}

async function readLines(response: IncomingMessage, write: (line: string) => void): Promise<number | null> {
  for await (const text of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = Line.parse(JSON.parse(text));
    if ('exit' in message) return message.exit;
    write(message.line);
  }
  return null;
}

async function refused(response: IncomingMessage): Promise<OutsideSystemFailed> {
  const text = await textOf(response);
  const busy = response.statusCode === 503;
  return new OutsideSystemFailed(
    busy
      ? 'The running Vaktis is still starting. Try again in a moment.'
      : `The running Vaktis refused: ${text}`,
    { retryable: busy },
  );
}

const timedOut = 'no answer in time';

type Sent = { method: string; path: string; body?: string; timeout?: number };

/** Plain node:http with an agent of its own: a proxy that the environment names is not for loopback. */
function send(door: Door, { method, path, body, timeout }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port: door.port,
      method,
      path,
      agent: false,
      headers: { [keyHeader]: door.key, 'content-type': 'application/json' },
    });
    if (timeout !== undefined) outgoing.setTimeout(timeout, () => outgoing.destroy(new Error(timedOut)));
    outgoing.once('response', resolve).once('error', reject).end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part;
  return text;
}
