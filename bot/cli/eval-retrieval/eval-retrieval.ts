import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { measureRetrieval } from './measure-retrieval.ts';
import { readRetrievalSet } from './retrieval-set.ts';

/**
 * `vaktis eval --retrieval DIR`: the search alone, with no desk around it. The last line is the JSON.
 * @throws InvalidInput when the set cannot be read.
 */
export async function evalRetrieval(
  options: { readonly dir: string; readonly aliases: boolean },
  context: CommandContext,
): Promise<void> {
  const set = await readRetrievalSet(resolve(context.cwd, options.dir));
  const { judged, ...figures } = measureRetrieval(set, options);
  context.write(JSON.stringify({ ...figures, aliases: options.aliases }));
}
