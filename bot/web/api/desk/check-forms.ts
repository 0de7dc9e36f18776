import type { Desk } from '#bot/desk/desk.ts';
import { isDuration } from '#bot/desk/duration.ts';
import { isDay } from '#bot/desk/local-time.ts';
import type { Person } from '#bot/desk/person.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { findPasswords, findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';
import type { DeskTime } from '#bot/desk/service-hours.ts';
import type { Site } from '#bot/desk/site.ts';
import { spanOf } from '#bot/desk/spans.ts';
import type { Period, Technician } from '#bot/desk/technician.ts';
import type { DeskWords } from '#bot/i18n/api-desk.ts';
import { hoursVerdict } from '#knowledge/desk-folder/check/hours.ts';
import { siteColumns } from '#knowledge/desk-folder/schema/sites-csv.ts';

export type FormFault = { readonly path: string; readonly message: string };
type Looking = { readonly desk: Desk; readonly words: DeskWords };

/** What is wrong with a site as it would be stored, each with what to do. */
export function checkSite(site: Site, { desk, words }: Looking): FormFault[] {
  const { sites, people, settings } = desk;
  const others = new Map(sites).set(site.id, site);
  return [
    ...(site.area === '' ? [{ path: 'area', message: words.required }] : []),
    ...missing('contactUpn', [site.contactUpn], people, words.noPerson),
    ...missing('parentId', [site.parentId], sites, words.noSite),
    ...(isOwnAncestor(site, others) ? [{ path: 'parentId', message: words.ownParent }] : []),
    ...missing('dependsOn', site.dependsOn, others, words.noSite),
    ...(site.dependsOn.includes(site.id) ? [{ path: 'dependsOn', message: words.ownParent }] : []),
    ...checkHours('visitHours', site.visitHours, settings, words),
    ...site.closedDays
      .filter((text) => !isClosedDays(text))
      .map((text) => ({ path: 'closedDays', message: words.closedDays(text) })),
    ...checkFacts(site, words),
    ...checkSecrets(site, words),
  ];
}

function isOwnAncestor(site: Site, sites: ReadonlyMap<string, Site>): boolean {
  const seen = new Set<string>();
  let parent = site.parentId;
  while (parent !== null && !seen.has(parent)) {
    if (parent === site.id) return true;
    seen.add(parent);
    parent = sites.get(parent)?.parentId ?? null;
  }
  return false;
}

function isClosedDays(text: string): boolean {
  const [from = '', to = from, ...more] = text.split('/');
  return more.length === 0 && isDay(from) && isDay(to) && from <= to;
}

const passwordName = /l[öo]senord|password|passwd|passphrase|(?:^|[_ -])(?:pwd|pin|pinkod)(?:$|[_ -])/i;

/** A fact becomes a column of sites.csv, so its name cannot be one that is there already. */
function checkFacts({ facts }: Site, words: DeskWords): FormFault[] {
  return Object.keys(facts).flatMap((name) => {
    if (passwordName.test(name)) return [{ path: `facts.${name}`, message: words.password }];
    const isName = /^[\p{L}\p{N}][\p{L}\p{N}_ -]{0,59}$/u.test(name);
    return isName && !siteColumns.includes(name) ? [] : [{ path: 'facts', message: words.factName(name) }];
  });
}

