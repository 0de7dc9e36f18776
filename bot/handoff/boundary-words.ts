import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { type FilteredFile, filterFile } from './boundary-files.ts';
import { createScrubber, type Scrubber } from './boundary-scrubber.ts';
import { gatherSecrets } from './boundary-secrets.ts';
import type { Case } from './case.ts';
import type { ContractorFile } from './contractor-connector.ts';

/** Whose words, for whom. `item`: the case as it is here, unfiltered. */
export type About = {
  readonly item: Case;
  readonly contractor: Contractor;
  readonly loaded: LoadedDesk;
};

/** How many secrets of each kind were taken out. */
type Counts = Readonly<Record<string, number>>;

/** What is said later about a case, as it may cross: the same filter as for the case itself. */
export function filterWords(words: string, about: About): { readonly text: string; readonly counts: Counts } {
  const scrubber = scrubberFor(about);
  return { text: scrubber.text(words), counts: scrubber.counts() };
}

/** A file of the case as it may cross; null: held back. */
export function filterFileFor(
  file: ContractorFile,
  about: About,
): FilteredFile & { readonly counts: Counts } {
  const scrubber = scrubberFor(about);
  const filtered = filterFile(file, scrubber);
  return { ...filtered, counts: scrubber.counts() };
}

function scrubberFor({ item, contractor, loaded: { desk, notes } }: About): Scrubber {
  const withhold = new Set([...contractor.withhold, ...desk.settings.secretFacts]);
  return createScrubber(gatherSecrets(item, desk, { withhold, notes }));
}
