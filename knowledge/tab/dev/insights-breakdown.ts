import { categories } from '#bot/desk/category.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { siteKinds } from '#bot/desk/site.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { BreakdownBy, type MeasureBreakdown } from '#bot/web/api/contract/insights-contract.ts';
import { sites } from './desk-data.ts';
import { figureOf, type Slice } from './insights-figures.ts';
import type { PlayedMeasure } from './insights-measures.ts';
import { fewPeople } from './insights-scope.ts';
import type { Asked } from './route.ts';

export function breakDown(
  { query, language }: Asked,
  measure: PlayedMeasure,
  slice: Slice,
  weeks: readonly string[],
): Pick<MeasureBreakdown, 'by' | 'rows' | 'tooFew' | 'withheld'> {
  const by = BreakdownBy.parse(query.get('by') ?? 'site');
  if (fewPeople.includes(slice.site ?? '')) return { by, rows: [], tooFew: null, withheld: true };
  const hidden = by === 'site' ? fewPeople.filter((id) => slice.site === undefined || id === slice.site) : [];
  const rows = valuesOf(by, language)
    .filter(({ value }) => !hidden.includes(value))
    .map((row) => ({ ...row, figure: figureOf(measure, { ...slice, [by]: row.value }, weeks) }))
    .filter(({ figure }) => figure.denominator > 0);
  const [one] = hidden;
  const tooFew =
    one === undefined
      ? null
      : { rows: hidden.length, figure: figureOf(measure, { ...slice, site: one }, weeks) };
  return { by, rows, tooFew, withheld: false };
}

function valuesOf(by: BreakdownBy, language: 'sv' | 'en'): readonly { value: string; label: string }[] {
  const kinds = kindTexts[language];
  const words = tabInsightsTexts[language];
  const named = <K extends string>(keys: readonly K[], names: Readonly<Record<K, string>>) =>
    keys.map((value) => ({ value, label: capital(names[value]) }));
  const inOrder = (rows: { value: string; label: string }[]) =>
    rows.sort((a, b) => a.label.localeCompare(b.label, language));
  if (by === 'site') return inOrder(sites.map(({ id, name }) => ({ value: id, label: name })));
  if (by === 'area')
    return inOrder([...new Set(sites.map(({ area }) => area))].map((value) => ({ value, label: value })));
  if (by === 'kind') return inOrder(named(siteKinds, kinds.siteKind));
  if (by === 'category') return inOrder(named(categories, kinds.category));
  if (by === 'priority') return named(priorityLevels, words.priority);
  if (by === 'type') return named(['incident', 'service-request'], words.type);
  if (by === 'contractor')
    return [
      { value: 'skrivarbolaget', label: 'Skrivarbolaget' },
      { value: 'stadens-servicedesk', label: 'Stadens servicedesk' },
    ];
  return ['0-2', '3-5', '6-9', '10+'].map((value) => ({ value, label: insightWords(language).open(value) }));
}
