import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { useTab } from '../shell/tab-context.ts';
import { useLoad } from '../shell/use-load.ts';

export type NamedSite = Pick<SiteBranch, 'id' | 'name' | 'area' | 'mayEdit'>;

/** The sites that may be named in a form, without that of all sites; none until they are here. */
export function useNamedSites(): readonly NamedSite[] {
  const { client } = useTab();
  const { value } = useLoad<{ items: SiteBranch[] }>('sites', (signal) => client.get('/sites', { signal }));
  return value?.items.filter(({ id }) => id !== '_shared') ?? none;
}

const none: readonly NamedSite[] = [];

/** A site's name by its id; of a site that is gone, the id. */
export function nameOfSite(sites: readonly NamedSite[], id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id;
}
