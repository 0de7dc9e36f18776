import { join } from 'node:path';
import { loadFolder } from '#bot/cli/load-desk.ts';
import { readJsonLines } from '#bot/cli/read-json-lines.ts';
import { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';

export type LabelledDesk = {
  /** What the desk is called: sets on one desk are never held out of one another. */
  readonly set: string;
  readonly loaded: LoadedDesk;
  readonly requests: readonly LabelledRequest[];
};

/** A folder with desk/ and requests.jsonl, or `REQUESTS.jsonl@DESK`. */
export async function readLabelledDesk(place: string): Promise<LabelledDesk> {
  const [file = '', desk] = place.split('@');
  const loaded = await loadFolder(desk ?? join(place, 'desk'));
  const requests = await readJsonLines(
    desk === undefined ? join(place, 'requests.jsonl') : file,
    LabelledRequest,
  );
  return { set: loaded.desk.settings.name, loaded, requests };
}
