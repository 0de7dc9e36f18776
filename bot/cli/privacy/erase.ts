import { randomUUID } from 'node:crypto';
import type { Database } from '#adapters/storage/database.ts';
import { openJobs } from '#adapters/storage/job-queue.ts';
import { erasePerson, type OpenCase, openCasesOf } from '#adapters/storage/privacy/erase-person.ts';
import { findIdentity } from '#adapters/storage/privacy/find-identity.ts';
import { createStorage } from '#adapters/storage/storage.ts';
import { unlistedPerson } from '#bot/desk/person.ts';
import { cancel } from '#bot/handoff/requester-actions.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';

type Options = { readonly by?: string; readonly close?: boolean; readonly yes?: boolean };

export const registerErase: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('erase')
    .argument('<PERSON>', words.person)
    .description(words.erase)
    .option('--close', words.close)
    .option('--yes', words.yes)
    .option('--by <UPN>', words.by)
    .action(async (person: string, options: Options) => {
      await erase(person, options, context);
      exitWith(0);
    });
};

async function erase(person: string, { by, close, yes }: Options, context: CommandContext): Promise<void> {
  const { database, deskSource } = await context.storage();
  const open = await openCasesOf(database, await findIdentity(database, person));
  if (yes !== true) {
    context.write(
      words.wouldErase(
        person,
        open.map(({ number }) => number),
      ),
    );
    return;
  }
  if (close === true && open.length > 0 && open.every(({ isTheirOwn }) => isTheirOwn)) {
    const search = deskSource((notes, { settings }) =>
      createNoteSearch(notes, { timezone: settings.timezone }),
    );
    await cancelAll(database, open, await search.current());
    context.write(words.cancelled(open.map(({ number }) => number)));
  }
  const { counts, hasNamesake } = await erasePerson(database, person, by ?? 'console');
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  context.write(words.erased(rows, counts.size));
  for (const [table, count] of counts) context.write(`  ${table}: ${count}`);
  if (hasNamesake) context.tell(words.namesake);
  context.tell(words.afterErase);
}

/** As if they had taken their cases back in the chat: whoever has one hears it. */
async function cancelAll(database: Database, cases: readonly OpenCase[], loaded: LoadedDesk): Promise<void> {
  const queue = await openJobs(database, () => undefined);
  const storage = createStorage(database, queue);
  try {
    for (const { id } of cases)
      await storage.transaction(async (stores) => {
        const item = await stores.cases.get(id);
        if (item === null) return;
        const { upn, name } = item.packet.requester;
        const actor = loaded.desk.people.get(upn) ?? unlistedPerson({ upn, aadObjectId: null, name });
        const ctx = { at: new Date(), newId: randomUUID, loaded };
        await cancel(stores, ctx, { caseId: id, actor: { ...actor, upn: item.requesterUpn }, text: '' });
      });
  } finally {
    await queue.stop();
  }
}
