import type { Desk } from '#bot/desk/desk.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import { matrixContractorOf } from '#bot/triage/responsibility-row.ts';
import type { Note } from '#knowledge/note.ts';
import type { Case } from './case.ts';
import { staysOf } from './contractor-stays.ts';
import type { BounceKind, MatrixSuggestion } from './matrix-suggestion.ts';

/** Fewer could be chance. */
const fewest = 3;

/** Cases of a kind that a contractor got, and those of them that came back. */
export type BouncePattern = BounceKind & {
  readonly tickets: readonly Case[];
  readonly bounced: readonly Case[];
};

type Asked = {
  readonly contractorId: string;
  /** Of one category, all that a contractor has had lately. */
  readonly cases: readonly Case[];
  /** The case that has just come back. */
  readonly item: Case;
  readonly since: Date;
  readonly desk: Desk;
  readonly noteOf: (id: string) => Note | null;
  /** Open ones, and those that somebody has said no to lately. */
  readonly known: readonly MatrixSuggestion[];
};

/**
 * The kind of cases to which the one that came back belongs, when most of that kind come back: at least three, and
 * more than half. The whole category where that is so at every kind of site, else the kind of site. Null: no such
 * pattern, or somebody was asked about it. A duplicate is no evidence, nor what a note or nobody's row sent there.
 */
export function findBouncePattern(asked: Asked): BouncePattern | null {
  const { contractorId, item, desk, known } = asked;
  const tickets = asked.cases.filter((one) => isTicket(one, asked));
  const byKind = Map.groupBy(tickets, (one) => kindOf(one, desk));
  const own = kindOf(item, desk);
  const { category } = item;
  const asks = known.filter((one) => one.contractorId === contractorId && one.category === category);
  const tell = (siteKind: SiteKind | null, of: readonly Case[]): BouncePattern => ({
    ...{ contractorId, category, siteKind },
    tickets: of,
    bounced: of.filter((one) => isBounced(one, asked)),
  });
  const wide = tell(null, tickets);
  const isEverywhere =
    byKind.size > 1 && [...byKind.values()].every((of) => isMost(of.length, tell(null, of)));
  if (asks.length === 0 && isEverywhere && isPattern(wide)) return wide;
  const narrow = tell(own, byKind.get(own) ?? []);
  const isAsked = asks.some(({ siteKind }) => siteKind === null || siteKind === own);
  return own !== null && !isAsked && isPattern(narrow) ? narrow : null;
}

function isPattern(pattern: BouncePattern): boolean {
  return pattern.bounced.length >= fewest && isMost(pattern.tickets.length, pattern);
}

function isMost(tickets: number, { bounced }: BouncePattern): boolean {
  return bounced.length * 2 > tickets;
}

function kindOf({ siteId }: Case, desk: Desk): SiteKind | null {
  return siteId === null ? null : (desk.sites.get(siteId)?.kind ?? null);
}

/** They got it lately, and by a row of the matrix that still stands: another row would change that. */
function isTicket(one: Case, { contractorId, since, desk, noteOf, item }: Asked): boolean {
  if (one.category !== item.category) return false;
  const got = staysOf(one).some((stay) => stay.contractorId === contractorId && stay.from >= since);
  const note = one.packet.notesShown.map((id) => noteOf(id)?.handledBy ?? null).find(Boolean);
  return got && !note && matrixContractorOf(desk, one) === contractorId;
}

function isBounced(one: Case, { contractorId, since }: Asked): boolean {
  return staysOf(one).some(
    ({ contractorId: id, bounce }) =>
      id === contractorId && bounce !== undefined && bounce.at >= since && bounce.reason !== 'duplicate',
  );
}
