import { resolve } from 'node:path';
import { contentOf } from '#knowledge/desk-folder/desk-item.ts';
import { writeDeskFolder } from '#knowledge/desk-folder/write.ts';
import { writeImages } from '#knowledge/desk-folder/write-images.ts';
import { sizesOf } from './check.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { type ContractorRecordOptions, exportContractorRecord } from './contractor-record.ts';
import { contractorRecordWords as record } from './contractor-record-words.ts';
import { createProgress } from './progress.ts';
import { words } from './words.ts';

type Options = ContractorRecordOptions & { readonly prune?: boolean; readonly contractorRecord?: boolean };

export const registerExport: RegisterCommand = (program, context, exitWith) => {
  program
    .command('export')
    .argument('[DIR]', words.folder)
    .description(words.export)
    .option('--prune', words.exportPrune)
    .option('--contractor-record', record.option)
    .option('--from <DAY>', record.from)
    .option('--to <DAY>', record.to)
    .option('--contractor <ID>', record.contractor)
    .option('--out <FILE>', record.out)
    .option('--excel', record.excel)
    .action(async (dir: string | undefined, options: Options) => {
      exitWith(await exportWhat(dir, options, context));
    });
};

function exportWhat(
  dir: string | undefined,
  options: Options,
  context: CommandContext,
): Promise<number> | number {
  const fault = wrongUse(dir, options);
  if (fault !== null) {
    context.tell(fault);
    return 2;
  }
  return dir === undefined ? exportContractorRecord(options, context) : exportFolder(dir, options, context);
}

/** Null: it can be done. */
function wrongUse(dir: string | undefined, options: Options): string | null {
  if (options.contractorRecord === true) return dir === undefined ? null : record.noFolder;
  if (dir === undefined) return record.needsFolder;
  const of = (['from', 'to', 'contractor', 'out', 'excel'] as const).find(
    (name) => options[name] !== undefined,
  );
  return of === undefined ? null : `--${of}: ${record.onlyRecord}`;
}

async function exportFolder(dir: string, options: Options, context: CommandContext): Promise<number> {
  const { desk, images } = await context.storage();
  const content = contentOf((await desk.load()).items);
  if (content === null) {
    context.tell(words.noDesk);
    return 1;
  }
  const path = resolve(context.cwd, dir);
  const prune = options.prune === true;
  const onProgress = createProgress(words.exporting, context.tell);
  const { surplus } = await writeDeskFolder(path, content, { prune, onProgress });
  const read = async (name: string) => (await images.get(name))?.bytes ?? null;
  await writeImages(path, content.notes, read, { prune });
  context.write(words.exported(path, words.content(sizesOf(content))));
  if (surplus.length > 0) context.write(words.surplus(surplus.length, prune));
  return 0;
}
