import { type Fault, type FaultText, faultAt } from '../fault.ts';
import { referenceFaults } from '../messages-on-content.ts';
import { type CheckContext, missing } from './context.ts';
import { checkHours } from './hours.ts';

/** sites.csv against the rest. */
export function checkSites({ parts, sites, people, time }: CheckContext): Fault[] {
  const parents = new Map(parts.sites.map((site) => [site.value.id, site.value.parentId]));
  return parts.sites.flatMap((site) => {
    const { value } = site;
    const at = (column: string, text: FaultText | null) => (text ? [faultAt(site, [column], text)] : []);
    const siteFault = (id: string) => missing(id, sites, parts.known.sites, referenceFaults.site);
    const contact = value.contactUpn;
    return [
      ...(contact === null
        ? []
        : at('contact_upn', missing(contact, people, parts.known.people, referenceFaults.person))),
      ...(value.parentId === null ? [] : at('parent_id', siteFault(value.parentId))),
      ...at('parent_id', isOwnAncestor(value.id, parents) ? referenceFaults.ownParent('parent_id') : null),
      ...value.dependsOn.flatMap((id) =>
        at('depends_on', id === value.id ? referenceFaults.ownParent('depends_on') : siteFault(id)),
      ),
      ...checkHours(site, ['visit_hours'], value.visitHours, time),
    ];
  });
}

function isOwnAncestor(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let current = parents.get(id) ?? null;
  while (current !== null && !seen.has(current)) {
    if (current === id) return true;
    seen.add(current);
    current = parents.get(current) ?? null;
  }
  return false;
}
