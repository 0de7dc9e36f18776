import type { PeopleRule } from '#bot/desk/desk-settings.ts';
import { createFinder, type DirectoryPerson } from '#bot/desk/directory-person.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { findIdentity } from './find-identity.ts';
import { createRuleMatcher, type RuleMatch } from './match-people-rules.ts';

export type PeopleBasis = {
  /** What the directory or the list says now. */
  readonly entries: readonly DirectoryEntry[];
  /** What the last sync kept. */
  readonly stored: readonly DirectoryPerson[];
  /** Whom the desk itself lists, as they stand there. */
  readonly listed: readonly Person[];
  readonly sites: readonly Site[];
  readonly rules: readonly PeopleRule[];
  /** The entries are some of the people only: nobody is taken to have left. */
  readonly partial: boolean;
  /** Those who left so many days ago are removed for good; null: nobody. */
  readonly forgetAfterDays: number | null;
  readonly now: Date;
};

/** Something for a person to look at; the sync goes on. */
export type PeopleConflict =
  /** Two entries with one object id or one upn: the first is taken. */
  | { readonly kind: 'twice'; readonly upn: string }
  /** The upn has been somebody else's: they are kept apart, under another name in the desk. */
  | { readonly kind: 'upn-reused'; readonly upn: string; readonly id: string }
  /** The desk itself says another site; that stays. */
  | {
      readonly kind: 'listed-elsewhere';
      readonly upn: string;
      readonly listed: readonly string[];
      readonly found: readonly string[];
    }
  /** Listed by the desk, and the directory has closed the account or has them no more. */
  | { readonly kind: 'listed-left'; readonly upn: string; readonly isTechnician: boolean }
  /** Several rules disagree; the first decided. */
  | { readonly kind: 'rules-disagree'; readonly upn: string; readonly rules: readonly number[] }
  /** The name in the directory could mean several sites. */
  | { readonly kind: 'ambiguous-site'; readonly upn: string; readonly sites: readonly string[] };

export type RuleCount = { readonly matched: number; readonly examples: readonly string[] };

export type PeoplePlan = {
  /** In the order of the rules. */
  readonly rules: readonly RuleCount[];
  readonly unmatched: readonly DirectoryEntry[];
  readonly counts: {
    readonly entries: number;
    readonly guests: number;
    readonly closed: number;
    readonly leftOut: number;
    /** Kept without an object id: Teams cannot tell who they are. */
    readonly withoutObjectId: number;
    readonly unchanged: number;
  };
  readonly add: readonly DirectoryPerson[];
  readonly update: readonly { readonly before: DirectoryPerson; readonly after: DirectoryPerson }[];
  /** As they will be kept: inactive. */
  readonly leave: readonly DirectoryPerson[];
  /** Among the updates: those who had a site and have none any more. */
  readonly losing: readonly DirectoryPerson[];
  readonly forget: readonly DirectoryPerson[];
  readonly conflicts: readonly PeopleConflict[];
  /** The part of those who were known that would leave or lose their site, from 0 to 1. */
  readonly vanishing: number;
};

const shownExamples = 3;
const day = 24 * 60 * 60_000;

/** Works out what a sync would do. Pure. */
export function planPeople(basis: PeopleBasis): PeoplePlan {
  const present = basis.entries.filter(({ enabled, guest }) => enabled && !guest);
  const { entries, twice } = withoutRepeats(present);
  const match = createRuleMatcher(basis.rules, basis.sites);
  const looked = entries.map((entry) => ({ entry, match: match(entry) }));
  const identify = findIdentity(basis.stored, basis.listed);
  const kept: DirectoryPerson[] = [];
  const conflicts: PeopleConflict[] = [...twice];
  for (const { entry, match: found } of looked) {
    if (found.outcome.kind === 'leave-out') continue;
    const { known, person, id, reused } = identify(entry);
    const siteIds = found.outcome.kind === 'sites' ? [...found.outcome.siteIds] : [];
    // Whom neither a site nor the desk nor an earlier sync asks for is nobody's business here.
    if (siteIds.length === 0 && known === null && person === null) continue;
    kept.push(toDirectoryPerson(entry, id, siteIds));
    conflicts.push(...conflictsOf(entry, found, person));
    if (reused) conflicts.push({ kind: 'upn-reused', upn: entry.upn, id });
  }
  const changes = compare(basis, kept);
  return {
    ...changes,
    rules: basis.rules.map((_, rule) => countRule(rule, looked)),
    unmatched: looked.flatMap(({ entry, match: { outcome } }) =>
      outcome.kind === 'unmatched' ? [entry] : [],
    ),
    counts: {
      entries: basis.entries.length,
      guests: basis.entries.filter(({ guest }) => guest).length,
      closed: basis.entries.filter(({ enabled, guest }) => !enabled && !guest).length,
      leftOut: looked.filter(({ match: { outcome } }) => outcome.kind === 'leave-out').length,
      withoutObjectId: kept.filter(({ objectId }) => objectId === null).length,
      unchanged: kept.length - changes.add.length - changes.update.length,
    },
    conflicts: [...listedWhoLeft(basis, kept, changes.leave), ...conflicts],
  };
}

