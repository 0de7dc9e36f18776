import { localDate } from '#bot/desk/local-time.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { messages } from '#bot/i18n/messages.ts';
import { helpWindow } from '#bot/insights/helps/help.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import type { NoteCases, NoteFigures } from '../contract/insights-contract.ts';
import { type Asking, seesNotes } from './find-scope.ts';
import { listCasesOfNote } from './list-cases.ts';

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

/** The cases that one of those notes was shown before. @throws NotFound for a note that the reader may not read */
export async function noteCases(
  store: InsightStore,
  { noteId, cursor }: { readonly noteId: string; readonly cursor?: string | undefined },
  asking: Asking,
): Promise<NoteCases> {
  const { loaded, rights, now, language } = asking;
  const note = loaded.notes.get(noteId);
  if (note === null || !rights.mayRead(note)) throw new NotFound(`no note ${noteId}`);
  const { timezone } = loaded.desk.settings;
  const since = new Date(now.getTime() - helpWindow);
  const { items, next } = await listCasesOfNote(store, { noteId, since, cursor }, asking);
  const names = messages(language).words.category;
  return {
    ...{ noteId, title: note.title, next },
    from: localDate(since, timezone),
    to: localDate(now, timezone),
    items: items.map((item) => ({ ...item, category: names[item.category] })),
  };
}
