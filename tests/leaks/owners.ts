import { who } from './leak-desk.ts';
import type { LeakWorld } from './leak-world.ts';
import type { Marker } from './markers.ts';
import type { Planted } from './plant.ts';

/**
 * Whether somebody (a user name, or a contractor's id) has to do with the case that those words were said in, or with
 * one of whoever has that telephone.
 */
export type HasToDoWith = (reader: string | null, marker: Pick<Marker, 'name'>) => boolean;

export type Owners = {
  /** Case by case, as it is now and ever was. */
  readonly has: HasToDoWith;
  /** Looks who has to do with what now: presses hand cases on. */
  update(): Promise<void>;
};

/** Whoever reported a case, reported the same, has it, or is offered it; once is for ever, for what they read then. */
export async function watchOwners(world: LeakWorld, { caseOf }: Planted): Promise<Owners> {
  const owners = new Map<string, Set<string>>();
  const { cases } = world.opened.storage.stores;
  // Whoever helps Finn, in whichever case, may call him back.
  const callers = new Set<string>();
  const update = async () => {
    for (const { assignee, offeredTo } of await cases.casesOf(who.finn, new Date(0)))
      for (const one of [assignee, offeredTo]) if (one) callers.add(one.id);
    for (const id of new Set([...caseOf.values()].map((item) => item.id))) {
      const item = await cases.get(id);
      const now = [
        item?.requesterUpn,
        ...(item?.reporterUpns ?? []),
        item?.assignee?.id,
        item?.offeredTo?.id,
      ];
      const known = owners.get(id) ?? new Set();
      for (const one of now) if (one !== undefined) known.add(one);
      owners.set(id, known);
    }
  };
  await update();
  return {
    update,
    has(reader, { name }) {
      if (reader === null) return false;
      const id = caseOf.get(name)?.id ?? '';
      return name === 'phone' ? callers.has(reader) : (owners.get(id)?.has(reader) ?? false);
    },
  };
}
