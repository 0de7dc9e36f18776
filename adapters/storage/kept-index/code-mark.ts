import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const knowledge = resolve(import.meta.dirname, '../../../knowledge');

/**
 * Changes when anything changes that reads notes into the index: the search's own files, those of a note, the stemmer.
 * So an index that another version made is never used, and nobody has to remember to say so.
 */
export async function readCodeMark(): Promise<string> {
  const [search, notes] = await Promise.all([
    readdir(join(knowledge, 'search'), { recursive: true }),
    readdir(knowledge),
  ]);
  const files = [...search.map((name) => join('search', name)), ...notes]
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(knowledge, name));
  const stemmer = createRequire(import.meta.url).resolve('snowball-stemmers');
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) hash.update(await readFile(file)).update('\0');
  return hash.update(await readFile(stemmer)).digest('hex');
}
