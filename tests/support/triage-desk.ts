import type { Desk } from '#bot/desk/desk.ts';
import { type Person, unlistedPerson } from '#bot/desk/person.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { Triage, TriageRequest } from '#bot/triage/triage-result.ts';

/** Somebody with these home sites, whom the desk need not list. */
export function staffAt(...homeSiteIds: string[]): Person {
  const person = unlistedPerson({ upn: 'kim.ek@ekbacken.example', aadObjectId: null, name: 'Kim Ek' });
  return { ...person, homeSiteIds };
}

/** Triages a message on a weekday morning; anything of the request may be given. */
export function triageOn(loaded: LoadedDesk, text: string, overrides: Partial<TriageRequest> = {}): Triage {
  const triage = createTriage({ chooseResponsible });
  const request: TriageRequest = {
    text,
    from: staffAt('solrosen'),
    at: new Date('2026-11-24T10:15:00+01:00'),
    siteId: null,
    shownNoteIds: [],
    ...overrides,
  };
  return triage(request, loaded, new Map());
}

/** The same desk without notes. */
export function withoutNotes({ desk }: { desk: Desk }): LoadedDesk {
  return { desk, notes: { search: () => [], get: () => null, all: () => [] } };
}
