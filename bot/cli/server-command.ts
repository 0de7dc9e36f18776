import type { CommandContext, CommandStorage } from './command-context.ts';

type Lines = Pick<CommandContext, 'write' | 'tell'>;

/** Marks the lines that are not part of the result: between server and terminal there is one stream only. */
const telling = '\u001etell:';

/**
 * What the server runs for commands that other processes of this machine send (DataFolder.onCommand): the same
 * commands, on its own storage. They are loaded with the first of them: a server's start is not the time for it.
 */
export function createServerCommandHandler(storage: CommandStorage) {
  return async (
    command: { readonly argv: readonly string[]; readonly cwd: string },
    write: (line: string) => void,
  ): Promise<number> => {
    const { runCommand } = await import('./run-command.ts');
    return runCommand(command.argv, {
      cwd: command.cwd,
      write,
      tell: (line) => write(`${telling}${line}`),
      storage: async () => storage,
    });
  };
}

/** Puts a line that came from the server where the command meant it to go. */
export function splitLine(line: string, lines: Lines): void {
  if (line.startsWith(telling)) lines.tell(line.slice(telling.length));
  else lines.write(line);
}
