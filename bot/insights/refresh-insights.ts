import type { Desk } from '#bot/desk/desk.ts';
import { startOfDate } from '#bot/desk/local-time.ts';
import type { Note } from '#knowledge/note.ts';
import { addUp, mergeSums } from './add-up.ts';
import { comesBackWithin, type Fact } from './facts/fact.ts';
import { addMonths, monthOf } from './facts/local-week.ts';
import { makeCaseFact } from './facts/make-case-fact.ts';
import { makeTalkFacts } from './facts/make-talk-facts.ts';
import { type Cell, type InsightStore, keptWays, type Revision, type Sums } from './insight-store.ts';
import { formulasVersion } from './measures/measures.ts';

export type RefreshPorts = {
  readonly insights: InsightStore;
  readonly desk: Desk;
  readonly noteOf: (id: string) => Pick<Note, 'category' | 'asset'> | null;
  readonly at: Date;
};

export type Refreshed = {
  readonly facts: number;
  readonly cells: number;
  readonly revisions: number;
  /** There was more than one run takes: run it again. */
  readonly more: boolean;
};

const day = 86_400_000;
/** What was being written when it was counted last is read again. */
const overlap = 10 * 60_000;
const batch = 2_000;
/** So many cases in one run: a minute at most. */
const mostInOneRun = 20_000;
/** A month is closed when what was reported on its last day can be judged. */
const closesAfterDays = 15;

/**
 * Counts what changed since it was counted last, adds up the weeks that it touches, closes months whose time has come,
 * and leaves a trace where a figure of a closed month is another now. May run twice; then nothing more is found.
 */
export async function refreshInsights(ports: RefreshPorts): Promise<Refreshed> {
  const mark = await ports.insights.mark();
  if (mark !== null && mark.formulas !== formulasVersion) return rebuildInsights(ports, 'formulas');
  return count(ports, mark === null ? null : mark, 'cases');
}

/** Everything from the beginning: after a change of the formulas, or by hand. */
export async function rebuildInsights(
  ports: RefreshPorts,
  why: 'formulas' | 'rebuilt' = 'rebuilt',
): Promise<Refreshed> {
  await ports.insights.clear();
  let all = await count(ports, null, why);
  while (all.more) {
    const next = await count(ports, await ports.insights.mark(), why);
    all = {
      facts: all.facts + next.facts,
      cells: all.cells + next.cells,
      revisions: all.revisions + next.revisions,
      more: next.more,
    };
  }
  return all;
}

async function count(
  ports: RefreshPorts,
  mark: { readonly changedAt: Date; readonly countedAt: Date } | null,
  why: Revision['why'],
): Promise<Refreshed> {
  const { insights, at } = ports;
  const since = mark === null ? new Date(0) : new Date(mark.changedAt.getTime() - overlap);
  const touched = createTouched();
  const cases = await countCases(ports, since, touched);
  const talks = await countTalks(ports, mark?.countedAt ?? null, touched);
  if (mark !== null) {
    const ripened = (when: Date) => new Date(when.getTime() - comesBackWithin - day);
    touched.add(
      await insights.cellsBetween(ripened(mark.countedAt), new Date(at.getTime() - comesBackWithin)),
    );
  }
  const cells = touched.cells();
  for (const cell of cells)
    await insights.putCell(cell, addUp(await insights.factsOfCell(cell, at), keptWays));
  const revisions = await closeMonths(ports, cells, touched, why);
  await insights.setMark({
    changedAt: cases.latest ?? mark?.changedAt ?? new Date(0),
    countedAt: at,
    formulas: formulasVersion,
  });
  return { facts: cases.count + talks, cells: cells.length, revisions, more: cases.more };
}

type Touched = {
  add(cells: readonly Cell[]): void;
  changed(facts: readonly Fact[]): void;
  cells(): Cell[];
  /** Numbers of changed cases that were reported in that month, at most ten of them named. */
  numbersIn(month: string): string[];
};

function createTouched(): Touched {
  const known = new Map<string, Cell>();
  const numbers = new Map<string, string[]>();
  return {
    add(cells) {
      for (const { week, month } of cells) known.set(`${week} ${month}`, { week, month });
    },
    changed(facts) {
      for (const { month, number } of facts) {
        const own = numbers.get(month) ?? [];
        numbers.set(month, own);
        if (number !== null && own.length < 10) own.push(number);
      }
    },
    cells: () => [...known.values()],
    numbersIn: (month) => numbers.get(month) ?? [],
  };
}

