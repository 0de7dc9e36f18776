import { resolve } from 'node:path';
import { contentOf } from '#knowledge/desk-folder/desk-item.ts';
import { writeDeskFolder } from '#knowledge/desk-folder/write.ts';
import { writeImages } from '#knowledge/desk-folder/write-images.ts';
import { sizesOf } from './check.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { createProgress } from './progress.ts';
import { words } from './words.ts';

type Options = { readonly prune?: boolean };

export const registerExport: RegisterCommand = (program, context, exitWith) => {
  program
    .command('export')
    .argument('<DIR>', words.folder)
    .description(words.export)
    .option('--prune', words.exportPrune)
    .action(async (dir: string, options: Options) => {
      exitWith(await exportFolder(dir, options, context));
    });
};

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
