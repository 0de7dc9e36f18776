import type { Registry } from 'prom-client';
import type { Door, DoorFigures } from '#bot/conversation/crowd/create-door.ts';
import type { Backlog, WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';
import type { MetricName } from '#bot/observe/metric-table.ts';
import { createMaker } from './own-metrics.ts';

type Sources = { readonly door: Pick<Door, 'figures'>; readonly store: Pick<WaitingStore, 'backlog'> | null };

/** How busy this process is, and what waits for any of them. */
export function addCrowd(registry: Registry, { door, store }: Sources): void {
  const { gauge } = createMaker(registry);
  const own = (name: MetricName, value: (figures: DoorFigures) => number) =>
    gauge(name, (it) => it.set(value(door.figures())));
  own('vaktis_turns_waiting', ({ waiting }) => waiting);
  own('vaktis_turns_oldest_waiting_seconds', ({ oldest }) => oldest);
  own('vaktis_messages_deferred', ({ kept }) => kept);
  own('vaktis_messages_refused', ({ refused }) => refused);
  if (store) addBacklog(gauge, store);
}

/** Read from the database when somebody looks: every process tells the same. */
function addBacklog(
  gauge: ReturnType<typeof createMaker>['gauge'],
  store: Pick<WaitingStore, 'backlog'>,
): void {
  const shared = (name: MetricName, value: (backlog: Backlog) => number) =>
    gauge(name, async (it) => it.set(value(await store.backlog().catch(() => ({ waiting: 0, oldest: 0 })))));
  shared('vaktis_deferred_waiting', ({ waiting }) => waiting);
  shared('vaktis_deferred_oldest_seconds', ({ oldest }) => oldest);
}
