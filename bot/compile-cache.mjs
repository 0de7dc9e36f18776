import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Loaded before everything else (`--import`): what was compiled once, with its types taken out, is kept for the
 * next start. Beside the packages and not among the machine's temporary files, where others could write.
 * Where nothing can be written the start is only slower. No TypeScript: taking types out of this file would load all
 * that does it, before the cache is there that makes it needless.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/vaktis-compiled'));
