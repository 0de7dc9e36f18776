import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import type { Note } from '#knowledge/note.ts';
import { blankNote } from '#knowledge/note-blank.ts';
import { readJsonLines } from '../read-json-lines.ts';

const RetrievalDocument = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  lang: z.string().nullish(),
  /** Other phrasings of the question that the document answers. */
  aliases: z.array(z.string()).nullish(),
});
export type RetrievalDocument = z.infer<typeof RetrievalDocument>;

const RetrievalQuestion = z.object({ id: z.string(), text: z.string(), lang: z.string().nullish() });
export type RetrievalQuestion = z.infer<typeof RetrievalQuestion>;

/** Texts, questions, and which texts answer which: no desk around them. */
export type RetrievalSet = {
  readonly documents: readonly RetrievalDocument[];
  readonly questions: readonly RetrievalQuestion[];
  /** Question id → document id → how relevant, above 0. */
  readonly right: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/**
 * Reads corpus.jsonl, queries.jsonl and qrels.tsv (header, then question, document, relevance).
 * @throws InvalidInput when one is missing or cannot be read.
 */
export async function readRetrievalSet(dir: string): Promise<RetrievalSet> {
  const [documents, questions, judgements] = await Promise.all([
    orMissing(join(dir, 'corpus.jsonl'), (file) => readJsonLines(file, RetrievalDocument)),
    orMissing(join(dir, 'queries.jsonl'), (file) => readJsonLines(file, RetrievalQuestion)),
    orMissing(join(dir, 'qrels.tsv'), (file) => readFile(file, 'utf8')),
  ]);
  return { documents, questions, right: parseJudgements(judgements) };
}

async function orMissing<Content>(file: string, read: (file: string) => Promise<Content>): Promise<Content> {
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${file}: cannot be read`);
  }
}

function parseJudgements(text: string): Map<string, Map<string, number>> {
  const right = new Map<string, Map<string, number>>();
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [question = '', document = '', relevance = '1'] = line.split('\t');
    const grade = Number(relevance);
    if (!(grade > 0)) continue;
    right.set(question, (right.get(question) ?? new Map<string, number>()).set(document, grade));
  }
  return right;
}

/** A text as a shared note: what the bot would search if the set were its desk. */
export function toNote(document: RetrievalDocument, options: { readonly aliases: boolean }): Note {
  return blankNote({
    id: `_shared/${document.id}`,
    title: document.title ?? '',
    symptoms: options.aliases ? (document.aliases ?? []) : [],
    status: 'published',
    confidence: 'validated',
    body: document.text,
  });
}
