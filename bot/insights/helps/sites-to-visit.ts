import type { Category } from '#bot/desk/category.ts';
import { unlistedPerson } from '#bot/desk/person.ts';
import type { Fact } from '../facts/fact.ts';
import { weekOf } from '../facts/local-week.ts';
import type { IncidentCount } from '../insight-store.ts';
import type { HelpPorts } from './find-help.ts';
import type { Help } from './help.ts';

const fewest = 6;
/** So many times what is usual there, and so many standard deviations of chance above it. */
const timesUsual = 2.5;
const deviations = 4;
const mostVisits = 2;
/** From the third time on it is no accident any more: then somebody could have gone. */
const noticedAt = 3;
const mostReplayed = 60;

type Trouble = {
  readonly siteId: string;
  readonly category: Category;
  readonly own: Fact[];
  readonly usual: number;
};

type Ports = Pick<HelpPorts, 'insights' | 'cases' | 'understanding' | 'loaded' | 'at'>;

/** Sites where the same thing breaks far more often than it used to there, and than it does elsewhere. */
export async function findSitesToVisit(ports: Ports, since: Date): Promise<Help['sitesToVisit']> {
  const { insights, loaded, at } = ports;
  const counts = await insights.incidentCounts(new Date(2 * since.getTime() - at.getTime()), since);
  const elsewhere = Map.groupBy(counts, ({ category }) => category);
  const isTrouble = ({ category, before, lately }: IncidentCount) => {
    const usual = median((elsewhere.get(category) ?? []).flatMap((one) => one.lately || []));
    return isFarMore(lately, Math.max(before, usual, 1));
  };
  const worst = counts
    .filter(isTrouble)
    .sort((a, b) => b.lately - a.lately)
    .slice(0, mostVisits);
  const { timezone } = loaded.desk.settings;
  const weeks = { from: weekOf(since, timezone), to: weekOf(at, timezone) };
  return Promise.all(
    worst.map(async ({ siteId, category, before }) => {
      const facts = await insights.facts({ weeks, month: null, site: siteId, category, type: 'incident' });
      return tell({ siteId, category, own: facts.filter((fact) => fact.at >= since), usual: before }, ports);
    }),
  );
}

function isFarMore(count: number, usual: number): boolean {
  return count >= fewest && count >= usual * timesUsual && count - usual >= deviations * Math.sqrt(usual);
}

function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** What was said is given to triage again: only what it still takes for the same would not have come. */
async function tell(
  { siteId, category, own, usual }: Trouble,
  { cases, understanding, loaded }: Ports,
): Promise<Help['sitesToVisit'][number]> {
  const inOrder = own.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const replayed = inOrder.slice(0, mostReplayed);
  let changed = 0;
  for (const [place, fact] of replayed.entries()) {
    const item = place < noticedAt ? null : await cases.get(fact.id);
    if (item === null) continue;
    const from =
      loaded.desk.people.get(item.requesterUpn) ??
      unlistedPerson({ upn: 'somebody', aadObjectId: null, name: '' });
    const request = { text: item.packet.symptom, from, at: fact.at, siteId, shownNoteIds: [] };
    const triage = understanding.triage(request, loaded, new Map());
    if (triage.category.id === category && triage.site.id === siteId) changed += 1;
  }
  return {
    siteId,
    category,
    device: deviceOf(own),
    cases: own.length,
    casesBefore: usual,
    caseNumbers: inOrder.flatMap(({ number }) => number ?? []).slice(-10),
    replayed: replayed.length,
    changed,
  };
}

/** What most of them are about. */
function deviceOf(own: readonly Fact[]): string | null {
  const devices = own.flatMap(({ things }) => things.filter((thing) => thing.startsWith('device:')));
  const [most] = [...Map.groupBy(devices, (device) => device)].sort(([, a], [, b]) => b.length - a.length);
  return most && most[1].length * 2 >= own.length ? most[0].slice('device:'.length) : null;
}
