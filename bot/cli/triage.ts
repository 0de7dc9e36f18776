import { readFile } from 'node:fs/promises';
import { InvalidInput } from '#bot/errors.ts';
import type { TriageOutput } from '#bot/insights/evaluation/triage-output.ts';
import { type TriageDesk, TriageLine, triageLine } from './triage-request.ts';

export type TriageOptions = {
  readonly from?: string;
  readonly at?: string;
  readonly site?: string;
  readonly batch?: string;
  readonly json?: boolean;
};

/**
 * `vaktis triage`: what would come of a message, or of each line of a file. Prints one line of JSON for each,
 * or readable text. A line that cannot be read stops the batch with its number.
 * @throws InvalidInput
 */
export async function runTriage(
  text: string | undefined,
  options: TriageOptions,
  desk: TriageDesk,
  print: (line: string) => void,
): Promise<void> {
  if (options.batch !== undefined) return runBatch(options.batch, desk, print);
  if (options.from === undefined) throw new InvalidInput('--from: whose message is it? Give a upn');
  if (text === undefined) throw new InvalidInput('Give the message as the last argument, in quotes');
  const { from, at, site } = options;
  const output = triageLine({ from, at, site, text }, desk);
  print(options.json === true ? JSON.stringify(output) : inWords(output));
}

async function runBatch(file: string, desk: TriageDesk, print: (line: string) => void): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const asked = parseLine(line, `${file}:${index + 1}`);
    print(JSON.stringify({ id: asked.id ?? String(index + 1), ...triageLine(asked, desk) }));
  }
}

function parseLine(line: string, where: string): TriageLine {
  const parsed = TriageLine.safeParse(parseJson(line, where));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput(
    `${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as it should be'}`,
  );
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new InvalidInput(`${where}: not a line of JSON`);
  }
}

/** For people at a terminal; the JSON is the contract. */
function inWords(output: TriageOutput): string {
  const { priority, site, category, responsible } = output;
  const facts = [
    `${output.decision} · ${output.type} · ${category.id ?? '–'} · ${site.id ?? '–'} (${site.source})`,
    `${priority.level} (${priority.impact} × ${priority.urgency}${priority.hazard ? ', hazard' : ''})`,
    responsible && `${responsible.kind} ${responsible.id}: ${responsible.reason}`,
    output.notes.length > 0 && output.notes.map(({ id, score }) => `${id} ${score}`).join(', '),
    '',
    output.reply,
    ...output.more.map((further) => `\n+ ${inWords(further)}`),
  ];
  return facts.filter((fact) => typeof fact === 'string').join('\n');
}
