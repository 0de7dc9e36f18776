import { localDate } from '#bot/desk/local-time.ts';
import { NotAllowed } from '#bot/errors.ts';
import { helpWindow } from '#bot/insights/helps/help.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import type { NoteFigures } from '../contract/insights-contract.ts';
import { type Asking, seesNotes } from './find-scope.ts';

const pageSize = 100;

/** Notes that the reader may read, by what became of them in the last 90 days; the most shown first. */
export async function noteFigures(
  store: InsightStore,
  { cursor, site }: { readonly cursor?: string | undefined; readonly site?: string | undefined },
  asking: Asking,
): Promise<NoteFigures> {
  if (!seesNotes(asking)) throw new NotAllowed('the figures of notes');
  const { loaded, rights, now } = asking;
  const { timezone } = loaded.desk.settings;
  const since = new Date(now.getTime() - helpWindow);
  const items = (await store.noteCounts(since)).flatMap((counts) => {
    const note = loaded.notes.get(counts.noteId);
    const folder = folderOf(counts.noteId);
    if (note === null || !rights.mayRead(note) || (site !== undefined && folder !== site)) return [];
    return [{ ...counts, title: note.title, siteId: loaded.desk.sites.has(folder) ? folder : null }];
  });
  const from = Math.max(Number.parseInt(cursor ?? '0', 10) || 0, 0);
  return {
    from: localDate(since, timezone),
    to: localDate(now, timezone),
    items: items.slice(from, from + pageSize),
    next: from + pageSize < items.length ? String(from + pageSize) : null,
  };
}
