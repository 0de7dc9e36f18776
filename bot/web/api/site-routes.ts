import { z } from 'zod';
import { apiTexts } from '#bot/i18n/api.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';
import { isStale } from '#knowledge/note-life.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { SiteBranch } from './contract/common-contract.ts';
import { defineRoute, type Route } from './define-route.ts';

export function createSiteRoutes(): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/sites',
      summary: 'The sites with how many notes each has, as a tree by parentId',
      access: 'open-tab',
      response: z.object({ items: z.array(SiteBranch) }),
      async handle({ loaded, rights, now, language }) {
        const { desk, notes } = loaded;
        const counts = countNotes(notes.all().filter(rights.mayRead), now, desk.settings.timezone);
        const branch = (id: string): Pick<SiteBranch, 'id' | 'notes' | 'stale' | 'mayEdit'> => ({
          id,
          ...(counts.get(id) ?? { notes: 0, stale: 0 }),
          mayEdit: rights.mayEditFolder(id),
        });
        const shared: SiteBranch = {
          ...branch(sharedFolder),
          name: apiTexts[language].everySite,
          kind: null,
          area: null,
          parentId: null,
        };
        const sites = [...desk.sites.values()].map(({ id, name, kind, area, parentId }) => ({
          ...branch(id),
          name,
          kind,
          area: area || null,
          parentId,
        }));
        return { items: [shared, ...sites] };
      },
    }),
  ];
}

type Count = { notes: number; stale: number };

/** By folder; archived ones are not counted. */
function countNotes(notes: readonly Note[], now: Date, timezone: string): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const note of notes) {
    if (note.status === 'archived') continue;
    const folder = folderOf(note.id);
    const count = counts.get(folder) ?? { notes: 0, stale: 0 };
    count.notes += 1;
    if (isStale(note, now, timezone)) count.stale += 1;
    counts.set(folder, count);
  }
  return counts;
}
