import { resolve } from 'node:path';
import { InvalidInput } from '#bot/errors.ts';
import type { TriageOutput } from '#bot/insights/evaluation/triage-output.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { byMeaning, openCommandMeaning } from './command-meaning.ts';
import { loadDesk } from './load-desk.ts';
import { runBatch } from './triage-batch.ts';
import { understandLine } from './triage-request.ts';
import { triageWords } from './triage-words.ts';

type Options = {
  readonly from?: string;
  readonly at?: string;
  readonly site?: string;
  readonly desk?: string;
  readonly batch?: string;
  readonly json?: boolean;
};

export const registerTriage: RegisterCommand = (program, context, exitWith) => {
  program
    .command('triage')
    .argument('[text]', triageWords.text)
    .description(triageWords.triage)
    .option('--from <UPN>', triageWords.from)
    .option('--at <ISO>', triageWords.at)
    .option('--site <ID>', triageWords.site)
    .option('--desk <DIR>', triageWords.desk)
    .option('--json', triageWords.json)
    .option('--batch <FILE>', triageWords.batch)
    .action(async (text: string | undefined, options: Options) => {
      exitWith(await runTriage(text, options, context));
    });
};

/**
 * One line of JSON for a message, or for each line of a file; changes nothing.
 * @returns the exit code
 */
async function runTriage(
  text: string | undefined,
  options: Options,
  context: CommandContext,
): Promise<0 | 1> {
  const { from, at, site, batch } = options;
  if (batch === undefined && from === undefined) {
    throw new InvalidInput('--from: whose message is it? Give a upn.');
  }
  if (batch === undefined && text === undefined) {
    throw new InvalidInput('What does the message say? Give it as the last argument, in quotes.');
  }
  const { loaded, openCases } = await loadDesk(options.desk, context);
  const isStored = options.desk === undefined;
  const meaning = await openCommandMeaning(loaded.notes.all(), context, { isStored });
  const desk = {
    loaded,
    openCases,
    triage: byMeaning(createTriage({ chooseResponsible }), meaning),
    now: () => new Date(),
    ...(meaning === null ? {} : { prepare: meaning.prepare }),
  };
  if (batch !== undefined) return runBatch(resolve(context.cwd, batch), desk, context.write);
  const output = await understandLine({ from: from ?? '', at, site, text: text ?? '' }, desk);
  context.write(options.json === true ? JSON.stringify(output) : inWords(output));
  return 0;
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
