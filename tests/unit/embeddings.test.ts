import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeaning, type FollowedMeaning } from '#adapters/language-model/create-meaning.ts';
import type { Vector } from '#adapters/language-model/embedder.ts';
import { createNoteVectors, type NoteVectors } from '#adapters/language-model/note-vectors.ts';
import { createOpenAiEmbedder } from '#adapters/language-model/openai-embedder.ts';
import type { VectorStore } from '#adapters/language-model/vector-store.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { NoteQuery } from '#knowledge/search/note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../support/embeddings-server.ts';
import { smallDesk } from '../support/small-desk.ts';
import { createTestLog } from '../support/storage.ts';

const at = new Date('2026-11-23T09:00:00+01:00');
const projector = buildNote({ id: '_shared/projektor', title: 'Projektorn är svart', body: 'Byt kabel.' });
const printer = buildNote({ id: '_shared/skrivare', title: 'Skrivaren har pappersstopp' });
const others = ['Telefonen ringer inte', 'Mejlen är full', 'Plattan är låst', 'Datorn är långsam'].map(
  (title, index) => buildNote({ id: `_shared/annat-${index}`, title }),
);
const notes = [projector, printer, ...others];
/** No word that any note, or the glossary, has; the model knows that it is the projector. */
const unheard = 'quux';

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await startEmbeddingsServer();
});
afterEach(() => server.close());

function createMemoryVectors(kept: Map<string, Map<string, Vector>> = new Map()): VectorStore {
  return {
    load: async (model) => new Map(kept.get(model) ?? []),
    async save(model, vectors) {
      kept.set(model, new Map([...(kept.get(model) ?? []), ...vectors]));
    },
    async keepOnly(model, hashes) {
      const left = [...(kept.get(model) ?? [])].filter(([hash]) => hashes.has(hash));
      kept.clear();
      kept.set(model, new Map(left));
    },
  };
}

type Started = {
  readonly meaning: FollowedMeaning;
  readonly vectors: NoteVectors;
  readonly log: ReturnType<typeof createTestLog>;
  /** Pauses that were asked for; a test lets them end. */
  readonly pauses: number[];
  readonly letGo: () => void;
  /** Moves the clock. */
  readonly pass: (milliseconds: number) => void;
};

