import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createAuditLog } from '#adapters/storage/privacy/audit-log.ts';
import { readArchive } from '#adapters/storage/privacy/read-archive.ts';
import { addDays, fromWallClock } from '#bot/desk/local-time.ts';
import { InvalidInput } from '#bot/errors.ts';
import { archiveCase, describeArchive } from '#bot/privacy/archive-case.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';
import { namesIn, readDeskBasis } from './desk-basis.ts';

type Options = { readonly from: string; readonly to: string; readonly by?: string };

export const registerArchive: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('archive')
    .argument('<DIR>', words.archiveDir)
    .description(words.archive)
    .requiredOption('--from <DAY>', words.from)
    .requiredOption('--to <DAY>', words.to)
    .option('--by <UPN>', words.by)
    .action(async (dir: string, options: Options) => {
      await archive(dir, options, context);
      exitWith(0);
    });
};

/** A bag as of RFC 8493: `data/` with a folder for each case, and checksums beside. */
async function archive(dir: string, { from, to, by }: Options, context: CommandContext): Promise<void> {
  const storage = await context.storage();
  const { desk, deskName, at } = await readDeskBasis(storage);
  const { timezone } = desk.settings;
  const period = { from: dayOf(from, timezone), to: dayOf(addDays(checked(to), 1), timezone) };
  const bag = await openBag(resolve(context.cwd, dir));
  let cases = 0;
  for await (const { item, events, files } of readArchive(storage.database, period)) {
    const { json, markdown } = archiveCase(item, events, namesIn(desk));
    const folder = `data/arenden/${item.number}`;
    await bag.add(`${folder}/arende.json`, json);
    await bag.add(`${folder}/arende.md`, markdown);
    for (const { id, name, bytes } of files)
      await bag.add(`${folder}/bilagor/${safe(id)}-${safe(name)}`, bytes);
    cases += 1;
  }
  const about = describeArchive({ deskName, from, to, madeAt: at, cases });
  await bag.add('data/beskrivning.json', `${JSON.stringify(about, null, 2)}\n`);
  const files = await bag.close();
  await createAuditLog(storage.database).record({
    by: by ?? 'console',
    action: 'archived',
    facts: { from, to, cases, files },
  });
  context.write(words.archived(cases, files, dir));
}

type Bag = { add(path: string, content: string | Uint8Array): Promise<void>; close(): Promise<number> };

async function openBag(root: string): Promise<Bag> {
  let sums: string[] = [];
  let files = 0;
  // Never into something that is there: what is archived is not changed.
  await mkdir(dirname(root), { recursive: true });
  await mkdir(root, { mode: 0o700 }).catch(() => {
    throw new InvalidInput(words.archiveThere);
  });
  let made = root;
  // Files are many and small: handed to other threads one by one they take twice as long.
  const write = (path: string, content: string | Uint8Array) => {
    const folder = dirname(join(root, path));
    if (folder !== made) mkdirSync(folder, { recursive: true });
    made = folder;
    writeFileSync(join(root, path), content, { flag: 'wx', mode: 0o600 });
  };
  const keepSums = () => {
    appendFileSync(join(root, 'manifest-sha256.txt'), sums.join(''), { mode: 0o600 });
    sums = [];
  };
  return {
    async add(path, content) {
      // A server that runs the command goes on meanwhile.
      await setImmediate();
      write(path, content);
      sums.push(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
      files += 1;
      if (sums.length >= sumsAtOnce) keepSums();
    },
    async close() {
      write('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
      keepSums();
      return files;
    },
  };
}

/** A hundred thousand of them are not kept in memory until the end. */
const sumsAtOnce = 1_000;

function checked(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new InvalidInput(words.wrongDay);
  return day;
}

function dayOf(text: string, timezone: string): Date {
  const [year = 0, month = 1, day = 1] = checked(text).split('-').map(Number);
  return fromWallClock({ year, month, day, hour: 0, minute: 0, second: 0 }, timezone);
}

function safe(name: string): string {
  return name
    .replaceAll(/[^\p{L}\d._-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-80);
}
