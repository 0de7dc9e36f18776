import { NotAllowed } from '#bot/errors.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import type { InsightStore, Revision } from '#bot/insights/insight-store.ts';
import { measureText } from '#bot/insights/measures/measure-text.ts';
import { findMeasure } from '#bot/insights/measures/measures.ts';
import { fewPeople, figureOf } from '#bot/insights/measures/tally.ts';
import type { FigureRevisions } from '../contract/insights-contract.ts';
import type { Asking } from './find-scope.ts';
import { labelOf } from './labels.ts';

const pageSize = 100;

/** The trace, newest first. Heads see their own site's; what rests on fewer than five people is told to nobody else. */
export async function listRevisions(
  store: InsightStore,
  { month, cursor }: { readonly month?: string | undefined; readonly cursor?: string | undefined },
  { rights, loaded, language }: Asking,
): Promise<FigureRevisions> {
  const all = rights.has('see-all-insights');
  if (!all && rights.headOf.length === 0) throw new NotAllowed('the trace of figures');
  const before = cursor === undefined ? null : Number.parseInt(cursor, 10) || null;
  const rows = await store.revisions(month ?? null, before, pageSize);
  const words = insightWords(language).why;
  const why = ({ why: kind, caseNumbers }: Revision) =>
    kind === 'cases' ? words.cases(caseNumbers.length) : words[kind];
  const isOwnSite = ({ by, value }: Revision) => by === 'site' && rights.headOf.includes(value);
  const theirs = (row: (typeof rows)[number]) =>
    isOwnSite(row) || (all && (row.by === 'all' || row.people >= fewPeople));
  return {
    items: rows.filter(theirs).flatMap((row) => {
      const measure = findMeasure(row.measure);
      if (measure === null) return [];
      return [
        {
          month: row.month,
          at: row.at.toISOString(),
          measure: measureText(measure, language),
          by: row.by === 'all' ? null : row.by,
          value: row.by === 'all' ? null : row.value,
          label: labelOf(row.by, row.value, loaded.desk, language),
          old: figureOf(measure, row.old),
          new: figureOf(measure, row.new),
          why: why(row),
          caseNumbers: all ? [...row.caseNumbers] : [],
        },
      ];
    }),
    next: rows.length === pageSize ? String(rows.at(-1)?.seq ?? '') : null,
  };
}
