import { deviceWords } from './lexicon/device-words.ts';
import { matches, patterns } from './text/patterns.ts';

/** Devices and systems that are named outright, and not only hinted at. */
export const namedDevices = patterns(
  Object.values(deviceWords)
    .flat()
    .filter(({ weight }) => weight >= 3)
    .map(({ patterns: set }) => set.source)
    .join('\n'),
);

/** Some device or system is named outright in a line (see toLine). */
export function namesDevice(line: string): boolean {
  return matches(line, namedDevices);
}
