import { readConfig } from '#bot/config.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { retentionDays } from '#bot/desk/retention.ts';
import type { PaperNames } from '#bot/privacy/render-case.ts';
import type { KeptDays } from '#bot/privacy/retention-words.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { CommandStorage } from '../command-context.ts';

export type DeskBasis = {
  readonly desk: Desk;
  readonly deskName: string;
  readonly days: KeptDays;
  readonly at: Date;
};

/** The desk, and how long it keeps things. @throws NotFound when there is no desk yet. */
export async function readDeskBasis({ deskSource }: Pick<CommandStorage, 'deskSource'>): Promise<DeskBasis> {
  const source = deskSource((notes, { settings }) =>
    createNoteSearch(notes, { timezone: settings.timezone }),
  );
  const { desk } = await source.current();
  const files = readConfig().keepFilesForDays;
  return {
    desk,
    deskName: desk.settings.name,
    days: { ...retentionDays(desk.settings.retention), files },
    at: new Date(),
  };
}

/** What its papers call things. A site that is gone keeps its id. */
export function namesIn({ sites, settings }: Desk): PaperNames {
  return { nameOfSite: (id) => sites.get(id)?.name ?? id, timezone: settings.timezone };
}
