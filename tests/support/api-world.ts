import { createDeskEditing } from '#adapters/storage/desk-editing.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createSuggestionDesk } from '#adapters/storage/suggestion-store.ts';
import { createWorkStore } from '#adapters/storage/work-store.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { Route } from '#bot/web/api/define-route.ts';
import { itemsOf, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import type { Note } from '#knowledge/note.ts';
import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { type ApiOnLoopback, startApi } from './api-on-loopback.ts';
import { openTestStorage } from './storage.ts';

/** A desk in a database of its own with the API's routes over it, as one process has them. */
export type ApiWorld = {
  readonly api: ApiOnLoopback;
  readonly opened: OpenStorage;
  readonly source: DeskSource;
  readonly editing: DeskEditing;
  readonly work: WorkStore;
  readonly suggestions: ReturnType<typeof createSuggestionDesk>;
  close(): Promise<void>;
};

export const worldNow = new Date('2026-11-23T08:15:00Z');

export async function openApiWorld(
  desk: Desk,
  notes: readonly Note[],
  routesOf: (world: Omit<ApiWorld, 'api' | 'close'>) => Route[],
  now: () => Date = () => worldNow,
): Promise<ApiWorld> {
  const opened = await openTestStorage();
  const items = itemsOf({
    settings: desk.settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()],
    technicians: [...desk.technicians.values()],
    notes,
  });
  const imported = new Map(items.map((item) => [keyOf(item), fingerprintOf(item)]));
  await opened.desk.applyChanges({ upsert: items, remove: [], imported, basedOn: '0' });
  const world = {
    opened,
    source: opened.deskSource((all) => createNoteSearch(all, { timezone: desk.settings.timezone })),
    editing: createDeskEditing(opened.database),
    work: createWorkStore(opened.database),
    suggestions: createSuggestionDesk(opened.database),
  };
  const api = await startApi({ routes: routesOf(world), deskSource: world.source, now });
  return {
    ...world,
    api,
    async close() {
      await api.close();
      await opened.close();
    },
  };
}
