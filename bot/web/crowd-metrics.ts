import { Gauge, type Registry } from 'prom-client';
import type { Door, DoorFigures } from '#bot/conversation/crowd/create-door.ts';
import type { Backlog, WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';

type Sources = { readonly door: Pick<Door, 'figures'>; readonly store: Pick<WaitingStore, 'backlog'> | null };

/** How busy this process is, and what waits for any of them. */
export function addCrowd(registry: Registry, { door, store }: Sources): void {
  const own = (name: string, help: string, value: (figures: DoorFigures) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(door.figures()));
      },
    });
  own('vaktis_turns_waiting', 'Messages that wait for a turn in this process.', ({ waiting }) => waiting);
  own(
    'vaktis_turns_oldest_waiting_seconds',
    'How long the oldest of them has waited; 0: none does.',
    ({ oldest }) => oldest,
  );
  own(
    'vaktis_messages_deferred',
    'Messages since the start that this process kept for later, because there were too many.',
    ({ kept }) => kept,
  );
  own(
    'vaktis_messages_refused',
    'Messages since the start that it did not take, because their conversation had enough waiting.',
    ({ refused }) => refused,
  );
  if (store) addBacklog(registry, store);
}

/** Read from the database when somebody looks: every process tells the same. */
function addBacklog(registry: Registry, store: Pick<WaitingStore, 'backlog'>): void {
  const shared = (name: string, help: string, value: (backlog: Backlog) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(value(await store.backlog().catch(() => ({ waiting: 0, oldest: 0 }))));
      },
    });
  shared(
    'vaktis_deferred_waiting',
    'Messages that were kept for later, by any process, and are not answered yet.',
    ({ waiting }) => waiting,
  );
  shared(
    'vaktis_deferred_oldest_seconds',
    'How long the oldest of them has waited; 0: none does.',
    ({ oldest }) => oldest,
  );
}
