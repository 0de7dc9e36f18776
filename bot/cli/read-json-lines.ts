import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';

/**
 * One value a line; empty lines are passed over.
 * @throws InvalidInput with file and line when one is not as the schema says; NodeJS.ErrnoException without the file.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = z.preprocess(parseJson, schema).safeParse(line);
    if (parsed.success) return [parsed.data];
    throw new InvalidInput(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
  });
}

function parseJson(line: unknown): unknown {
  try {
    return JSON.parse(String(line));
  } catch {
    return null;
  }
}
