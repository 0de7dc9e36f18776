import { capital } from '#bot/i18n/tab-kinds.ts';
import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { sharedFolder } from '../sites-context.ts';

/** An area with its sites in the order of the tree: a site, then those under it. */
export type Grove = {
  readonly area: string;
  readonly sites: readonly { readonly site: SiteBranch; readonly depth: number }[];
};

/** The sites by area; with something `wanted` only those whose name or area holds it. */
export function toGroves(sites: readonly SiteBranch[], wanted: string, otherArea: string): readonly Grove[] {
  const word = wanted.trim().toLowerCase();
  const real = sites.filter(({ id }) => id !== sharedFolder);
  const kept = real.filter(({ name, area }) => `${name} ${area ?? ''}`.toLowerCase().includes(word));
  const areas = Map.groupBy(kept, ({ area }) => area || otherArea);
  return [...areas]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([area, here]) => ({ area: capital(area), sites: nest(here) }));
}

/** A site whose parent is not shown stands on its own; a ring of parents does too. */
function nest(sites: readonly SiteBranch[]): Grove['sites'] {
  const byName = sites.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  const shown = new Set(sites.map(({ id }) => id));
  const placed = new Set<string>();
  const rows: { site: SiteBranch; depth: number }[] = [];
  const place = (site: SiteBranch, depth: number) => {
    if (placed.has(site.id)) return;
    placed.add(site.id);
    rows.push({ site, depth });
    for (const child of byName) if (child.parentId === site.id) place(child, depth + 1);
  };
  for (const site of byName) if (site.parentId === null || !shown.has(site.parentId)) place(site, 0);
  for (const site of byName) place(site, 0);
  return rows;
}
