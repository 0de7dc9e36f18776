import { Command, CommanderError } from 'commander';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { WrongSettings } from '#bot/config.ts';
import { InvalidInput, NotFound, OutsideSystemFailed } from '#bot/errors.ts';
import type { CommandContext } from './command-context.ts';
import { commands } from './commands.ts';
import { words } from './words.ts';

/**
 * Runs one `vaktis` command line (`argv` without node and script), in a terminal's process or inside a server.
 * Never ends the process.
 * @returns the exit code: 0 done, 1 could not, 2 wrong usage.
 * @throws DataFolderInUse when a server holds the database: run it there.
 */
export async function runCommand(argv: readonly string[], context: CommandContext): Promise<number> {
  let exit = 0;
  const program = createProgram(context, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof DataFolderInUse) throw error;
    context.tell(explain(error));
    return 1;
  }
}

function createProgram(context: CommandContext, exitWith: (code: number) => void): Command {
  const program = new Command('vaktis')
    .description(words.program)
    .usage('<command> [options]')
    .helpCommand('help [command]', words.help)
    .showHelpAfterError(words.seeHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.write(text.trimEnd()),
      writeErr: (text) => context.tell(text.trimEnd()),
    })
    .addHelpText('after', `\n${words.database}`);
  for (const register of commands) register(program, context, exitWith);
  // Commander copies these settings into a command only when it makes it itself, before they are set.
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** A plain sentence for a person; what is not ours to explain keeps its own words, never its stack. */
export function explain(error: unknown): string {
  const explained = [NotFound, InvalidInput, OutsideSystemFailed, WrongSettings];
  if (error instanceof Error && explained.some((kind) => error instanceof kind)) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return words.unexpected(message);
}
