import { reachOf } from '#bot/desk/access.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { HandoffStores } from './stores.ts';

/** What every use-case of the handoff is given besides its stores: the time, ids, and the desk as it is now. */
export type HandoffContext = {
  readonly at: Date;
  readonly newId: () => string;
  readonly loaded: LoadedDesk;
  /** Open cases by technician upn, where the caller has read them already. */
  readonly openCases?: ReadonlyMap<string, number>;
};

/** One use-case under way, inside one transaction of its caller. */
export type Work = {
  readonly stores: HandoffStores;
  readonly ctx: HandoffContext;
  /** Ids of what was written to the outbox, in order: the caller sends them right after its commit. */
  readonly deliveryIds: string[];
};

export function startWork(stores: HandoffStores, ctx: HandoffContext): Work {
  return { stores, ctx, deliveryIds: [] };
}

/** Those who are asked when nobody else takes a case: dispatchers, or admins where there are none. By upn. */
export function dispatchersOf({ loaded }: HandoffContext): readonly Person[] {
  const { desk } = loaded;
  const known = dispatchersByDesk.get(desk);
  if (known !== undefined) return known;
  const found = findDispatchers(desk);
  dispatchersByDesk.set(desk, found);
  return found;
}

/** A desk may list thousands of people, and it stays the same for days. */
const dispatchersByDesk = new WeakMap<Desk, readonly Person[]>();

function findDispatchers(desk: Desk): readonly Person[] {
  const people = [...desk.people.values()].sort((a, b) => (a.upn < b.upn ? -1 : 1));
  const dispatchers = people.filter((person) => person.roles.includes('dispatcher'));
  return dispatchers.length > 0 ? dispatchers : people.filter((person) => person.roles.includes('admin'));
}

/** Whoever may act on every case. */
export function mayDispatch(person: Person): boolean {
  return reachOf(person.roles, 'others-cases press') === 'yes';
}
