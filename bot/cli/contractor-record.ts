import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createCaseStore } from '#adapters/storage/case-store.ts';
import { isDay, startOfDate } from '#bot/desk/local-time.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import { contractorRecordCsv } from '#bot/handoff/contractor-record-csv.ts';
import { contentOf } from '#knowledge/desk-folder/desk-item.ts';
import type { CommandContext } from './command-context.ts';
import { contractorRecordWords as words } from './contractor-record-words.ts';
import { words as common } from './words.ts';

export type ContractorRecordOptions = {
  readonly from?: string;
  readonly to?: string;
  readonly contractor?: string;
  readonly out?: string;
  readonly excel?: boolean;
};

/** `vaktis export --contractor-record`: how long cases waited on contractors, as CSV. @returns the exit code. */
export async function exportContractorRecord(
  options: ContractorRecordOptions,
  context: CommandContext,
): Promise<number> {
  const { from, to } = readPeriod(options);
  const { database, desk } = await context.storage();
  const settings = contentOf((await desk.load()).items)?.settings;
  if (settings === undefined) {
    context.tell(common.noDesk);
    return 1;
  }
  const contractorId = options.contractor ?? null;
  if (contractorId !== null && !settings.contractors.some(({ id }) => id === contractorId))
    throw new NotFound(
      words.noContractor(
        contractorId,
        settings.contractors.map(({ id }) => id),
      ),
    );
  // A case that was handed over since then has been changed since then, or is open.
  const since = from === null ? new Date(0) : startOfDate(from, settings.timezone);
  const cases = await createCaseStore(database).withContractor({ since });
  const form = options.excel === true ? 'excel' : 'plain';
  const { text, rows, unknown } = contractorRecordCsv(cases, settings, {
    ...{ from, to, contractorId, form },
    at: new Date(),
  });
  if (unknown.length > 0) context.tell(words.unknown(unknown));
  if (options.out === undefined) context.write(text.replace(/\r?\n$/, ''));
  else {
    await writeFile(resolve(context.cwd, options.out), text);
    context.write(words.written(rows, options.out));
  }
  return 0;
}

function readPeriod({ from = null, to = null }: { from?: string | null; to?: string | null }) {
  for (const [name, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (day !== null && !isDay(day)) throw new InvalidInput(words.noDay(name, day));
  if (from !== null && to !== null && to < from) throw new InvalidInput(words.backwards(from, to));
  return { from, to };
}
