import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import { simulatorTexts } from '#bot/i18n/simulator.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import type { SimulatedPerson } from './chat.ts';
import { objectIdOf } from './identities.ts';

/** So many sites are asked for a note on the first example; beyond, a large desk has found somebody long since. */
const askedSites = 60;

/** Lists them anew only after the desk has changed. */
export function createPeopleOfDesk(
  current: () => Promise<LoadedDesk>,
  now: () => Date,
): () => Promise<readonly SimulatedPerson[]> {
  const known = new WeakMap<LoadedDesk, readonly SimulatedPerson[]>();
  return async () => {
    const loaded = await current();
    const people = known.get(loaded) ?? toSimulatedPeople(loaded, now());
    known.set(loaded, people);
    return people;
  };
}

/** The desk's people as the simulator plays them. */
export function toSimulatedPeople(loaded: LoadedDesk, at: Date): readonly SimulatedPerson[] {
  // Only when somebody looks at the list: it asks the search for each site, which no start should wait for.
  let known: ReadonlySet<string> | null = null;
  const suggested = () => {
    known ??= suggestedPeople(loaded, at);
    return known;
  };
  return [...loaded.desk.people.values()].map((person) => toSimulatedPerson(person, loaded, suggested));
}

/** Whom to play first (UPNs): those for whom the page's first example finds a note, and the technician it would go to. */
function suggestedPeople(loaded: LoadedDesk, at: Date): ReadonlySet<string> {
  const examples = [...loaded.desk.sites.values()]
    .slice(0, askedSites)
    .flatMap((site) => exampleAt(site, loaded, at) ?? []);
  const good = new Map(examples.map((example) => [example.siteId, example]));
  const staff = [...loaded.desk.people.values()].filter((person) => good.has(onlyHome(person) ?? ''));
  const first = good.get(staff[0] ? (onlyHome(staff[0]) ?? '') : '');
  const technician = first ? technicianFor(first, loaded, at) : null;
  return new Set([...staff.map(({ upn }) => upn), ...(technician === null ? [] : [technician])]);
}

function onlyHome({ homeSiteIds, roles }: Person): string | null {
  const [home, ...others] = homeSiteIds;
  const handlesCases = roles.includes('technician') || roles.includes('dispatcher');
  return others.length === 0 && !handlesCases ? (home ?? null) : null;
}

type Example = { readonly siteId: string; readonly note: Note };

/** What the page's first example finds there, if it is a note of the site's own: so the bot is seen at its best. */
function exampleAt({ id, kind }: Site, { desk, notes }: LoadedDesk, at: Date): Example | null {
  const text = simulatorTexts[desk.settings.language].examples.staff[0] ?? '';
  const found = notes.search({ text, site: { id, kind }, audience: 'staff', at, limit: 1 })[0];
  return found?.note.sites.includes(id) ? { siteId: id, note: found.note } : null;
}

/** Who would get it. */
function technicianFor({ siteId, note }: Example, { desk }: LoadedDesk, at: Date): string | null {
  const question = { category: note.category, siteId, level: 'moderate', at } as const;
  const chosen = chooseResponsible(desk, {
    ...question,
    noteHandledBy: note.handledBy,
    openCases: new Map(),
  });
  return chosen?.kind === 'technician' ? chosen.id : null;
}

function toSimulatedPerson(
  person: Person,
  { desk }: LoadedDesk,
  suggested: () => ReadonlySet<string>,
): SimulatedPerson {
  const dispatches = person.roles.includes('dispatcher');
  return {
    aadObjectId: person.aadObjectId ?? objectIdOf(person.upn),
    name: person.name,
    title: person.title,
    handlesCases: dispatches || person.roles.includes('technician'),
    dispatches,
    get suggested() {
      return suggested().has(person.upn);
    },
    siteNames: person.homeSiteIds.flatMap((id) => desk.sites.get(id)?.name ?? []),
    listed: true,
  };
}
