import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Breakdown, InsightStore, Total } from './insight-store.ts';
import { measureText } from './measures/measure-text.ts';
import type { Measure } from './measures/measures.ts';
import { fewPeople, figureOf, mergeTallies } from './measures/tally.ts';
import { nothing, readBreakdown, type Selection } from './read-figures.ts';
import { splitFew } from './split-few.ts';

export type ExportedFigure = {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly value: string;
  readonly measure: string;
  readonly name: string;
  readonly formula: string;
  readonly excluded: string;
  readonly unit: string;
  readonly figure: number | null;
  readonly p90: number | null;
  readonly count: number;
  readonly denominator: number;
};

export type ExportRequest = {
  readonly selection: Selection;
  readonly from: string;
  readonly to: string;
  readonly measures: readonly Measure[];
  readonly total: Total;
  /** Ways to break it down; what rests on fewer than five people is one row `(few)`. */
  readonly ways: readonly Breakdown[];
  readonly language: ReplyLanguage;
  readonly at: Date;
};

/** Every figure of a selection, whole and broken down, each with its formula. */
export async function exportFigures(store: InsightStore, request: ExportRequest): Promise<ExportedFigure[]> {
  const { total, ways, selection, at } = request;
  const rows = [{ by: 'all', value: '', sums: total }];
  if (total.people < fewPeople) return rows.flatMap((row) => figures(row, request));
  for (const by of ways) {
    if (by === 'load' && total.workers < fewPeople) continue;
    const all = await readBreakdown(store, selection, { by, at });
    const { shown, few } = splitFew(all);
    const enough = shown.toSorted((a, b) => (a.value < b.value ? -1 : 1));
    rows.push(...enough.map((sums) => ({ by, value: sums.value, sums })));
    if (few.length > 1)
      rows.push({
        by,
        value: '(few)',
        sums: { ...nothing, tallies: mergeTallies(few.map(({ tallies }) => tallies)) },
      });
  }
  return rows.flatMap((row) => figures(row, request));
}

function figures(
  { by, value, sums }: { by: string; value: string; sums: Total },
  { measures, language, from, to }: ExportRequest,
): ExportedFigure[] {
  return measures.flatMap((measure) => {
    const tally = sums.tallies[measure.id];
    if (tally === undefined) return [];
    const { id, name, formula, excluded, unit } = measureText(measure, language);
    const { value: figure, p90, count, denominator } = figureOf(measure, tally);
    return [
      { from, to, by, value, measure: id, name, formula, excluded, unit, figure, p90, count, denominator },
    ];
  });
}

/** RFC 4180 with a byte-order mark, so that å, ä and ö survive Excel. What others wrote never becomes a formula. */
export function figuresCsv(rows: readonly ExportedFigure[]): string {
  const columns = [
    'from',
    'to',
    'by',
    'value',
    'measure',
    'name',
    'unit',
    'figure',
    'p90',
    'count',
    'denominator',
    'formula',
    'excluded',
  ] as const;
  const lines = [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => cell(row[column])).join(',')),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** https://owasp.org/www-community/attacks/CSV_Injection */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
