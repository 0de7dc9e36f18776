import { createSuggestionDesk } from '#adapters/storage/suggestion-store.ts';
import { InvalidInput } from '#bot/errors.ts';
import { type SuggestionStatus, suggestionStatuses } from '#knowledge/note-suggestion.ts';
import type { RegisterCommand } from './command-context.ts';
import { learningWords as words } from './learning-words.ts';

type ListOptions = { readonly status?: string; readonly limit?: string; readonly json?: boolean };
type DecideOptions = { readonly by?: string; readonly wording?: string };

export const registerSuggestions: RegisterCommand = (program, context, exitWith) => {
  const suggestions = program.command('suggestions').description(words.suggestions);
  const desk = async () => createSuggestionDesk((await context.storage()).database);
  const decision = (id: string, { by }: DecideOptions) => ({ id, byUpn: by ?? 'console', at: new Date() });
  suggestions
    .command('list')
    .description(words.listSuggestions)
    .option('--status <STATUS>', words.status)
    .option('--limit <N>', words.limit)
    .option('--json', words.json)
    .action(async (options: ListOptions) => {
      const filter = { status: parseStatus(options.status), limit: parseLimit(options.limit) };
      const found = await (await desk()).list(filter);
      if (options.json === true) context.write(JSON.stringify(found));
      else if (found.length === 0) context.write(words.noSuggestions);
      else
        for (const { id, count, noteId, wording } of found)
          context.write(`${id}  ${count}×  ${noteId}  “${wording}”`);
      exitWith(0);
    });
  suggestions
    .command('accept')
    .argument('<id>', words.id)
    .description(words.accept)
    .option('--wording <TEXT>', words.wording)
    .option('--by <UPN>', words.by)
    .action(async (id: string, options: DecideOptions) => {
      const { wording } = options;
      const accepted = await (await desk()).accept({ ...decision(id, options), wording });
      context.write(words.accepted(accepted.noteId, wording ?? accepted.wording));
      exitWith(0);
    });
  suggestions
    .command('refuse')
    .argument('<id>', words.id)
    .description(words.refuse)
    .option('--by <UPN>', words.by)
    .action(async (id: string, options: DecideOptions) => {
      const refused = await (await desk()).refuse(decision(id, options));
      context.write(words.refused(refused.noteId, refused.wording));
      exitWith(0);
    });
};

function parseStatus(given = 'open'): SuggestionStatus {
  const status = suggestionStatuses.find((known) => known === given);
  if (status === undefined) throw new InvalidInput(words.wrongStatus);
  return status;
}

function parseLimit(given = '50'): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidInput(words.wrongLimit);
  return Number(given);
}
