import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import type { BreakdownBy, MeasureBreakdown, MeasureText } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { navigate, useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { type Filter, hashIn, keyOf } from '../filter/filter.ts';
import { PickOne } from '../filter/pick-one.tsx';
import { useRecent } from '../use-recent.ts';
import { BreakdownTable } from './breakdown-table.tsx';

/** A figure by site, kind, load and so on. What rests on fewer than five people is taken together, or not shown. */
export function Breakdown({ measure, filter }: { measure: MeasureText; filter: Filter }) {
  const { client } = useTab();
  const words = useWords(tabInsightsTexts).breakdown;
  const { query } = useRoute();
  const ways = keysOf<BreakdownBy>(words.of).filter((way) => isOpen(way, measure, filter));
  const wanted = query.get('by');
  const by = ways.find((way) => way === wanted) ?? ways[0] ?? 'category';
  const key = `${measure.id} ${by} ${keyOf(filter)}`;
  const breakdown = useRecent(
    useLoad<MeasureBreakdown>(key, (signal) =>
      client.get(`/insights/measures/${encodeURIComponent(measure.id)}/breakdown`, {
        query: { ...filter, by },
        signal,
      }),
    ),
  );
  return (
    <section className="insights-card" aria-labelledby="insights-breakdown">
      <div className="insights-tools">
        <h3 id="insights-breakdown">{words.heading}</h3>
        <PickOne
          label={words.by}
          value={by}
          options={ways.map((way) => ({ value: way, label: `${words.title} ${words.of[way]}` }))}
          onChoose={(value) =>
            navigate(hashIn(filter, `/measures/${measure.id}`, { by: value }), { replace: true })
          }
        />
      </div>
      {by === 'load' && <p className="muted">{words.load}</p>}
      <Loading of={breakdown}>{(value) => <BreakdownTable of={value} filter={filter} />}</Loading>
    </section>
  );
}

/** What is chosen already is not spread any further. */
function isOpen(by: BreakdownBy, measure: MeasureText, filter: Filter): boolean {
  if (by === 'type') return measure.type === null && filter.type === null;
  if (by === 'area' || by === 'kind') return filter[by] === null && filter.site === null;
  if (by === 'load' || by === 'contractor') return true;
  return filter[by] === null;
}
