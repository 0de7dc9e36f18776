import { resolve } from 'node:path';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import type { Fault } from '#knowledge/desk-folder/fault.ts';
import { jsonSchemas } from '#knowledge/desk-folder/json-schemas.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { createProgress } from './progress.ts';
import { words } from './words.ts';

type Options = { readonly json?: boolean; readonly schema?: boolean };

export const registerCheck: RegisterCommand = (program, context, exitWith) => {
  program
    .command('check')
    .argument('[DIR]', words.folder)
    .description(words.check)
    .option('--json', words.jsonResult)
    .option('--schema', words.schema)
    .action(async (dir: string | undefined, options: Options) => {
      exitWith(await check(dir, options, context));
    });
};

async function check(dir: string | undefined, options: Options, context: CommandContext): Promise<number> {
  if (options.schema) {
    context.write(JSON.stringify(jsonSchemas(), null, 2));
    return 0;
  }
  if (dir === undefined) {
    context.tell(words.needsFolder);
    return 2;
  }
  const progress = createProgress(words.reading, context.tell);
  const { content, faults } = await checkDeskFolder(resolve(context.cwd, dir), { onProgress: progress });
  const { errors, warnings } = countFaults(faults);
  if (options.json) context.write(JSON.stringify({ ok: errors === 0, errors, warnings, faults }, null, 2));
  else {
    writeFaults(faults, context.write);
    if (content !== null && faults.length === 0) context.write(words.clean(words.content(sizesOf(content))));
    else context.write(words.faults(errors, warnings));
  }
  return errors === 0 ? 0 : 1;
}

export function countFaults(faults: readonly Fault[]): { errors: number; warnings: number } {
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  return { errors, warnings: faults.length - errors };
}

/** `sites.csv:3: error: There is no person "x". Use a upn from people.csv.`, which editors can jump to. */
export function writeFaults(faults: readonly Fault[], write: (line: string) => void): void {
  for (const fault of faults) {
    const place = fault.line === null ? fault.file : `${fault.file}:${fault.line}`;
    write(`${place}: ${fault.severity}: ${fault.message}. ${fault.remedy}`);
  }
}

export function sizesOf(content: {
  readonly sites: readonly unknown[];
  readonly people: readonly unknown[];
  readonly technicians: readonly unknown[];
  readonly notes: readonly unknown[];
}) {
  return {
    sites: content.sites.length,
    people: content.people.length,
    technicians: content.technicians.length,
    notes: content.notes.length,
  };
}
