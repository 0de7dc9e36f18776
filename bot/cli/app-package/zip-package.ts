import { type Zippable, zipSync } from 'fflate';
import type { PackageFiles } from './fault.ts';

/**
 * The zip that Teams takes. The same files give the same bytes on every machine and in every time zone: names
 * in order, the zip format's first moment as time, and a packer of its own rather than Node's, which changes.
 */
export function zipPackage(files: PackageFiles): Uint8Array {
  // The library writes the local time of day; a local midnight is the same digits everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries = Object.keys(files)
    .sort()
    .flatMap((name): [string, Zippable[string]][] => {
      const bytes = files[name];
      return bytes === undefined ? [] : [[name, [bytes, { mtime, level: 9 }]]];
    });
  return zipSync(Object.fromEntries(entries));
}
