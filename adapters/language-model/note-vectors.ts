import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Note } from '#knowledge/note.ts';
import { type Embedder, EmbeddingFailed, type Vector } from './embedder.ts';
import { hashOf, textOfNote } from './text-of-note.ts';
import type { VectorStore } from './vector-store.ts';

/** Pino's logger fits. */
export type EmbeddingsLog = {
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
};

export type NoteVectorsPorts = {
  readonly embedder: Embedder;
  readonly store: VectorStore;
  readonly log: EmbeddingsLog;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

export type NoteVectors = {
  /** The notes as they are now; their vectors are made in the background. */
  follow(notes: readonly Note[]): void;
  /** Null while there is none. */
  vectorOf(note: Note): Vector | null;
  /** Of the vectors that there are; null while there are none. */
  dimension(): number | null;
  /** The model seems to have changed under its name: one note is asked about, and if so all are made anew. */
  doubt(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** The note of each text, by the text's hash. */
type Wanted = ReadonlyMap<string, Note>;

const batchSize = 64;
/** Notes that are read before messages get their turn. */
const portion = 50;
const batchLimit = { milliseconds: 60_000 };
/** Batches between two lines about how far it has come. */
const tellEvery = 10;
const firstWait = 2_000;
const longestWait = 5 * 60_000;

/** Keeps one vector for each published note's text, made once and stored. */
export function createNoteVectors(ports: NoteVectorsPorts): NoteVectors {
  const { embedder, store, log, wait } = ports;
  const stop = new AbortController();
  /** Notes are followed while the desk is read in a transaction; what is done for them is no part of it. */
  const apart = AsyncLocalStorage.snapshot();
  let vectors: Map<string, Vector> | null = null;
  /** A note that did not change is the same object, so its text is read once. */
  const hashes = new WeakMap<Note, string>();
  let current: readonly Note[] = [];
  let refused = new Set<string>();
  let doubted = false;
  let again = false;
  let running: Promise<void> | null = null;

  const start = () => {
    again = true;
    running ??= apart(run).finally(() => {
      running = null;
    });
  };

  /** Round after round, until a whole one found nothing left to do. */
  async function run(): Promise<void> {
    let pause = firstWait;
    while (again && !stop.signal.aborted) {
      again = false;
      try {
        vectors ??= await store.load(embedder.model);
        await makeMissing(vectors);
        pause = firstWait;
      } catch (error) {
        const failed = error instanceof EmbeddingFailed ? error : null;
        tellFailure(error, failed, pause);
        again = true;
        await wait(Math.max(pause, failed?.retryAfter ?? 0), stop.signal);
        pause = Math.min(pause * 2, longestWait);
      }
    }
  }

  function tellFailure(error: unknown, failed: EmbeddingFailed | null, pause: number): void {
    // One clear line, not one for each try.
    if (pause > firstWait) return;
    const reason = failed?.message ?? (error instanceof Error ? error.message : 'unknown');
    log.warn({ reason }, 'Embeddings wait for their endpoint; notes without them are found by their words.');
  }

  async function makeMissing(known: Map<string, Vector>): Promise<void> {
    const followed = current;
    const wanted = await hashAll(followed);
    if (doubted) await checkDimension(known, wanted);
    const missing = [...wanted.keys()].filter((hash) => !known.has(hash) && !refused.has(hash));
    for (let done = 0, batch = 1; done < missing.length; done += batchSize, batch += 1) {
      if (stop.signal.aborted || current !== followed) return;
      await makeBatch(known, missing.slice(done, done + batchSize), wanted);
      const progress = { done: Math.min(done + batchSize, missing.length), total: missing.length };
      const isLast = progress.done === progress.total;
      if (isLast || batch % tellEvery === 0) log.info(progress, 'Embeddings of notes are being made.');
    }
    if (missing.length > 0) await forgetOthers(known, wanted);
  }

  /** In portions: messages are answered meanwhile. */
  async function hashAll(notes: readonly Note[]): Promise<Wanted> {
    const wanted = new Map<string, Note>();
    let fresh = 0;
    for (const note of notes) {
      const known = hashes.get(note);
      const hash = known ?? hashOf(textOfNote(note));
      wanted.set(hash, note);
      if (known !== undefined) continue;
      hashes.set(note, hash);
      fresh += 1;
      if (fresh % portion === 0) await setImmediate();
    }
    return wanted;
  }

  async function forgetOthers(known: Map<string, Vector>, wanted: Wanted) {
    await store.keepOnly(embedder.model, new Set(wanted.keys()));
    for (const hash of known.keys()) if (!wanted.has(hash)) known.delete(hash);
  }

  /** What the endpoint refuses is halved until the text at fault is alone; that note is found by its words. */
  async function makeBatch(known: Map<string, Vector>, batch: string[], wanted: Wanted) {
    try {
      const made = await embedder.embed(
        batch.map((hash) => textOf(wanted.get(hash))),
        batchLimit,
      );
      await keep(known, batch, made);
    } catch (error) {
      if (!(error instanceof EmbeddingFailed) || error.kind !== 'texts') throw error;
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) {
        refused.add(only);
        log.warn(
          { noteId: wanted.get(only)?.id, reason: error.message },
          'The endpoint refuses the text of a note.',
        );
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await makeBatch(known, batch.slice(0, half), wanted);
      await makeBatch(known, batch.slice(half), wanted);
    }
  }

  async function keep(known: Map<string, Vector>, batch: readonly string[], made: readonly Vector[]) {
    await adopt(known, made[0]?.length ?? 0);
    const fresh = new Map(batch.flatMap((hash, place) => (made[place] ? [[hash, made[place]]] : [])));
    await store.save(embedder.model, fresh);
    for (const [hash, vector] of fresh) known.set(hash, vector);
  }

  /** Vectors of another dimension cannot be compared with new ones: they are made anew. */
  async function adopt(known: Map<string, Vector>, dimension: number): Promise<void> {
    const old = [...known].filter(([, vector]) => vector.length !== dimension);
    if (old.length === 0) return;
    log.warn({ dimension, again: old.length }, 'The model’s vectors have changed: all are made anew.');
    for (const [hash] of old) known.delete(hash);
    again = true;
  }

  async function checkDimension(known: Map<string, Vector>, wanted: Wanted): Promise<void> {
    const [note] = wanted.values();
    const [vector] = note === undefined ? [] : await embedder.embed([textOf(note)], batchLimit);
    doubted = false;
    if (vector !== undefined) await adopt(known, vector.length);
  }

  return {
    follow(notes) {
      current = notes.filter(({ status }) => status === 'published');
      refused = new Set();
      start();
    },
    vectorOf(note) {
      const hash = hashes.get(note);
      return (hash === undefined ? null : vectors?.get(hash)) ?? null;
    },
    dimension: () => vectors?.values().next().value?.length ?? null,
    doubt() {
      doubted = true;
      start();
    },
    async idle() {
      await running;
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}

function textOf(note: Note | undefined): string {
  return note === undefined ? '' : textOfNote(note);
}
