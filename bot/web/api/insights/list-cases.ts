import type { Category } from '#bot/desk/category.ts';
import type { Fact } from '#bot/insights/facts/fact.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { Measure } from '#bot/insights/measures/measures.ts';
import type { CountedCase } from '../contract/insights-contract.ts';
import type { Asking, Seen } from './find-scope.ts';

const pageSize = 50;

type Wanted = {
  readonly measure: Measure;
  readonly part: 'yes' | 'no' | 'all';
  readonly cursor?: string | undefined;
  /** Only what was reported before then is judged; null: all. */
  readonly until: Date | null;
};
type Item = Omit<CountedCase, 'category'> & { readonly category: Category };
type Page = { readonly items: Item[]; readonly next: string | null };

/** A page of what the figure rests on; a narrowing to fewer than five people shows none. */
export async function listCases(
  store: InsightStore,
  seen: Seen,
  { measure, part, cursor, until }: Wanted,
  { loaded, now }: Asking,
): Promise<Page> {
  if (seen.scope.withheld) return { items: [], next: null };
  const before = readCursor(cursor) ?? (until === null ? null : { at: until, id: '' });
  const facts = await store.factsOfMeasure({
    filter: seen.selection,
    measure: measure.id,
    part,
    before,
    limit: pageSize + 1,
  });
  return toPage(facts, (fact) => {
    const counted = measure.of(fact, now);
    return {
      ...caseOf(fact, loaded),
      part: counted === null ? null : measure.unit === 'time' || counted.n > 0 ? 'yes' : 'no',
      value: measure.unit === 'time' ? (counted?.n ?? null) : null,
    };
  });
}

/** A page of the cases that a note was shown before. */
export async function listCasesOfNote(
  store: InsightStore,
  wanted: { readonly noteId: string; readonly since: Date; readonly cursor?: string | undefined },
  { loaded }: Asking,
): Promise<Page> {
  const before = readCursor(wanted.cursor);
  const facts = await store.factsOfNote({ ...wanted, before, limit: pageSize + 1 });
  return toPage(facts, (fact) => ({ ...caseOf(fact, loaded), part: null, value: null }));
}

function toPage(facts: readonly Fact[], tell: (fact: Fact) => Item): Page {
  const last = facts[pageSize - 1];
  return {
    items: facts.slice(0, pageSize).map(tell),
    next: facts.length > pageSize && last ? cursorOf(last) : null,
  };
}

function caseOf(fact: Fact, { desk }: Asking['loaded']): Omit<Item, 'part' | 'value'> {
  const { id, number, siteId, category, priority, type } = fact;
  const siteName = siteId === null ? null : (desk.sites.get(siteId)?.name ?? null);
  return { id, number, at: fact.at.toISOString(), siteId, siteName, category, priority, type };
}

function cursorOf({ at, id }: Fact): string {
  return `${at.toISOString()} ${id}`;
}

/** One that cannot be read begins at the beginning. */
function readCursor(cursor: string | undefined): { readonly at: Date; readonly id: string } | null {
  const [time = '', id = ''] = (cursor ?? '').split(' ');
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}
