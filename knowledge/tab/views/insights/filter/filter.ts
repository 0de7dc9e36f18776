import type { InsightsFilter } from '#bot/web/api/contract/insights-contract.ts';
import { hashOf } from '../../../shell/router.ts';

/** What the figures are of, as the address has it. The server judges it: a value that it does not know is refused. */
export type Filter = Readonly<Record<keyof InsightsFilter, string | null>>;

export const filterNames = [
  'period',
  'site',
  'area',
  'kind',
  'category',
  'priority',
  'type',
] as const satisfies readonly (keyof InsightsFilter)[];

export const startPeriod = '13-weeks';

/** Empty values are no choice. */
export function readFilter(query: URLSearchParams): Filter {
  const value = (name: keyof InsightsFilter) => query.get(name)?.trim() || null;
  return {
    period: value('period'),
    site: value('site'),
    area: value('area'),
    kind: value('kind'),
    category: value('category'),
    priority: value('priority'),
    type: value('type'),
  };
}

/** An address in the view that keeps what was chosen: `hashIn(filter, '/help')`. */
export function hashIn(
  filter: Filter,
  path = '',
  more: Readonly<Record<string, string | null>> = {},
): string {
  return hashOf(`/insights${path}`, { ...filter, ...more });
}

/** Names everything that a fetch depends on. */
export function keyOf(filter: Filter): string {
  return filterNames.map((name) => filter[name] ?? '').join('|');
}

/** Whether anything but the time is chosen. */
export function isNarrowed(filter: Filter): boolean {
  return filterNames.some((name) => name !== 'period' && filter[name] !== null);
}
