import { createMeaning, type FollowedMeaning } from '#adapters/language-model/create-meaning.ts';
import { type Embedder, EmbeddingFailed } from '#adapters/language-model/embedder.ts';
import { createNoteVectors, type EmbeddingsLog } from '#adapters/language-model/note-vectors.ts';
import { createOpenAiEmbedder } from '#adapters/language-model/openai-embedder.ts';
import type { VectorStore } from '#adapters/language-model/vector-store.ts';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { createVectorStore } from '#adapters/storage/vector-store.ts';
import { readEmbeddings } from '#bot/config.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import type { TriageMessage } from '#bot/triage/triage.ts';
import { understandingOf } from '#bot/with-model.ts';
import type { Note } from '#knowledge/note.ts';
import type { CommandContext } from './command-context.ts';
import { triageWords } from './triage-words.ts';

/** Nobody waits in a chat for what a command asks. */
const patience = 10_000;
/** An endpoint that is silent for so long is done without. */
const firstAnswer = 5_000;

/** Vectors of a desk folder are made anew each time. */
const noStore: VectorStore = {
  load: async () => new Map(),
  save: async () => undefined,
  keepOnly: async () => undefined,
};

/**
 * What messages mean, as the server knows it, once all notes have their vectors. `isStored`: the notes are those of
 * the database, where the server keeps their vectors. Null when no endpoint is set, and when it cannot be used: that
 * is told in one line, and the command goes on by words alone.
 * @throws WrongSettings
 */
export async function openCommandMeaning(
  notes: readonly Note[],
  context: CommandContext,
  { isStored }: { readonly isStored: boolean },
): Promise<Meaning | null> {
  const settings = (context.embeddings ?? readEmbeddings)();
  if (settings === null) return null;
  const embedder = createOpenAiEmbedder(settings);
  const fault = await findFault(embedder);
  if (fault !== null) {
    context.tell(triageWords.noEmbeddings(fault));
    return null;
  }
  const store = isStored ? await storeOf(context) : noStore;
  return follow(notes, { embedder, store, tell: context.tell });
}

/** A server that holds the database keeps its vectors to itself. */
async function storeOf(context: CommandContext): Promise<VectorStore> {
  try {
    return createVectorStore((await context.storage()).database);
  } catch (error) {
    if (error instanceof DataFolderInUse) return noStore;
    throw error;
  }
}

/** The same triage, over a search that knows what was said where that is known. */
export function byMeaning(triage: TriageMessage, meaning: Meaning | null): TriageMessage {
  return understandingOf(triage, meaning, null).triage;
}

/** Why the endpoint cannot be used; null when it can. */
async function findFault(embedder: Embedder): Promise<string | null> {
  try {
    await embedder.embed(['?'], { milliseconds: firstAnswer });
    return null;
  } catch (error) {
    return error instanceof EmbeddingFailed ? error.message : 'it could not be asked';
  }
}

async function follow(
  notes: readonly Note[],
  { embedder, store, tell }: { embedder: Embedder; store: VectorStore; tell: (line: string) => void },
): Promise<FollowedMeaning> {
  const log: EmbeddingsLog = {
    info: () => undefined,
    warn: (data, sentence) => tell(triageWords.ofEmbeddings(sentence, reasonIn(data))),
  };
  const vectors = createNoteVectors({
    embedder,
    store,
    log,
    // A server tries again later; a command does with what there is.
    wait: async () => void vectors.close(),
  });
  const meaning = createMeaning({ embedder, vectors, log, elapsed: () => performance.now(), patience });
  meaning.follow(notes);
  await vectors.idle();
  return meaning;
}

function reasonIn(data: object): string {
  return 'reason' in data && typeof data.reason === 'string' ? data.reason : '';
}
