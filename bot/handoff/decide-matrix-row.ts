import type { Desk } from '#bot/desk/desk.ts';
import type { DeskSettings, ResponsibilityRow } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { MatrixSuggestionReply } from '#bot/reply/matrix-suggestion-reply.ts';
import { matrixContractorOf, rowNumber } from '#bot/triage/responsibility-row.ts';
import type { Case } from './case.ts';
import { casesBehind } from './cases-behind.ts';
import { type HandoffContext, mayDispatch } from './context.ts';
import type { MatrixSuggestion } from './matrix-suggestion.ts';
import type { HandoffStores } from './stores.ts';

type Decided = Extract<MatrixSuggestionReply, { kind: 'matrix-decided' }>;

/**
 * A dispatcher says yes or no to a suggested row. Yes puts it into the matrix, before the row that gave those cases
 * to the contractor, with the dispatcher in the history. Null: no such suggestion, or not somebody who may.
 */
export async function decideMatrixRow(
  stores: HandoffStores,
  ctx: HandoffContext,
  { actor, id, decision }: { actor: Person; id: string; decision: 'approved' | 'dismissed' },
): Promise<Decided | null> {
  const suggestion = mayDispatch(actor) ? await stores.matrix.get(id) : null;
  if (suggestion === null) return null;
  if (suggestion.status !== 'open') return decidedBefore(suggestion, ctx);
  const evidence = await casesBehind(suggestion, stores.cases);
  const { desk } = ctx.loaded;
  const isOutdated = decision === 'approved' && placeOf(suggestion, evidence, desk.settings, desk) === null;
  const status = isOutdated ? 'outdated' : decision;
  // Decided first: of two who press at once, one goes on.
  const decided = await stores.matrix.decide({ id, status, byUpn: actor.upn, at: ctx.at });
  if (decided === null) return decidedBefore((await stores.matrix.get(id)) ?? suggestion, ctx);
  const { category, siteKind } = suggestion;
  const answer = { kind: 'matrix-decided', category, siteKind, before: null } as const;
  if (status !== 'approved') return { ...answer, decision: status, row: null };
  const row = await addRow(stores, ctx, { suggestion, evidence, actor });
  return { ...answer, decision: row === null ? 'outdated' : 'approved', row };
}

function decidedBefore(
  { category, siteKind, ...known }: MatrixSuggestion,
  { loaded }: HandoffContext,
): Decided {
  const { status, decidedBy } = known;
  const before = decidedBy === null ? null : (loaded.desk.people.get(decidedBy)?.name ?? decidedBy);
  const decision = status === 'open' ? 'dismissed' : status;
  return { kind: 'matrix-decided', decision, category, siteKind, row: null, before };
}

type Adding = {
  readonly suggestion: MatrixSuggestion;
  readonly evidence: readonly Case[];
  readonly actor: Person;
};

/** @returns its number from 1; null: the matrix no longer gives such cases to the contractor. */
async function addRow(
  { matrix }: HandoffStores,
  { loaded, at }: HandoffContext,
  { suggestion, evidence, actor }: Adding,
): Promise<number | null> {
  const places: number[] = [];
  await matrix.change({
    byUpn: actor.upn,
    at,
    change(settings) {
      const index = placeOf(suggestion, evidence, settings, loaded.desk);
      if (index === null) return null;
      places.push(index);
      return { ...settings, responsibility: settings.responsibility.toSpliced(index, 0, rowFor(suggestion)) };
    },
  });
  const place = places.at(-1);
  return place === undefined ? null : place + 1;
}

/** Right before the first row that gives such cases to the contractor: rows above it, narrower ones too, still win. */
function placeOf(
  { contractorId }: MatrixSuggestion,
  evidence: readonly Case[],
  settings: DeskSettings,
  desk: Desk,
): number | null {
  const now = { ...desk, settings };
  const winning = evidence
    .filter((item) => matrixContractorOf(now, item) === contractorId)
    .map((item) => rowNumber(now, item));
  return winning.length === 0 ? null : Math.min(...winning);
}

function rowFor({ category, siteKind }: MatrixSuggestion): ResponsibilityRow {
  return { category, site: null, area: null, siteKind, handledBy: 'local', contractor: null };
}
