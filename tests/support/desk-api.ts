import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { createApiRoutes } from '#bot/web/api/api-routes.ts';
import { itemsOf, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { type ApiOnLoopback, startApi } from './api-on-loopback.ts';
import { apiPorts } from './api-ports.ts';
import { person, site, smallDesk, upns } from './small-desk.ts';
import { openTestStorage } from './storage.ts';

/** Who looks after notes at the small desk. */
export const editors = {
  /** Edits solen, their home site. */
  ella: 'ella@desk.example',
  /** Edits the area norra: solen and kontoret. */
  nora: 'nora@desk.example',
  /** Edits everything. */
  alma: 'alma@desk.example',
  reader: 'reader@desk.example',
  admin: 'admin@desk.example',
};

export function editedDesk(): Desk {
  const { ella, nora, alma, reader, admin } = editors;
  return smallDesk({
    sites: [
      site('solen'),
      site('skolan', { kind: 'school', area: 'sodra' }),
      site('kontoret', { kind: 'office', facts: {} }),
    ],
    people: [
      person(upns.anna, { roles: ['technician'] }),
      person(upns.bo, { roles: ['technician'] }),
      person(upns.cia, { roles: ['technician'] }),
      person(upns.dispatcher, { roles: ['dispatcher'] }),
      person(upns.eva),
      person(ella, { roles: ['editor'] }),
      person(nora, { roles: ['editor'], edits: ['norra'] }),
      person(alma, { roles: ['editor'], edits: ['*'] }),
      person(reader, { roles: ['reader'] }),
      person(admin, { roles: ['admin'] }),
    ],
  });
}

export type DeskApi = ApiOnLoopback & {
  readonly opened: OpenStorage;
  readonly source: DeskSource;
  /** What the API takes the time to be. */
  readonly clock: { at: Date };
};

/** The whole API over a real database with the small desk and these notes. */
export async function startDeskApi(
  notes: readonly Note[],
  given: { opened?: OpenStorage } = {},
): Promise<DeskApi> {
  const opened = given.opened ?? (await openTestStorage());
  await importDesk(opened, editedDesk(), notes);
  const source = opened.deskSource((all, { settings }) =>
    createNoteSearch(all, { timezone: settings.timezone }),
  );
  const clock = { at: new Date('2026-11-23T08:15:00Z') };
  const { editing, review, work, images } = opened;
  const api = await startApi({
    routes: createApiRoutes(
      apiPorts({
        editing,
        review,
        work,
        images,
        cases: opened.storage.stores.cases,
        understanding: { triage: createTriage({ chooseResponsible }) },
        chooseResponsible,
      }),
    ),
    deskSource: source,
    now: () => clock.at,
  });
  return {
    ...api,
    opened,
    source,
    clock,
    close: async () => {
      await api.close();
      await opened.close();
    },
  };
}

async function importDesk(opened: OpenStorage, desk: Desk, notes: readonly Note[]): Promise<void> {
  const upsert = itemsOf({
    settings: desk.settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()],
    technicians: [...desk.technicians.values()],
    notes,
  });
  const imported = new Map(upsert.map((item) => [keyOf(item), fingerprintOf(item)]));
  const { revision: basedOn } = await opened.desk.load();
  await opened.desk.applyChanges({ upsert, remove: [], imported, basedOn });
}