/** Object ids are the names that never change, so they are looked at before upns. */
function withoutRepeats(entries: readonly DirectoryEntry[]) {
  const seen = new Set<string>();
  const kept: DirectoryEntry[] = [];
  const twice: PeopleConflict[] = [];
  for (const entry of entries) {
    const names = [entry.upn, entry.objectId ?? entry.upn];
    if (names.some((name) => seen.has(name))) twice.push({ kind: 'twice', upn: entry.upn });
    else kept.push(entry);
    for (const name of names) seen.add(name);
  }
  return { entries: kept, twice };
}

function toDirectoryPerson(entry: DirectoryEntry, id: string, siteIds: readonly string[]): DirectoryPerson {
  const { objectId, upn, name, department, office, language } = entry;
  return { id, objectId, upn, name, department, office, siteIds, language, inactiveSince: null };
}

function conflictsOf(entry: DirectoryEntry, found: RuleMatch, person: Person | null): PeopleConflict[] {
  const { outcome, others, ambiguous } = found;
  const { upn } = entry;
  const conflicts: PeopleConflict[] = [];
  if (ambiguous.length > 0) conflicts.push({ kind: 'ambiguous-site', upn, sites: ambiguous });
  if (outcome.kind !== 'sites') return conflicts;
  if (others.length > 0) conflicts.push({ kind: 'rules-disagree', upn, rules: [outcome.rule, ...others] });
  const listed = person?.homeSiteIds ?? [];
  if (listed.length > 0 && outcome.siteIds.some((id) => !listed.includes(id))) {
    conflicts.push({ kind: 'listed-elsewhere', upn, listed, found: outcome.siteIds });
  }
  return conflicts;
}

type Looked = { readonly entry: DirectoryEntry; readonly match: RuleMatch };

function countRule(rule: number, looked: readonly Looked[]): RuleCount {
  const matched = looked.filter(
    ({ match: { outcome } }) => outcome.kind !== 'unmatched' && outcome.rule === rule,
  );
  return { matched: matched.length, examples: matched.slice(0, shownExamples).map(({ entry }) => entry.upn) };
}

function compare(basis: PeopleBasis, kept: readonly DirectoryPerson[]) {
  const before = new Map(basis.stored.map((person) => [person.id, person]));
  const staying = new Set(kept.map(({ id }) => id));
  const add = kept.filter(({ id }) => !before.has(id));
  const update = kept.flatMap((after) => {
    const known = before.get(after.id);
    return known === undefined || isSame(known, after) ? [] : [{ before: known, after }];
  });
  const active = basis.stored.filter(({ inactiveSince }) => inactiveSince === null);
  const leave = basis.partial
    ? []
    : active
        .filter(({ id }) => !staying.has(id))
        // What tells where they worked is not needed any more.
        .map((gone) => ({ ...gone, department: null, office: null, inactiveSince: basis.now }));
  const losing = update
    .filter(({ before: { siteIds }, after }) => siteIds.length > 0 && after.siteIds.length === 0)
    .map(({ after }) => after);
  const vanishing = active.length === 0 ? 0 : (leave.length + losing.length) / active.length;
  return { add, update, leave, losing, forget: toForget(basis, staying), vanishing };
}

function toForget({ stored, forgetAfterDays, now }: PeopleBasis, staying: ReadonlySet<string>) {
  if (forgetAfterDays === null) return [];
  return stored.filter(
    ({ id, inactiveSince }) =>
      inactiveSince !== null &&
      !staying.has(id) &&
      now.getTime() - inactiveSince.getTime() >= forgetAfterDays * day,
  );
}

function isSame(a: DirectoryPerson, b: DirectoryPerson): boolean {
  const plain = ({ inactiveSince, ...rest }: DirectoryPerson) =>
    JSON.stringify([
      rest.upn,
      rest.objectId,
      rest.name,
      rest.department,
      rest.office,
      rest.siteIds,
      rest.language,
      inactiveSince === null,
    ]);
  return plain(a) === plain(b);
}

/** Whom the desk lists stays in the rota until somebody takes them out: so it is said, technicians first. */
function listedWhoLeft(
  basis: PeopleBasis,
  kept: readonly DirectoryPerson[],
  leave: readonly DirectoryPerson[],
) {
  const staying = new Set(kept.map(({ id }) => id));
  const before = basis.stored.filter(({ id, inactiveSince }) => inactiveSince !== null && !staying.has(id));
  const closed = basis.entries
    .filter(({ enabled, upn }) => !enabled && !staying.has(upn))
    .map((entry) => toDirectoryPerson(entry, entry.upn, []));
  const findGone = createFinder([...closed, ...leave, ...before]);
  return basis.listed
    .filter((person) => findGone(person) !== null)
    .map(({ upn, roles }) => ({
      kind: 'listed-left' as const,
      upn,
      isTechnician: roles.includes('technician'),
    }))
    .sort((a, b) => Number(b.isTechnician) - Number(a.isTechnician));
}
