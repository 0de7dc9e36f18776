import type { MeasureSeries } from '#bot/web/api/contract/insights-contract.ts';
import { useTab } from '../../shell/tab-context.ts';
import { type Loaded, useLoad } from '../../shell/use-load.ts';
import { type Filter, keyOf } from './filter/filter.ts';

export function useSeries(id: string, filter: Filter): Loaded<MeasureSeries> {
  const { client } = useTab();
  return useLoad(`${id} ${keyOf(filter)}`, (signal) =>
    client.get(`/insights/measures/${encodeURIComponent(id)}`, { query: filter, signal }),
  );
}
