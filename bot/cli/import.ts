import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import { danglingMentions } from '#knowledge/desk-folder/dangling-mentions.ts';
import { itemsOf } from '#knowledge/desk-folder/desk-item.ts';
import type { DeskChanges, StoredDesk } from '#knowledge/desk-folder/desk-repository.ts';
import { changesOf, type ImportPlan, planImport } from '#knowledge/desk-folder/plan-import.ts';
import { assertDeskFolder } from '#knowledge/desk-folder/read.ts';
import type { ImageFile } from '#knowledge/desk-folder/read-images.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';
import { countFaults, writeFaults } from './check.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { importReport, planLines } from './import-report.ts';
import { createProgress } from './progress.ts';
import { words } from './words.ts';

type Options = {
  readonly overwrite?: boolean;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
};

export const registerImport: RegisterCommand = (program, context, exitWith) => {
  program
    .command('import')
    .argument('<DIR>', words.folder)
    .description(words.import)
    .option('--dry-run', words.dryRun)
    .option('--overwrite', words.overwrite)
    .option('--prune', words.prune)
    .option('--json', words.jsonResult)
    .addHelpText('after', words.importMore)
    .action(async (dir: string, options: Options) => {
      exitWith(await importFolder(dir, options, context));
    });
};

async function importFolder(dir: string, options: Options, context: CommandContext): Promise<number> {
  const path = resolve(context.cwd, dir);
  // Before the database is opened, and with it made: a mistyped path should leave nothing behind.
  await assertDeskFolder(path);
  const { desk, images: kept } = await context.storage();
  const { content, faults, images } = await checkDeskFolder(path, {
    onProgress: createProgress(words.reading, context.tell),
  });
  const { errors, warnings } = countFaults(faults);
  if (!options.json) writeFaults(faults, context.write);
  if (content === null) {
    if (options.json) context.write(JSON.stringify({ ok: false, errors, warnings, faults }, null, 2));
    else context.write(`${words.faults(errors, warnings)} ${words.notImported}`);
    return 1;
  }
  const stored = await desk.load();
  const plan = planImport(stored.items, itemsOf(content), stored.lastImported);
  const choices = { overwrite: options.overwrite === true, prune: options.prune === true };
  const changes = changesOf(plan, choices, stored);
  if (refuseDangling(stored, changes, options, context)) return 1;
  if (!options.dryRun && !isNothing(changes, stored)) {
    await desk.applyChanges(changes, createProgress(words.importing, context.tell));
  }
  if (!options.dryRun) await keepImages(images, kept);
  report(plan, changes, options, context);
  return 0;
}

/** Their names say what they hold, so one that is kept already is the same. */
async function keepImages(files: readonly ImageFile[], kept: ImageStore): Promise<void> {
  const missing = new Set(await kept.missing(files.map(({ name }) => name)));
  for (const { name, type, path } of files.filter((file) => missing.has(file.name))) {
    await kept.add({ name, type, bytes: await readFile(path), at: new Date(), byUpn: null });
  }
}

/** Removing what something kept still names would leave the desk broken. */
function refuseDangling(
  stored: StoredDesk,
  changes: DeskChanges,
  options: Options,
  context: CommandContext,
): boolean {
  const faults = danglingMentions(stored.items, changes);
  if (faults.length === 0) return false;
  if (options.json) {
    context.write(JSON.stringify({ ok: false, errors: faults.length, warnings: 0, faults }, null, 2));
    return true;
  }
  context.write(words.wouldDangle(faults.length));
  writeFaults(faults, context.write);
  return true;
}

function isNothing(changes: DeskChanges, stored: StoredDesk): boolean {
  const known = [...changes.imported].every(([key, print]) => stored.lastImported.get(key) === print);
  return changes.upsert.length === 0 && changes.remove.length === 0 && known;
}

function report(plan: ImportPlan, changes: DeskChanges, options: Options, context: CommandContext): void {
  const result = importReport(plan, changes, options);
  if (options.json) {
    context.write(JSON.stringify(result, null, 2));
    return;
  }
  for (const line of planLines(plan, options)) context.write(line);
  const { counts } = result;
  context.write(options.dryRun ? words.wouldImport(counts) : words.imported(counts));
  if (counts.conflicts > 0) context.write(words.conflicts(counts.conflicts));
  if (counts.lacking > 0) context.write(words.lacking(counts.lacking));
}
