import { readFile } from 'node:fs/promises';
import { InvalidInput } from '#bot/errors.ts';
import { type TriageDesk, TriageLine, understandLine } from './triage-request.ts';

/**
 * Triages each line of a file. A line that cannot be used is answered with what is wrong with it, and the others
 * go on: whoever runs thousands wants the rest.
 * @returns the exit code: 1 when any line could not be used.
 */
export async function runBatch(
  file: string,
  desk: TriageDesk,
  print: (line: string) => void,
): Promise<0 | 1> {
  const lines = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split('\n');
  let exit: 0 | 1 = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const result = await triageOne(line, index + 1, desk);
    if ('error' in result) exit = 1;
    print(JSON.stringify(result));
  }
  return exit;
}

async function triageOne(line: string, number: number, desk: TriageDesk): Promise<object> {
  const parsed = parseJson(line);
  const id = idOf(parsed) ?? String(number);
  try {
    return { id, ...(await understandLine(toTriageLine(parsed), desk)) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { id, error: `line ${number}: ${error.message}` };
  }
}

/** Undefined stands for what is no JSON, which has no value of that kind. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function idOf(parsed: unknown): string | null {
  if (typeof parsed !== 'object' || parsed === null || !('id' in parsed)) return null;
  return typeof parsed.id === 'string' ? parsed.id : null;
}

function toTriageLine(parsed: unknown): TriageLine {
  if (parsed === undefined) throw new InvalidInput('not a line of JSON');
  const result = TriageLine.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new InvalidInput(
    `${field === '' ? 'the line' : field}: ${issue?.message ?? 'is not as it should be'}`,
  );
}
