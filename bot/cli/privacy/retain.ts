import { createWeeder } from '#adapters/storage/privacy/create-weeder.ts';
import { readConfig } from '#bot/config.ts';
import { retentionDays } from '#bot/desk/retention.ts';
import type { WeedingBasis } from '#bot/privacy/weeder.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';

type Options = { readonly dryRun?: boolean; readonly minutes?: string; readonly json?: boolean };

export const registerRetain: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('retain')
    .description(words.retain)
    .option('--dry-run', words.retainDryRun)
    .option('--minutes <N>', words.minutes)
    .option('--json', words.json)
    .action(async (options: Options) => {
      exitWith(await retain(options, context));
    });
};

async function retain({ dryRun, minutes = '60', json }: Options, context: CommandContext): Promise<number> {
  if (!/^[1-9]\d{0,3}$/.test(minutes)) {
    context.tell(words.wrongMinutes);
    return 2;
  }
  const { database, deskSource } = await context.storage();
  const search = deskSource((notes, { settings }) =>
    createNoteSearch(notes, { timezone: settings.timezone }),
  );
  const { desk } = await search.current();
  const basis: WeedingBasis = {
    now: new Date(),
    days: retentionDays(desk.settings.retention),
    filesDays: readConfig().keepFilesForDays,
  };
  const weeder = createWeeder(database);
  const until = performance.now() + Number(minutes) * 60_000;
  const { rows, isFinished } =
    dryRun === true
      ? { rows: await weeder.due(basis), isFinished: true }
      : await weeder.weed(basis, () => performance.now() < until);
  if (json === true) context.write(JSON.stringify({ rows: Object.fromEntries(rows), isFinished }));
  else {
    for (const [what, count] of rows) context.write(`${String(count).padStart(9)}  ${what}`);
    context.write(words.retained(rows.size === 0, dryRun === true));
  }
  if (!isFinished) context.tell(words.moreToWeed);
  return 0;
}
