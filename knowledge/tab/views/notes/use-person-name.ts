import { useTab } from '../../shell/tab-context.ts';
import { useLoad } from '../../shell/use-load.ts';

type People = { items: { upn: string; name: string }[] };

/** A person's name by UPN; the UPN until it is known, or when the desk has nobody of that name. Null for nobody. */
export function usePersonName(upn: string | null): string | null {
  const { client, me } = useTab();
  const own = upn === me.upn ? me.name : null;
  // Readers may not look people up.
  const asks = upn !== null && own === null && me.edits;
  const found = useLoad<People>(asks ? `person ${upn}` : null, (signal) =>
    client.get('/people', { query: { query: upn }, signal }),
  );
  return own ?? found.value?.items.find((person) => person.upn === upn)?.name ?? upn;
}
