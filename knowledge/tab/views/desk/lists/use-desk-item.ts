import { useTab } from '../../../shell/tab-context.ts';
import { type Editing, type Stored, useStored } from '../form/use-stored.ts';

/** A site, a person or a technician by id, as `path` has them; null is a new one. */
export function useDeskItem<T extends { name: string }>(
  path: string,
  id: string | null,
  empty: T,
): Editing<T> & { readonly remove: (basedOn: number) => Promise<unknown> } {
  const { client } = useTab();
  const own = `${path}/${encodeURIComponent(id ?? '')}`;
  const editing = useStored<T>({
    key: id === null ? null : own,
    empty,
    load: (signal) => client.get<Stored<T>>(own, { signal }),
    change: (basedOn, value) => client.send<Stored<T>>('PUT', own, { basedOn, value }),
    add: (value) => client.send<Stored<T>>('POST', path, value),
  });
  return {
    ...editing,
    remove: (basedOn) => client.send('DELETE', own, undefined, { query: { basedOn } }),
  };
}
