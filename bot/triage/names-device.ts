import { deviceWords } from './lexicon/device-words.ts';
import { matches, patterns } from './text/patterns.ts';

const devices = patterns(
  Object.values(deviceWords)
    .flat()
    .filter(({ weight }) => weight >= 3)
    .map(({ patterns: set }) => set.source)
    .join('\n'),
);

/** Some device or system is named outright in a line (see toLine). */
export function namesDevice(line: string): boolean {
  return matches(line, devices);
}
