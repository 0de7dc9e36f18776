import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import type { Client } from '../api/client.ts';
import { useTab } from '../shell/tab-context.ts';
import { useLoad } from '../shell/use-load.ts';

export type NamedSite = Pick<SiteBranch, 'id' | 'name' | 'area' | 'mayEdit'>;

/** The sites that may be named in a form, without that of all sites; none until they are here. */
export function useNamedSites(): readonly NamedSite[] {
  return useFolders().filter(({ id }) => id !== '_shared');
}

/** Where notes lie: the sites and `_shared`; none until they are here. */
export function useFolders(): readonly NamedSite[] {
  const { client } = useTab();
  return useLoad('sites', () => fetchSites(client)).value ?? none;
}

/** A site's name by its id; of a site that is gone, the id. */
export function nameOfSite(sites: readonly NamedSite[], id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id;
}

const none: readonly NamedSite[] = [];

/** Every row of a long form names sites: they are asked for once, and again when a minute has gone. */
const freshFor = 60_000;
const kept = new WeakMap<Client, { at: number; sites: Promise<readonly NamedSite[]> }>();

function fetchSites(client: Client): Promise<readonly NamedSite[]> {
  const known = kept.get(client);
  if (known !== undefined && performance.now() - known.at < freshFor) return known.sites;
  const sites = client.get<{ items: SiteBranch[] }>('/sites').then(({ items }) => items);
  kept.set(client, { at: performance.now(), sites });
  sites.catch(() => kept.delete(client));
  return sites;
}
