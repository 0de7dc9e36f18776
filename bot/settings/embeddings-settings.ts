import { isLoopback } from './loopback.ts';

/** A model that tells how near texts are in meaning. */
export type EmbeddingsSettings = {
  /** As OpenAI's clients take it: `https://api.openai.com/v1`. */
  readonly url: string;
  readonly model: string;
  /** Null: the endpoint asks for none. Never logged. */
  readonly key: string | null;
};

export type EmbeddingsVariables = {
  readonly VAKTIS_EMBEDDINGS_URL?: string | undefined;
  readonly VAKTIS_EMBEDDINGS_MODEL?: string | undefined;
  readonly VAKTIS_EMBEDDINGS_KEY?: string | undefined;
};

type Fault = { name: keyof EmbeddingsVariables; message: string };

/** What is wrong with these settings together, by the variable's name. Never a value. */
export function findEmbeddingsFaults(env: EmbeddingsVariables): Fault[] {
  const { VAKTIS_EMBEDDINGS_URL: url, VAKTIS_EMBEDDINGS_MODEL: model, VAKTIS_EMBEDDINGS_KEY: key } = env;
  const faults: Fault[] = [];
  if (url !== undefined && !isAllowed(url, key !== undefined)) {
    faults.push({
      name: 'VAKTIS_EMBEDDINGS_URL',
      message:
        'must be an https:// address without user name (http:// only on this machine, or without a key)',
    });
  }
  if (url !== undefined && model === undefined) {
    faults.push({ name: 'VAKTIS_EMBEDDINGS_MODEL', message: 'is required with VAKTIS_EMBEDDINGS_URL' });
  }
  if (url === undefined && (model !== undefined || key !== undefined)) {
    faults.push({ name: 'VAKTIS_EMBEDDINGS_URL', message: 'is required with the other VAKTIS_EMBEDDINGS_…' });
  }
  return faults;
}

/** Null when nothing is set: then the search goes by words alone. */
export function toEmbeddingsSettings(env: EmbeddingsVariables): EmbeddingsSettings | null {
  const { VAKTIS_EMBEDDINGS_URL: url, VAKTIS_EMBEDDINGS_MODEL: model, VAKTIS_EMBEDDINGS_KEY: key } = env;
  return url === undefined || model === undefined ? null : { url, model, key: key ?? null };
}

/** A model in the house's own network often has neither certificate nor key. */
function isAllowed(text: string, hasKey: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && (!hasKey || isLoopback(url.hostname)));
}
