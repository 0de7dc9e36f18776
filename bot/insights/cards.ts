import { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { FiguresReply, WorthDoing } from '#bot/reply/figures.ts';
import { addMonths } from './facts/local-week.ts';
import type { Help } from './helps/help.ts';
import type { InsightStore } from './insight-store.ts';
import { findMeasure } from './measures/measures.ts';
import { fewPeople, figureOf, mergeTallies } from './measures/tally.ts';
import { readBreakdown, readSums } from './read-figures.ts';

const mostThings = 3;

/** Three things worth doing, of different kinds where there are: what each would have changed decides. Pure. */
export function weekCard(help: Help, desk: Desk): Extract<FiguresReply, { kind: 'figures-week' }> {
  const contractorName = (id: string) => desk.settings.contractors.find((one) => one.id === id)?.name ?? id;
  const [slow] = help.contractorsToTalkTo;
  const [visit] = help.sitesToVisit;
  const [mend] = help.notesToMend;
  const { rowToChange: row } = help;
  const write = (note: Help['notesToWrite'][number]): WorthDoing => ({
    kind: 'write-note',
    ...pick(note),
    title: note.title,
  });
  const firsts: { readonly weight: number; readonly thing: WorthDoing }[] = [
    ...(visit
      ? [
          {
            weight: visit.changed,
            thing: {
              kind: 'visit-site',
              siteName: desk.sites.get(visit.siteId)?.name ?? visit.siteId,
              ...{ category: visit.category, device: visit.device, cases: visit.cases },
              ...pick(visit),
            } as const,
          },
        ]
      : []),
    ...(mend
      ? [
          {
            weight: mend.notSolved,
            thing: {
              kind: 'mend-note',
              ...{ title: mend.title, notSolved: mend.notSolved, of: mend.notSolved + mend.solved },
              ...pick(mend),
            } as const,
          },
        ]
      : []),
    ...(slow
      ? [
          {
            weight: slow.of - slow.kept,
            thing: {
              kind: 'talk-to-contractor',
              contractorName: contractorName(slow.contractorId),
              ...{ late: slow.of - slow.kept, of: slow.of, hours: Math.round(slow.overBy / 3600) },
            } as const,
          },
        ]
      : []),
    ...(row
      ? [
          {
            weight: row.changed,
            thing: {
              kind: 'change-row',
              ...{
                category: row.category,
                contractorName: contractorName(row.contractorId),
                hours: row.hours,
              },
              ...pick(row),
            } as const,
          },
        ]
      : []),
    ...help.notesToWrite.slice(0, 1).map((note) => ({ weight: note.changed, thing: write(note) })),
  ];
  const best = firsts.toSorted((a, b) => b.weight - a.weight).map(({ thing }) => thing);
  return {
    kind: 'figures-week',
    things: [...best, ...help.notesToWrite.slice(1).map(write)].slice(0, mostThings),
  };
}

function pick({ replayed, changed }: { readonly replayed: number; readonly changed: number }) {
  return { replayed, changed };
}

/** One site's month. Null: nothing was reported there, so there is nothing to tell. */
export async function siteCard(
  store: InsightStore,
  {
    siteId,
    siteName,
    month,
    open,
    at,
  }: { siteId: string; siteName: string; month: string; open: number; at: Date },
): Promise<Extract<FiguresReply, { kind: 'figures-site' }> | null> {
  const selection = { weeks: null, month, site: siteId };
  const sums = await readSums(store, selection, { at });
  if (sums.facts === 0) return null;
  const earlier = await readSums(store, { ...selection, month: addMonths(month, -1) }, { at });
  const times = ['resolution-incident-wall', 'resolution-service-request-wall'].flatMap(
    (id) => sums.tallies[id] ?? [],
  );
  const together = mergeTallies(times.map((tally) => ({ time: tally }))).time;
  const measure = findMeasure('resolution-incident-wall');
  const median = measure && together ? figureOf(measure, together).value : null;
  const cases = sums.tallies.reassigned?.d ?? 0;
  const isFew = sums.people < fewPeople;
  const byCategory = isFew ? [] : await readBreakdown(store, selection, { by: 'category', at });
  const most = byCategory
    .filter(({ people }) => people >= fewPeople)
    .sort((a, b) => b.facts - a.facts)
    .flatMap(({ value, facts }) => {
      const category = Category.safeParse(value);
      return category.success ? [{ category: category.data, count: facts }] : [];
    });
  return {
    kind: 'figures-site',
    ...{ siteName, month, open },
    reported: sums.facts,
    reportedBefore: earlier.facts === 0 ? null : earlier.facts,
    withoutCase: sums.facts - cases,
    medianHours: median === null ? null : median / 3600,
    most: most.slice(0, 3),
  };
}
