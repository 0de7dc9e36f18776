import { z } from 'zod';
import { type Person, unlistedPerson } from '#bot/desk/person.ts';
import { InvalidInput } from '#bot/errors.ts';
import { type TriageOutput, toOutput } from '#bot/insights/evaluation/triage-output.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { TriageMessage } from '#bot/triage/triage.ts';
import { createOutputWords } from './triage-output-words.ts';

/** One message to triage from the command line: a line of `--batch`, or the options. */
export const TriageLine = z.object({
  id: z.string().optional(),
  from: z.string().trim().min(1),
  at: z.string().nullish(),
  site: z.string().nullish(),
  text: z.string(),
});
export type TriageLine = z.infer<typeof TriageLine>;

/** What a line is triaged with. `now` is used where a line names no moment. */
export type TriageDesk = {
  readonly loaded: LoadedDesk;
  readonly triage: TriageMessage;
  /** Open cases by technician upn. */
  readonly openCases: ReadonlyMap<string, number>;
  readonly now: () => Date;
  /** Asks what a text means, before it is triaged. Absent: it is understood by its words alone. */
  readonly prepare?: (text: string) => Promise<void>;
};

/** The same once it is known what the line means. @throws InvalidInput as {@link triageLine} does. */
export async function understandLine(line: TriageLine, desk: TriageDesk): Promise<TriageOutput> {
  await desk.prepare?.(line.text);
  return triageLine(line, desk);
}

/**
 * Triages one line; changes nothing.
 * @throws InvalidInput when the moment or the site cannot be read.
 */
export function triageLine(line: TriageLine, desk: TriageDesk): TriageOutput {
  const from = personOf(line.from, desk.loaded);
  const at = momentOf(line.at ?? null, desk.now);
  const request = {
    text: line.text,
    from,
    at,
    siteId: siteOf(line.site ?? null, desk.loaded),
    shownNoteIds: [],
  };
  const triage = desk.triage(request, desk.loaded, desk.openCases);
  return toOutput(triage, desk.loaded, createOutputWords(desk.loaded, from, at));
}

/** Somebody whom the desk does not list is helped as staff without a site. */
function personOf(upn: string, { desk }: LoadedDesk): Person {
  const key = upn.trim().toLowerCase();
  return (
    desk.people.get(key) ?? unlistedPerson({ upn: key, aadObjectId: null, name: key.split('@')[0] ?? key })
  );
}

function momentOf(at: string | null, now: () => Date): Date {
  if (at === null) return now();
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) {
    throw new InvalidInput(`at: ${at} is not a moment; write it as 2026-11-23T09:15:00+01:00`);
  }
  return moment;
}

function siteOf(site: string | null, { desk }: LoadedDesk): string | null {
  if (site === null || desk.sites.has(site)) return site;
  throw new InvalidInput(`site: the desk has no site ${site}`);
}
