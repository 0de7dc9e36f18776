import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { keyOf } from './read-request.ts';
import { bodyOf } from './start-model-server.ts';

/** One answer as it came, piece by piece, each with the milliseconds after the one before. No headers of the request: the key is among them. */
const Recording = z.object({
  status: z.number(),
  contentType: z.string(),
  pieces: z.array(z.object({ after: z.number(), text: z.string() })),
});
type Recording = z.infer<typeof Recording>;

export type Tape = { readonly url: string; readonly missed: string[]; close(): Promise<void> };

export type TapeOptions = {
  readonly folder: string;
  /** Where to ask what is not on the tape yet; null: replays only. */
  readonly to: { readonly url: string; readonly key: string | null } | null;
  readonly port?: number;
};

/**
 * Stands between Vaktis and a real endpoint and keeps what it answers, so that it can be played again without it. The
 * same question, but for its marks, is asked once.
 */
export async function startTape(options: TapeOptions): Promise<Tape> {
  const missed: string[] = [];
  await mkdir(options.folder, { recursive: true });
  const server = createServer((request, response) => {
    serve(options, missed, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    missed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function serve(
  { folder, to }: TapeOptions,
  missed: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const key = keyOf(body);
  const file = join(folder, `${key}.json`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return play(Recording.parse(JSON.parse(kept)), marksIn(body), response);
  missed.push(key);
  if (to === null)
    return void response
      .writeHead(404, { 'content-type': 'application/json' })
      .end('{"error":{"message":"not on the tape"}}');
  const recording = await ask(`${to.url}${(request.url ?? '').replace(/^\/v1/u, '')}`, to.key, body);
  const plain = JSON.stringify(recording, null, 1);
  // The marks of this call become those of the one that it is played to.
  await writeFile(file, marksIn(body) === null ? plain : plain.replaceAll(marksIn(body) ?? '', 'MARK'));
  await play(recording, null, response);
}

function marksIn(body: string): string | null {
  return /data-([0-9a-f]{18})/u.exec(body)?.[1] ?? null;
}

async function ask(url: string, key: string | null, body: string): Promise<Recording> {
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const pieces: { after: number; text: string }[] = [];
  const decoder = new TextDecoder();
  let last = performance.now();
  for await (const chunk of answer.body ?? []) {
    const now = performance.now();
    pieces.push({ after: Math.round(now - last), text: decoder.decode(chunk, { stream: true }) });
    last = now;
  }
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? 'application/json',
    pieces,
  };
}

async function play(recording: Recording, mark: string | null, response: ServerResponse): Promise<void> {
  response.writeHead(recording.status, { 'content-type': recording.contentType });
  for (const { after, text } of recording.pieces) {
    if (after > 0) await setTimeout(Math.min(after, 2_000));
    response.write(mark === null ? text : text.replaceAll('MARK', mark));
  }
  response.end();
}
