import type { Desk } from '#bot/desk/desk.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';

/** The desk and its notes as they are now. Cheap to call for every message: it reloads only after a change. */
export type DeskSource = { current(): Promise<LoadedDesk> };

export type LoadedDesk = {
  readonly desk: Desk;
  readonly notes: NoteSearch;
};
