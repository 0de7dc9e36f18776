/** Run as a process of its own: holds the data folder that its argument names, writes one case and waits. */
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { buildNewCase } from './storage-builders.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const path = process.argv[2] ?? '';
const folder = await openDataFolder(path);
folder.onCommand(async ({ argv, cwd }, write) => {
  write(`${argv.join(' ')} in ${cwd}`);
  if (argv[0] === 'fail') throw new Error('it does not work');
  return 3;
});
const opened = await openStorage({ kind: 'folder', path }, silent);
const made = await opened.storage.stores.cases.create(buildNewCase());
process.stdout.write(`${made.id}\n`);
setInterval(() => undefined, 60_000);
