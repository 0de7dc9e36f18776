import { createDeskRepository } from '#adapters/storage/desk-repository.ts';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import { createImageStore } from '#adapters/storage/image-store.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { runCommand } from '#bot/cli/run-command.ts';

/** Runs a command of `vaktis` on a database that is open; `lines` then holds what it wrote. @returns its exit code */
export function commandOn(
  { database }: Pick<OpenStorage, 'database'>,
  { cwd, lines }: { readonly cwd: string; readonly lines: string[] },
  argv: readonly string[],
): Promise<number> {
  lines.length = 0;
  return runCommand([...argv], {
    cwd,
    write: (line) => lines.push(line),
    tell: (line) => lines.push(line),
    storage: async () => ({
      database,
      desk: createDeskRepository(database),
      images: createImageStore(database),
      deskSource: (search) => createDeskSource(database, search),
    }),
  });
}