async function countCases({ insights, desk, at }: RefreshPorts, since: Date, touched: Touched) {
  let after: { at: Date; id: string } | null = null;
  let latest: Date | null = null;
  let count = 0;
  for (;;) {
    const found = await insights.changedCases(since, after, batch);
    const last = found.at(-1);
    if (last === undefined || count >= mostInOneRun) return { count, latest, more: last !== undefined };
    await keep(
      insights,
      found.map((one) => makeCaseFact(one, desk, at)),
      at,
      touched,
    );
    count += found.length;
    after = { at: last.changedAt, id: last.item.id };
    latest = last.changedAt;
  }
}

async function countTalks(ports: RefreshPorts, countedAt: Date | null, touched: Touched): Promise<number> {
  const { insights, desk, noteOf, at } = ports;
  // A talk is never cut in two: whatever began a day before is read, and what was counted is left out.
  const begunAfter = countedAt === null ? new Date(0) : new Date(countedAt.getTime() - day);
  const from = countedAt === null ? new Date(0) : new Date(begunAfter.getTime() - day);
  const read = await insights.talks(from, at);
  const facts = makeTalkFacts({ ...read, begunAfter, desk, noteOf, at });
  for (let place = 0; place < facts.length; place += batch)
    await keep(insights, facts.slice(place, place + batch), at, touched);
  return facts.length;
}

async function keep(
  insights: InsightStore,
  facts: readonly Fact[],
  at: Date,
  touched: Touched,
): Promise<void> {
  touched.add(await insights.putFacts(facts, at));
  touched.add(
    await insights.linkReturns(
      facts.map(({ id }) => id),
      at,
    ),
  );
  touched.changed(facts);
}

/** @returns how many figures of closed months are others now. */
async function closeMonths(
  { insights, desk, at }: RefreshPorts,
  cells: readonly Cell[],
  touched: Touched,
  why: Revision['why'],
): Promise<number> {
  const { timezone } = desk.settings;
  const closed = new Set(await insights.frozenMonths());
  let changed = 0;
  for (const month of new Set(cells.map((cell) => cell.month))) {
    if (!closed.has(month)) continue;
    const now = mergeSums(await insights.monthSums(month));
    const revisions = differences(await insights.frozen(month), now, {
      at,
      month,
      why,
      caseNumbers: touched.numbersIn(month),
    });
    if (revisions.length === 0) continue;
    await insights.freeze(month, now, at);
    await insights.addRevisions(revisions);
    changed += revisions.length;
  }
  for (const month of await insights.months()) {
    const ends = startOfDate(`${addMonths(month, 1)}-01`, timezone).getTime() + closesAfterDays * day;
    if (closed.has(month) || month >= monthOf(at, timezone) || ends > at.getTime()) continue;
    await insights.freeze(month, mergeSums(await insights.monthSums(month)), at);
  }
  return changed;
}

/** Every figure that is another now. Pure. */
export function differences(
  before: readonly Sums[],
  after: readonly Sums[],
  trace: Pick<Revision, 'at' | 'month' | 'why' | 'caseNumbers'>,
): Revision[] {
  const key = ({ by, value }: Sums) => `${by} ${value}`;
  const old = new Map(before.map((row) => [key(row), row]));
  const now = new Map(after.map((row) => [key(row), row]));
  const none = { n: 0, d: 0, buckets: {} };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((at) => {
    const [was, is] = [old.get(at), now.get(at)];
    const row = is ?? was;
    if (row === undefined) return [];
    const ids = new Set([...Object.keys(was?.tallies ?? {}), ...Object.keys(is?.tallies ?? {})]);
    return [...ids].flatMap((measure): Revision[] => {
      const [from, to] = [was?.tallies[measure] ?? none, is?.tallies[measure] ?? none];
      if (isSame(from, to)) return [];
      return [{ ...trace, by: row.by, value: row.value, measure, old: from, new: to }];
    });
  });
}

function isSame(a: Sums['tallies'][string], b: Sums['tallies'][string]): boolean {
  if (a.d !== b.d || Math.abs(a.n - b.n) > 1e-9) return false;
  const buckets = new Set([...Object.keys(a.buckets), ...Object.keys(b.buckets)]);
  return [...buckets].every((bucket) => (a.buckets[bucket] ?? 0) === (b.buckets[bucket] ?? 0));
}
