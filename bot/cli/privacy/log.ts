import { createAuditLog, isInLog, searchLog } from '#adapters/storage/privacy/audit-log.ts';
import { type Anchor, verifyLog } from '#adapters/storage/privacy/verify-log.ts';
import { InvalidInput } from '#bot/errors.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';

type SearchOptions = {
  readonly by?: string;
  readonly about?: string;
  readonly of?: string;
  readonly action?: string;
  readonly limit?: string;
  readonly json?: boolean;
};

export const registerLog: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('verify-log')
    .description(words.verifyLog)
    .option('--anchor <SEQ:HASH>', words.anchor)
    .action(async ({ anchor }: { readonly anchor?: string }) => {
      exitWith((await verify(anchor, context)) ? 0 : 1);
    });
  privacy
    .command('log')
    .description(words.log)
    .option('--of <UPN>', words.logBy)
    .option('--about <UPN>', words.logAbout)
    .option('--action <NAME>', words.logAction)
    .option('--limit <N>', words.limit)
    .option('--by <UPN>', words.by)
    .option('--json', words.json)
    .action(async (options: SearchOptions) => {
      await search(options, context);
      exitWith(0);
    });
};

async function verify(given: string | undefined, context: CommandContext): Promise<boolean> {
  const anchor = given === undefined ? null : parseAnchor(given);
  const { rows, head, faults } = await verifyLog((await context.storage()).database, anchor);
  if (faults.length === 0) context.write(words.whole(rows, `${head.seq}:${head.hash}`));
  else context.write(words.broken);
  for (const { what, seq } of faults) context.write(words.faults[what](seq));
  return faults.length === 0;
}

function parseAnchor(given: string): Anchor {
  const [, seq = '', hash = ''] = /^(\d+):([\da-f]{64})$/.exec(given) ?? [];
  if (hash === '') throw new InvalidInput(words.wrongAnchor);
  return { seq: Number(seq), hash };
}

/** Logged first: whoever looks cannot look without a trace. */
async function search(options: SearchOptions, context: CommandContext): Promise<void> {
  const { by = 'console', of, about, action, limit: given = '50' } = options;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidInput(words.wrongLimit);
  const limit = Number(given);
  const { database } = await context.storage();
  const facts = { action: action ?? null, limit, named: of !== undefined };
  const sought = (about ?? of)?.toLowerCase() ?? null;
  const whom = sought !== null && (await isInLog(database, sought)) ? sought : null;
  await createAuditLog(database).record({ by, action: 'log-searched', about: whom, facts });
  const rows = await searchLog(database, {
    by: of?.toLowerCase(),
    about: about?.toLowerCase(),
    action,
    limit,
  });
  if (options.json === true) context.write(JSON.stringify(rows));
  else if (rows.length === 0) context.write(words.empty);
  else
    for (const row of rows)
      context.write(
        [row.seq, row.at.toISOString(), row.actor, row.action, row.thing, row.about, JSON.stringify(row.data)]
          .filter((part) => part !== null && part !== '{}')
          .join('  '),
      );
}
