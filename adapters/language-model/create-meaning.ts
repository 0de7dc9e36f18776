import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import type { Note } from '#knowledge/note.ts';
import { type Nearness, withMeaning } from '#knowledge/search/meaning/with-meaning.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { cosineOf, type Embedder, EmbeddingFailed, toVector, type Vector } from './embedder.ts';
import type { EmbeddingsLog, NoteVectors } from './note-vectors.ts';

/** A person waits: what is not there by now is done without. */
const usualPatience = 300;
/** Texts whose vectors are remembered: a talk's earlier messages among them. */
const mostRemembered = 500;
const longestText = 4_000;

export type MeaningPorts = {
  readonly embedder: Embedder;
  readonly vectors: NoteVectors;
  readonly log: EmbeddingsLog;
  /** Milliseconds on a steady clock. */
  readonly elapsed: () => number;
  /** Milliseconds that a question waits for its vector. Default: 300. */
  readonly patience?: number | undefined;
};

export type FollowedMeaning = Meaning & {
  /** The notes as they are now. */
  follow(notes: readonly Note[]): void;
  close(): Promise<void>;
};

/** What messages mean, beside the notes' vectors; by words alone whenever something is missing. */
export function createMeaning({
  embedder,
  vectors,
  log,
  elapsed,
  patience = usualPatience,
}: MeaningPorts): FollowedMeaning {
  const breaker = createCircuitBreaker(elapsed);
  const remembered = new Map<string, Vector>();
  let shelves = createNoteShelves([]);

  function remember(text: string, vector: Vector): void {
    remembered.set(text, vector);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  }

  async function ask(text: string): Promise<void> {
    try {
      const [vector] = await embedder.embed([text], { milliseconds: patience });
      if (breaker.worked()) log.info({}, 'The embeddings’ endpoint answers again.');
      if (vector === undefined) return;
      remember(text, vector);
      if (vectors.dimension() !== null && vectors.dimension() !== vector.length) vectors.doubt();
    } catch (error) {
      const reason = error instanceof EmbeddingFailed ? error.message : 'it could not be asked';
      if (breaker.failed())
        log.warn({ reason }, 'Embeddings are done without for a while: the search goes by words alone.');
    }
  }

  return {
    follow(notes) {
      shelves = createNoteShelves(notes);
      vectors.follow(notes);
    },
    async prepare(text) {
      const key = keyOf(text);
      if (key === '' || remembered.has(key) || vectors.dimension() === null || !breaker.mayAsk()) return;
      await ask(key);
    },
    around(loaded, text) {
      const asked = vectorOfTalk(text, remembered);
      if (asked === null || asked.length !== vectors.dimension()) return loaded;
      return deskWith(loaded, nearnessTo(asked, vectors, shelves));
    },
    close: () => vectors.close(),
  };
}

function deskWith(loaded: LoadedDesk, nearness: Nearness): LoadedDesk {
  return { ...loaded, notes: withMeaning(loaded.notes, nearness, loaded.desk.settings.timezone) };
}

/** Several sites may be looked at for one message: each note is compared once. */
function nearnessTo(asked: Vector, vectors: NoteVectors, { notesNear }: NoteShelves): Nearness {
  const known = new Map<Note, number | null>();
  return {
    notesNear,
    cosine(note) {
      const before = known.get(note);
      if (before !== undefined) return before;
      const vector = vectors.vectorOf(note);
      const cosine = vector?.length === asked.length ? cosineOf(vector, asked) : null;
      known.set(note, cosine);
      return cosine;
    },
  };
}

/** A matter is told in several messages, one to a line: what is known of each is put together. */
function vectorOfTalk(text: string, remembered: ReadonlyMap<string, Vector>): Vector | null {
  const whole = remembered.get(keyOf(text));
  if (whole !== undefined) return whole;
  const parts = text.split('\n').flatMap((line) => remembered.get(keyOf(line)) ?? []);
  const [first] = parts;
  if (first === undefined || parts.some(({ length }) => length !== first.length)) return null;
  return toVector([...first].map((_, place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0)));
}

function keyOf(text: string): string {
  return maskSecrets(text.slice(0, longestText)).text.trim();
}

type NoteShelves = Pick<Nearness, 'notesNear'>;

/** Published notes by the site that they are about; those for everybody, or for a kind of site, by themselves. */
function createNoteShelves(notes: readonly Note[]): NoteShelves {
  const published = notes.filter(({ status }) => status === 'published');
  const general = published.filter(({ sites }) => sites.length === 0);
  const bySite = new Map<string, Note[]>();
  for (const note of published) {
    for (const site of note.sites) bySite.set(site, [...(bySite.get(site) ?? []), note]);
  }
  return { notesNear: (site) => [...general, ...(site === null ? [] : (bySite.get(site.id) ?? []))] };
}
