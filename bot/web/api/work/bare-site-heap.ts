import { NotAllowed, NotFound } from '#bot/errors.ts';
import { decisionOf, defineHeap, type Heap } from './heap.ts';
import type { WorkPorts } from './work-ports.ts';

type BareSite = { readonly siteId: string; readonly siteName: string; readonly cases: number };

const lately = 90 * 86_400_000;

/** Sites of which nobody has written anything, those first that have most cases. */
export function createBareSiteHeap({ work }: WorkPorts): Heap {
  return defineHeap<BareSite>({
    kind: 'bare-sites',
    async find({ loaded, rights, now }) {
      const [cases, hidden] = await Promise.all([
        work.casesBySite(new Date(now.getTime() - lately)),
        work.decisions('bare-sites', now),
      ]);
      const told = new Set(
        loaded.notes
          .all()
          .filter(({ status }) => status !== 'archived')
          .flatMap(({ sites }) => sites),
      );
      return [...loaded.desk.sites.values()]
        .filter(({ id }) => !told.has(id) && !hidden.has(id) && rights.mayEditFolder(id))
        .map(({ id, name }) => ({ siteId: id, siteName: name, cases: cases.get(id) ?? 0 }))
        .sort((a, b) => b.cases - a.cases || a.siteName.localeCompare(b.siteName, 'sv'));
    },
    show: async (entries) => entries.map((entry) => ({ kind: 'bare-sites', id: entry.siteId, ...entry })),
    async decide(deciding, reader) {
      if (!reader.loaded.desk.sites.has(deciding.id)) throw new NotFound(`no site ${deciding.id}`);
      if (!reader.rights.mayEditFolder(deciding.id)) throw new NotAllowed(`may not edit ${deciding.id}`);
      await work.decide(decisionOf('bare-sites', deciding, reader));
      return null;
    },
  });
}
