import { z } from 'zod';

/** What is sent in: all of it can be kept as a JSON file. Bytes are base64. */
export const FuzzInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('request'),
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    /** Upn of whoever sends it, `teams` for the Bot Framework, a contractor's id; null: nobody signs it. */
    as: z.string().nullable(),
    /** Text as it goes over the wire, or bytes. */
    body: z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })]).nullable(),
  }),
  z.object({ kind: z.literal('files'), files: z.record(z.string(), z.string()) }),
]);
export type FuzzInput = z.infer<typeof FuzzInput>;
export type RequestInput = Extract<FuzzInput, { kind: 'request' }>;

/** What one input came to: the kind of outcome, counted; `fault` when a promise was broken. */
export type Outcome = { readonly what: string; readonly fault: string | null };

/** A way in. `make` gives the next input; what it costs decides its share. */
export type Entrance = {
  readonly name: string;
  /** Of 100 inputs. */
  readonly share: number;
  make(): FuzzInput;
  send(input: FuzzInput): Promise<Outcome>;
};

/** An input that was found to break something, as it is kept in `corpus/`. */
export const CorpusEntry = z.object({ entrance: z.string(), why: z.string(), input: FuzzInput });
export type CorpusEntry = z.infer<typeof CorpusEntry>;

export function request(
  path: string,
  {
    method = 'POST',
    headers = {},
    as = null,
    body = null,
  }: Partial<Omit<RequestInput, 'kind' | 'path'>> = {},
): RequestInput {
  return { kind: 'request', method, path, headers, as, body };
}