/** Passwords and personal identity numbers in any text of it. */
export function checkSecrets(value: object, words: DeskWords): FormFault[] {
  return Object.entries(value).flatMap(([path, part]) => {
    const texts = textsIn(part);
    const hasPassword = texts.some((text) =>
      findPasswords(text).some(({ certainty }) => certainty === 'certain'),
    );
    const hasNumber = texts.some((text) => findPersonalIdentityNumbers(text).length > 0);
    return [
      ...(hasPassword ? [{ path, message: words.password }] : []),
      ...(hasNumber ? [{ path, message: words.identityNumber }] : []),
    ];
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What is wrong with a person as they would be stored, each with what to do. */
export function checkPerson(person: Person, { desk, words }: Looking): FormFault[] {
  const areas = new Set([...desk.sites.values()].map(({ area }) => area));
  const places = new Map([...desk.sites.keys(), ...areas, '*'].map((id) => [id, true]));
  const isServing = desk.technicians.has(person.upn) && !person.roles.includes('technician');
  const isLanguage = person.language === null || /^[a-z]{2}$/.test(person.language);
  return [
    ...missing('homeSiteIds', person.homeSiteIds, desk.sites, words.noSite),
    ...missing('edits', person.edits ?? [], places, words.noPlace),
    ...(isServing ? [{ path: 'roles', message: words.inUse.technician }] : []),
    ...(isLanguage ? [] : [{ path: 'language', message: words.language }]),
    ...(leavesNoAdmin(person.upn, person, desk) ? [{ path: 'roles', message: words.lastAdmin }] : []),
    ...checkSecrets(person, words),
  ];
}

/** Whether nobody could look after the desk any more if that person were so (null: gone). */
export function leavesNoAdmin(upn: string, after: Person | null, { people }: Desk): boolean {
  const wasAdmin = people.get(upn)?.roles.includes('admin') ?? false;
  if (!wasAdmin || after?.roles.includes('admin')) return false;
  return ![...people.values()].some((other) => other.upn !== upn && other.roles.includes('admin'));
}

export function checkTechnician(technician: Technician, { desk, words }: Looking): FormFault[] {
  const { upn, deputy } = technician;
  const person = desk.people.get(upn);
  const areas = new Map([...desk.sites.values()].map(({ area }) => [area, true]));
  const lacksRole = person !== undefined && !person.roles.includes('technician');
  return [
    ...missing('upn', [upn], desk.people, words.noPerson),
    ...(lacksRole ? [{ path: 'upn', message: words.notTechnicianRole(person.name) }] : []),
    ...missing('areas', technician.areas, areas, words.noArea),
    ...missing('sites', technician.sites, desk.sites, words.noSite),
    ...(deputy === upn ? [{ path: 'deputy', message: words.ownDeputy }] : []),
    ...(deputy === upn ? [] : missing('deputy', [deputy], desk.technicians, words.noTechnician)),
    ...(technician.duty === '' ? [{ path: 'duty', message: words.required }] : []),
    ...checkHours('duty', technician.duty === '' ? null : technician.duty, desk.settings, words),
    ...checkHours('onCall', technician.onCall, desk.settings, words),
    ...checkPeriods('shifts', technician.shifts, desk.settings, words),
    ...checkPeriods('absences', technician.absences, desk.settings, words),
    ...checkSecrets(technician, words),
  ];
}

function checkPeriods(
  path: string,
  periods: readonly Period[],
  time: DeskTime,
  words: DeskWords,
): FormFault[] {
  return periods.flatMap((period, index) => {
    const span = spanOf(period, time);
    const isRight = span !== null && span.from < span.to;
    return isRight ? [] : [{ path: `${path}.${index}`, message: words.period }];
  });
}

export function checkHours(path: string, spec: string | null, time: DeskTime, words: DeskWords): FormFault[] {
  if (spec === null) return [];
  const { problem, readAs } = hoursVerdict(spec, time);
  if (problem !== null) return [{ path, message: words.hours(spec) }];
  return readAs === null ? [] : [{ path, message: words.hoursGuessed(spec, readAs) }];
}

/** `2d` of a known priority. */
export function checkPromise(
  path: string,
  promise: Readonly<Record<string, string>>,
  words: DeskWords,
): FormFault[] {
  return Object.entries(promise).flatMap(([level, text]) => {
    if (!priorityLevels.some((known) => known === level))
      return [{ path, message: words.promiseLevel(level) }];
    const isRight = text.trim() === '' || (isDuration(text) && !/^0+\D$/.test(text.trim()));
    return isRight ? [] : [{ path: `${path}.${level}`, message: words.promise(text) }];
  });
}

export function missing(
  path: string,
  ids: readonly (string | null)[],
  known: ReadonlyMap<string, unknown>,
  say: (id: string) => string,
): FormFault[] {
  return ids
    .filter((id): id is string => id !== null && !known.has(id))
    .map((id) => ({ path, message: say(id) }));
}
