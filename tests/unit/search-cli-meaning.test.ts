import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '#bot/cli/run-command.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../support/embeddings-server.ts';
import { demoFolder } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
/** No note has the first word; to the model it is the projector. */
const unheard = 'quux trasslar';
const projector = 'solrosen/kanonen';

let server: EmbeddingsServer;
let district: string;
let desk: string;
beforeAll(async () => {
  server = await startEmbeddingsServer();
  district = await mkdtemp(join(tmpdir(), 'vaktis-meaning-'));
  desk = join(district, 'desk');
  await cp(demoFolder, desk, { recursive: true, filter: (from) => !from.endsWith('.md') });
  await mkdir(join(desk, 'notes/solrosen'), { recursive: true });
  const titles = ['Kanonen', 'Kopiatorn', 'Telefonen', 'Laddvagnen', 'Datorerna', 'Larmet', 'Högtalarna'];
  for (const title of titles) await writeNote(title);
  const request = { id: 'r1', from: hanna, at: '2026-11-23T09:15:00+01:00', text: unheard };
  const line = JSON.stringify({ ...request, expect: { note: projector } });
  await writeFile(join(district, 'requests.jsonl'), `${line}\n`);
});
afterAll(async () => {
  await server.close();
  await rm(district, { recursive: true });
});
async function writeNote(title: string): Promise<void> {
  const body = title === 'Kanonen' ? 'Projektorn.' : 'Fråga vaktmästaren.';
  const text = `---\ntitle: ${title}\ncategory: other\naudience: staff\n---\n${body}\n`;
  await writeFile(join(desk, 'notes/solrosen', `${title.toLowerCase()}.md`), text);
}

beforeEach(() => {
  server.answer = 'vectors';
  server.texts.length = 0;
});

async function run(argv: readonly string[], { isSet = true } = {}) {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(argv, {
    cwd: '/',
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: () => Promise.reject(new Error('a folder needs no database')),
    embeddings: () => (isSet ? { url: server.url, model: 'test', key: null } : null),
  });
  return { exit, out, last: out.at(-1) ?? '', told };
}

const Found = z.object({ notes: z.array(z.object({ id: z.string(), meaning: z.number().optional() })) });
const Evaluated = z.object({
  requests: z.object({ fields: z.object({ note: z.object({ right: z.number() }) }) }),
});
const ask = () => ['ask', '--json', '--explain', '--from', hanna, '--desk', desk, unheard];
const triage = () => ['triage', '--json', '--from', hanna, '--desk', desk, unheard];

describe('a command where embeddings are set', () => {
  it('ask puts first what is near in meaning, and says how near; without them it does not', async () => {
    const [best] = Found.parse(JSON.parse((await run(ask())).last)).notes;
    expect(best).toEqual({ id: projector, meaning: expect.any(Number) });
    const byWords = Found.parse(JSON.parse((await run(ask(), { isSet: false })).last)).notes;
    expect(byWords.every(({ meaning }) => meaning === undefined)).toBe(true);
    expect(byWords[0]?.id).not.toBe(projector);
  });

  it('triage finds the note by what the message means, in a file of messages too', async () => {
    const { last, told } = await run(triage());
    expect(Found.parse(JSON.parse(last)).notes[0]?.id).toBe(projector);
    const batch = await run(['triage', '--batch', join(district, 'requests.jsonl'), '--desk', desk]);
    expect(Found.parse(JSON.parse(batch.last)).notes[0]?.id).toBe(projector);
    expect([told, batch.told]).toEqual([[], []]);
  });

  it('eval --district counts a note that only its meaning finds', async () => {
    const right = async (isSet: boolean) => {
      const { last } = await run(['eval', '--json', '--district', district], { isSet });
      return Evaluated.parse(JSON.parse(last)).requests.fields.note.right;
    };
    expect([await right(true), await right(false)]).toEqual([1, 0]);
  });

  it.each([
    ['ask', ask],
    ['triage', triage],
  ])('%s says in one line that they cannot be used, and answers by words', async (_name, argv) => {
    server.answer = { status: 500 };
    const { exit, told, last } = await run(argv());
    expect(exit).toBe(0);
    expect(told).toEqual([
      'Embeddings are set but cannot be used (the endpoint answered 500): by words alone.',
    ]);
    expect(Found.safeParse(JSON.parse(last)).success).toBe(true);
  });

  it('an endpoint that fails halfway is told of once, and the rest is done by words', async () => {
    server.refuses = null;
    server.answer = 'vectors';
    const failing = setFailureAfterFirst(server);
    const { exit, told } = await run(triage());
    failing.end();
    expect(exit).toBe(0);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('the endpoint answered 503');
  });
});

/** The probe is answered; what comes after it is not. */
function setFailureAfterFirst(of: EmbeddingsServer): { end(): void } {
  const push = of.batches.push.bind(of.batches);
  of.batches.push = (...sizes) => {
    of.answer = sizes[0] === 1 ? 'vectors' : { status: 503 };
    return push(...sizes);
  };
  return {
    end: () => {
      of.batches.push = push;
    },
  };
}
