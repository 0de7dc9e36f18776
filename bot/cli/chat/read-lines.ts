import { createInterface } from 'node:readline';

/** What is typed, or comes through a pipe, line by line, until its end. A terminal shows a prompt. */
export async function* readLines(): AsyncGenerator<string> {
  const { stdin, stdout } = process;
  const asks = stdin.isTTY === true;
  const lines = createInterface({ input: stdin, terminal: asks, ...(asks ? { output: stdout } : {}) });
  lines.setPrompt('> ');
  if (asks) lines.prompt();
  for await (const line of lines) {
    yield line;
    if (asks) lines.prompt();
  }
}