function start(
  options: { store?: VectorStore; model?: string; url?: string; patience?: number } = {},
): Started {
  const log = createTestLog();
  const settings = { url: options.url ?? server.url, model: options.model ?? 'test', key: 'secret' };
  const embedder = createOpenAiEmbedder(settings);
  const pauses: number[] = [];
  let go: () => void = () => undefined;
  let now = 0;
  const wait = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      pauses.push(milliseconds);
      go = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  const vectors = createNoteVectors({ embedder, store: options.store ?? createMemoryVectors(), log, wait });
  const meaning = createMeaning({
    embedder,
    vectors,
    log,
    elapsed: () => now,
    patience: options.patience ?? 60_000,
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { meaning, vectors, log, pauses, letGo: () => go(), pass };
}

async function ready(options: Parameters<typeof start>[0] = {}, followed: readonly Note[] = notes) {
  const started = start(options);
  started.meaning.follow(followed);
  await started.vectors.idle();
  return started;
}

const lexical = (followed: readonly Note[] = notes): LoadedDesk => ({
  desk: smallDesk(),
  notes: createNoteSearch(followed, { timezone: 'Europe/Stockholm' }),
});

async function find(
  { meaning }: Pick<Started, 'meaning'>,
  text: string,
  options: { loaded?: LoadedDesk; query?: Partial<NoteQuery> } = {},
) {
  await meaning.prepare(text);
  const { notes: search } = meaning.around(options.loaded ?? lexical(), text);
  const query = { text, site: null, audience: 'staff' as const, at, limit: 3, ...options.query };
  return search.search(query).map(({ note }) => note.id);
}

describe('a search with embeddings', () => {
  it('finds what shares no word with the note, and nothing by it alone without them', async () => {
    const started = await ready();
    expect(lexical().notes.search({ text: unheard, site: null, audience: 'staff', at, limit: 3 })).toEqual(
      [],
    );
    expect(await find(started, unheard)).toEqual([projector.id]);
    expect(server.keys.every((key) => key === 'Bearer secret')).toBe(true);
  });

  it('keeps out what the reader, the site or the moment keeps out', async () => {
    const hidden: Note[] = [
      { ...projector, audience: 'technician' },
      { ...projector, sites: ['annan'] },
      { ...projector, siteKinds: ['library'] },
      { ...projector, validTo: '2026-01-01' },
      { ...projector, status: 'draft' },
      { ...projector, status: 'archived' },
    ];
    for (const note of hidden) {
      const followed = [note, printer, ...others];
      const started = await ready({}, followed);
      expect(await find(started, unheard, { loaded: lexical(followed) })).toEqual([]);
    }
  });

  it('knows a matter from its earlier lines', async () => {
    const started = await ready();
    await started.meaning.prepare(unheard);
    expect(await find(started, `${unheard}\ndet är bråttom`)).toContain(projector.id);
    expect(await find(started, 'det är bråttom')).not.toContain(projector.id);
  });

  it('asks once for the same text, and about nothing while there are no notes to compare with', async () => {
    const started = await ready();
    await find(started, unheard);
    const asked = server.texts.length;
    await find(started, unheard);
    await find(started, '  ');
    expect(server.texts.length).toBe(asked);
    const empty = await ready({}, []);
    await find(empty, unheard);
    expect(server.texts.length).toBe(asked);
  });

  it('sends no password, no identity number and no private part', async () => {
    const secret = buildNote({
      ...projector,
      body: 'Byt kabel. [privat]larmkod 4711[/privat] Lösenordet är Sommar2026!',
    });
    const started = await ready({}, [secret]);
    await started.meaning.prepare('mitt lösenord är Hemligt99! och jag är 121212-1212');
    const sent = server.texts.join('\n');
    expect(sent).toContain('Byt kabel');
    for (const part of ['4711', 'Sommar2026', 'Hemligt99', '121212-1212']) expect(sent).not.toContain(part);
  });
});

describe('the notes’ vectors', () => {
  const many = Array.from({ length: 150 }, (_, index) =>
    buildNote({ id: `_shared/n${index}`, title: `Sak nummer ${index}` }),
  );

  it('are made in batches, with progress, and never again for the same text', async () => {
    const store = createMemoryVectors();
    const { log } = await ready({ store }, many);
    expect(server.batches).toEqual([64, 64, 22]);
    expect(log.lines.at(-1)).toContain('"done":150,"total":150');
    await ready({ store }, many);
    expect(server.batches).toHaveLength(3);
    await ready({ store }, [...many.slice(1), buildNote({ id: '_shared/n0', title: 'Något nytt' })]);
    expect(server.batches).toEqual([64, 64, 22, 1]);
  });

  it('go on where a crash stopped them', async () => {
    const kept = new Map<string, Map<string, Vector>>();
    const store = createMemoryVectors(kept);
    const dying: VectorStore = {
      ...store,
      async save(model, vectors) {
        if ((kept.get(model)?.size ?? 0) >= 128) throw new Error('the process died here');
        await store.save(model, vectors);
      },
    };
    const crashed = start({ store: dying });
    crashed.meaning.follow(many);
    await expect.poll(() => crashed.pauses.length).toBe(1);
    await crashed.meaning.close();
    expect(kept.get('test')?.size).toBe(128);
    server.batches.length = 0;
    await ready({ store }, many);
    expect(server.batches).toEqual([22]);
  });

  it('are made anew for another model, and the old ones are forgotten', async () => {
    const kept = new Map<string, Map<string, Vector>>();
    await ready({ store: createMemoryVectors(kept) });
    const started = await ready({ store: createMemoryVectors(kept), model: 'other' });
    expect([...kept.keys()]).toEqual(['other']);
    expect(await find(started, unheard)).toEqual([projector.id]);
  });

  it('are made anew when the same model’s dimension changes, and words serve meanwhile', async () => {
    const started = await ready();
    server.dimension = 64;
    expect(await find(started, unheard)).toEqual([]);
    expect(await find(started, 'skrivaren har pappersstopp')).toContain(printer.id);
    await started.vectors.idle();
    expect(started.vectors.dimension()).toBe(64);
    expect(await find(started, unheard)).toContain(projector.id);
    expect(started.log.lines.filter((line) => line.includes('have changed'))).toHaveLength(1);
  });

  it('leave out a text that the endpoint refuses, alone', async () => {
    server.refuses = 'Sak nummer 77';
    const { log, vectors } = await ready({}, many);
    expect(many.filter((note) => vectors.vectorOf(note) === null).map(({ id }) => id)).toEqual([
      '_shared/n77',
    ]);
    expect(log.lines.filter((line) => line.includes('refuses'))).toHaveLength(1);
  });

  it.each([
    { answer: { status: 429, after: '7' }, pause: 7_000 },
    { answer: { status: 500 }, pause: 2_000 },
    { answer: { status: 401 }, pause: 2_000 },
    { answer: 'garbage', pause: 2_000 },
    { answer: 'html', pause: 2_000 },
    { answer: 'too-few', pause: 2_000 },
  ] as const)('wait and try again after $answer, with one line about it', async ({ answer, pause }) => {
    server.answer = answer;
    const started = start();
    started.meaning.follow(notes);
    await expect.poll(() => started.pauses).toEqual([pause]);
    started.letGo();
    await expect.poll(() => started.pauses.length).toBe(2);
    expect(await find(started, 'skrivaren har pappersstopp')).toContain(printer.id);
    expect(started.log.lines).toHaveLength(1);
    expect(started.log.lines[0]).not.toContain('Projektorn');
    server.answer = 'vectors';
    started.letGo();
    await started.vectors.idle();
    expect(await find(started, unheard)).toContain(projector.id);
  });
});

describe('an endpoint that fails while people ask', () => {
  it.each(['garbage', 'html', 'too-few', { status: 429 }, { status: 500 }, { status: 404 }] as const)(
    'leaves the words (%j), and is asked again after a rest',
    async (answer) => {
      const started = await ready();
      server.answer = answer;
      for (const text of ['ett', 'två', 'tre', 'fyra', 'fem'])
        expect(await find(started, `${text} skrivaren har pappersstopp`)).toContain(printer.id);
      const failures = () => server.texts.filter((text) => text.includes('pappersstopp igen')).length;
      await find(started, 'pappersstopp igen');
      expect(failures()).toBe(0);
      const warned = () => started.log.lines.filter((line) => line.startsWith('warn'));
      expect(warned()).toHaveLength(1);
      expect(warned()[0]).not.toContain('skrivaren');
      server.answer = 'vectors';
      started.pass(30_000);
      expect(await find(started, unheard)).toContain(projector.id);
      expect(started.log.lines.at(-1)).toContain('answers again');
    },
  );

  it('keeps nobody waiting when it stalls', async () => {
    const started = await ready({ patience: 300 });
    // It never answers: nothing but this patience lets anybody go on.
    server.answer = 'stall';
    expect(await find(started, 'skrivaren har pappersstopp')).toContain(printer.id);
  });

  it('is the same when nothing listens there', async () => {
    const started = start({ url: 'http://127.0.0.1:9/v1' });
    started.meaning.follow(notes);
    await expect.poll(() => started.pauses.length).toBe(1);
    expect(await find(started, 'skrivaren har pappersstopp')).toContain(printer.id);
    await started.meaning.close();
  });
});
