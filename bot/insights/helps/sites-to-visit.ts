import { unlistedPerson } from '#bot/desk/person.ts';
import type { Fact } from '../facts/fact.ts';
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
  readonly category: Fact['category'];
  readonly own: Fact[];
  readonly usual: number;
};

/** Sites where the same thing breaks far more often than it used to there, and than it does elsewhere. */
export async function findSitesToVisit(
  ports: Pick<HelpPorts, 'cases' | 'understanding' | 'loaded'>,
  facts: readonly Fact[],
  since: Date,
): Promise<Help['sitesToVisit']> {
  const incidents = facts.filter(({ type, siteId }) => type === 'incident' && siteId !== null);
  const lately = incidents.filter(({ at }) => at >= since);
  const before = incidents.filter(({ at }) => at < since);
  const key = ({ siteId, category }: Fact) => `${category} ${siteId}`;
  const was = Map.groupBy(before, key);
  const groups = [...Map.groupBy(lately, key).values()];
  const troubles = groups.flatMap((own): Trouble[] => {
    const [first] = own;
    if (first === undefined || first.siteId === null) return [];
    const elsewhere = groups.filter(([one]) => one?.category === first.category).map(({ length }) => length);
    const usual = Math.max(was.get(key(first))?.length ?? 0, median(elsewhere), 1);
    return isFarMore(own.length, usual)
      ? [{ siteId: first.siteId, category: first.category, own, usual: was.get(key(first))?.length ?? 0 }]
      : [];
  });
  const worst = troubles.sort((a, b) => b.own.length - a.own.length).slice(0, mostVisits);
  return Promise.all(worst.map((trouble) => tell(trouble, ports)));
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
  { cases, understanding, loaded }: Pick<HelpPorts, 'cases' | 'understanding' | 'loaded'>,
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
