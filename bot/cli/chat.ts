import { openStorage } from '#adapters/storage/open-storage.ts';
import type { Person } from '#bot/desk/person.ts';
import { InvalidInput } from '#bot/errors.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { understandingOf } from '#bot/with-model.ts';
import { chatWords } from './chat/chat-words.ts';
import { deskForChat } from './chat/desk-for-chat.ts';
import { createTalk } from './chat/talk.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { openCommandMeaning } from './command-meaning.ts';

type Options = { readonly as: string; readonly desk?: string; readonly at?: string };

export const registerChat: RegisterCommand = (program, context, exitWith) => {
  program
    .command('chat')
    .description(chatWords.chat)
    .requiredOption('--as <UPN>', chatWords.as)
    .option('--desk <DIR>', chatWords.desk)
    .option('--at <ISO>', chatWords.at)
    .addHelpText('after', chatWords.more)
    .action(async (options: Options) => {
      await chat(options, context);
      exitWith(0);
    });
};

/** Until the lines end, or /quit. */
async function chat(options: Options, context: CommandContext): Promise<void> {
  const lines = context.lines?.();
  if (lines === undefined) throw new InvalidInput(chatWords.noTerminal);
  const now = clockFrom(options.at);
  const { loaded, isStored } = await deskForChat(options.desk, context);
  const person = findPerson(options.as, loaded);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const opened = await openStorage({ kind: 'memory' }, quiet);
  try {
    const meaning = await openCommandMeaning(loaded.notes.all(), context, { isStored });
    const understanding = understandingOf(createTriage({ chooseResponsible }), meaning, null);
    const talk = createTalk({ storage: opened.storage, loaded, now, print: context.write, understanding });
    await talk.begin(person);
    for await (const line of lines) if (!(await talk.take(line))) return;
  } finally {
    await opened.close();
  }
}

/** A clock that begins at that instant and runs on. */
function clockFrom(at: string | undefined): () => Date {
  if (at === undefined) return () => new Date();
  const begins = Date.parse(at);
  if (Number.isNaN(begins))
    throw new InvalidInput(`--at: ${at} is not a time like 2026-11-23T09:15:00+01:00`);
  const ahead = begins - Date.now();
  return () => new Date(Date.now() + ahead);
}

function findPerson(upn: string, { desk }: LoadedDesk): Person {
  const person = desk.people.get(upn.toLowerCase());
  if (person === undefined) throw new InvalidInput(chatWords.unknownPerson(upn));
  return person;
}
