import { basename, resolve } from 'node:path';
import type { PeopleRule } from '#bot/desk/desk-settings.ts';
import { InvalidInput } from '#bot/errors.ts';
import { peopleWords } from '#bot/i18n/people.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { readRulesFile } from '#knowledge/desk-folder/people/read-rules-file.ts';

/** Rules to try. An odd key stops it too: whoever tries rules wants to know. @throws InvalidInput */
export async function readRules(
  path: string,
  { cwd, language }: { readonly cwd: string; readonly language: ReplyLanguage },
): Promise<readonly PeopleRule[]> {
  const { rules, faults } = await readRulesFile(resolve(cwd, path), basename(path));
  if (rules !== null && faults.length === 0) return rules;
  const words = peopleWords(language);
  const lines = faults.map(({ file, line, message, remedy }) =>
    words.rulesFault(file, line, message, remedy),
  );
  throw new InvalidInput(lines.join('\n'));
}
