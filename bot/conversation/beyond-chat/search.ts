import { viewNote } from '#bot/answers/note-view.ts';
import type { Person } from '#bot/desk/person.ts';
import { viewCase } from '#bot/handoff/case-views.ts';
import { forCompany } from '#bot/handoff/for-company.ts';
import type { SearchAnswer, SharedItem } from '#bot/reply/beyond-chat.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import type { AskingSite, NoteQuery } from '#knowledge/search/note-search.ts';
import { mayBeFound } from '#knowledge/search/rank/may-be-found.ts';
import { identify } from '../identify.ts';
import { nameOfSite } from '../open-reply.ts';
import { triageFor } from './open-form.ts';
import { type BeyondPorts, languageOfPresser, type SearchRequest } from './ports.ts';

/** Older cases are nobody's news. */
const casesOfDays = 180;
const longestWords = 200;
const mostPerPage = 25;
/** Nobody leafs further than this. */
const mostSkipped = 500;

/**
 * The searcher's own cases, or notes for staff: what is found is put into chats where others read it, so that nothing
 * for fewer eyes may be among it, whoever searches.
 */
export async function search(ports: BeyondPorts, request: SearchRequest): Promise<SearchAnswer> {
  const loaded = await ports.deskSource.current();
  const language = languageOfPresser(request.locale, loaded.desk.settings.language);
  if (request.from.aadObjectId === null)
    return { kind: 'search-refused', language, reason: 'unknown-searcher', reference: null };
  const person = identify(request.from, loaded.desk);
  const words = request.words.trim().slice(0, longestWords);
  const skip = Math.min(Math.max(0, request.skip), mostSkipped);
  const take = Math.min(Math.max(1, request.take), mostPerPage);
  const asked = { person, words, at: request.at, limit: skip + take };
  const items =
    request.what === 'my-cases' ? await findCases(ports, loaded, asked) : findNotes(ports, loaded, asked);
  const page = items.slice(skip, skip + take);
  return { kind: 'found', language, what: request.what, byWords: words !== '', items: page };
}

type Asked = {
  readonly person: Person;
  readonly words: string;
  readonly at: Date;
  readonly limit: number;
};

/** Those that the person opened: the title of one that they only joined is somebody else's words. */
async function findCases(
  { storage }: BeyondPorts,
  { desk }: LoadedDesk,
  { person, words, at }: Asked,
): Promise<SharedItem[]> {
  const since = new Date(at.getTime() - casesOfDays * 86_400_000);
  const cases = await storage.stores.cases.casesOf(person.upn, since);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return cases
    .filter(({ requesterUpn }) => requesterUpn === person.upn)
    .flatMap((item): SharedItem[] => {
      const view = viewCase(item, desk, at);
      const said = `${view.number} ${view.title} ${view.siteName ?? ''}`.toLowerCase();
      if (!wanted.every((word) => said.includes(word))) return [];
      const shared = forCompany({ kind: 'detail-added', case: view });
      return shared?.kind === 'detail-added' ? [{ kind: 'case', case: shared.case }] : [];
    });
}

function findNotes(ports: BeyondPorts, loaded: LoadedDesk, asked: Asked): SharedItem[] {
  const notes = asked.words === '' ? latestNotes(loaded, asked) : notesAbout(ports, loaded, asked);
  // The search never gives a technician's note to staff; what is shared is looked at once more.
  return notes
    .filter(({ audience }) => audience === 'staff')
    .map((note) => ({
      kind: 'note',
      note: viewNote(note, loaded.desk, asked.at),
      siteName: note.sites.length === 1 ? nameOfSite(note.sites[0] ?? null, loaded.desk) : null,
    }));
}

/** As Vaktis would look for them in its own chat: at the site that the words name, else at the person's own. */
function notesAbout(ports: BeyondPorts, loaded: LoadedDesk, { person, words, at, limit }: Asked): Note[] {
  const { site } = triageFor(ports, { text: words, person, loaded, at });
  const query: NoteQuery = {
    text: words,
    site: askingSite(site.id ?? person.homeSiteIds[0] ?? null, loaded),
    audience: 'staff',
    at,
    limit,
  };
  return loaded.notes.search(query).map(({ note }) => note);
}

/** The own site's before those for all, those that were confirmed last first. */
function latestNotes({ desk, notes }: LoadedDesk, { person, at }: Asked): Note[] {
  const sites = person.homeSiteIds.length > 0 ? person.homeSiteIds : [null];
  const may = (note: Note) =>
    sites.some((id) => {
      const site = askingSite(id, { desk, notes });
      return mayBeFound(note, { text: '', site, audience: 'staff', at, limit: 1 }, desk.settings.timezone);
    });
  return notes
    .all()
    .filter(may)
    .sort(
      (a, b) =>
        Number(b.sites.length > 0) - Number(a.sites.length > 0) ||
        (b.lastVerified ?? '').localeCompare(a.lastVerified ?? '') ||
        a.title.localeCompare(b.title, 'sv'),
    );
}

function askingSite(id: string | null, { desk }: LoadedDesk): AskingSite | null {
  const site = id === null ? undefined : desk.sites.get(id);
  return site ? { id: site.id, kind: site.kind, name: site.name, aliases: site.aliases } : null;
}
