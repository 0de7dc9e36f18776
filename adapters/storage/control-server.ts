import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';

export type Command = { readonly argv: readonly string[]; readonly cwd: string };
/** Runs one command line; `write` takes whole lines without their line end. @returns the exit code. */
export type CommandHandler = (command: Command, write: (line: string) => void) => Promise<number>;

export const keyHeader = 'x-vaktis-key';
const bodyLimit = 1_000_000;
const CommandBody = z.object({ argv: z.array(z.string()), cwd: z.string() });

export type ControlServer = {
  readonly port: number;
  onCommand(handler: CommandHandler): void;
  close(): Promise<void>;
};

/**
 * The door through which commands on this machine reach the process that holds the data folder. Loopback
 * only; whoever can read the key in the folder could read the data as well.
 */
export async function openControlServer(key: string): Promise<ControlServer> {
  let handler: CommandHandler | null = null;
  const server = createServer((request, response) => {
    void answer(request, response, key, handler).catch(() => response.destroy());
  });
  const port = await listen(server);
  // The server of the bot keeps the process alive, not this one.
  server.unref();
  return {
    port,
    onCommand(given) {
      handler = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The control port has no number.');
  return address.port;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  handler: CommandHandler | null,
): Promise<void> {
  if (!isSame(request.headers[keyHeader], key)) return end(response, 403, { error: 'wrong key' });
  if (request.method === 'GET' && request.url === '/alive') return end(response, 200, { pid: process.pid });
  if (request.method !== 'POST' || request.url !== '/commands')
    return end(response, 404, { error: 'unknown' });
  if (handler === null) return end(response, 503, { error: 'The server is still starting.' });
  const command = await readCommand(request);
  if (command === null) return end(response, 400, { error: 'not a command' });
  await runCommand(command, handler, response);
}

/** One JSON object a line: `{"line": …}` as they come, `{"exit": code}` last. */
async function runCommand(
  command: Command,
  handler: CommandHandler,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  // A caller who went away does not stop the command half way; what it says is then for nobody.
  response.on('error', () => undefined);
  const send = (message: object) => response.write(`${JSON.stringify(message)}\n`);
  try {
    send({ exit: await handler(command, (line) => send({ line })) });
  } catch (error) {
    send({ line: error instanceof Error ? error.message : String(error) });
    send({ exit: 1 });
  }
  response.end();
}

async function readCommand(request: IncomingMessage): Promise<Command | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > bodyLimit) return null;
    parts.push(bytes);
  }
  try {
    return CommandBody.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function isSame(given: string | string[] | undefined, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(key));
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
