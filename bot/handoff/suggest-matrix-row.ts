import type { Desk } from '#bot/desk/desk.ts';
import type { MatrixSuggestionReply } from '#bot/reply/matrix-suggestion-reply.ts';
import type { Case } from './case.ts';
import { casesBehind } from './cases-behind.ts';
import { dispatchersOf, type HandoffContext, type Work } from './context.ts';
import { staysOf } from './contractor-stays.ts';
import { findBouncePattern } from './find-bounce-pattern.ts';
import { type MatrixSuggestion, suggestionWindow } from './matrix-suggestion.ts';
import { languageOfColleague, tellPerson } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

/** On a card; the counts are of all. */
const mostShown = 6;

/**
 * A case has come back from a contractor. When most of its kind do, a row for the matrix is suggested to the
 * dispatchers, once; nothing changes until one of them says yes.
 */
export async function suggestMatrixRow(work: Work, item: Case, contractorId: string): Promise<void> {
  const { stores, ctx } = work;
  const since = new Date(ctx.at.getTime() - suggestionWindow);
  const pattern = findBouncePattern({
    contractorId,
    item,
    since,
    cases: await stores.cases.withContractor({ since, category: item.category }),
    desk: ctx.loaded.desk,
    noteOf: (id) => ctx.loaded.notes.get(id),
    known: await stores.matrix.recent(since),
  });
  if (pattern === null) return;
  const { category, siteKind, tickets, bounced } = pattern;
  const newest = bounced.toReversed();
  const suggestion: MatrixSuggestion = {
    id: ctx.newId(),
    ...{ contractorId, category, siteKind },
    at: ctx.at,
    bounced: bounced.length,
    tickets: tickets.length,
    caseIds: newest.map(({ id }) => id),
    status: 'open',
    decidedBy: null,
    decidedAt: null,
  };
  if (await stores.matrix.add(suggestion)) await ask(work, suggestion, newest);
}

/** Those that nobody has decided on, newest first, as a dispatcher sees them. */
export async function openSuggestions(
  { matrix, cases }: Pick<HandoffStores, 'matrix' | 'cases'>,
  { at, loaded }: HandoffContext,
): Promise<ReturnType<typeof viewSuggestion>[]> {
  const open = (await matrix.recent(at)).filter(({ status }) => status === 'open').slice(0, mostShown);
  return Array.fromAsync(open, async (suggestion) =>
    viewSuggestion(suggestion, await casesBehind(suggestion, cases), loaded.desk),
  );
}

async function ask(work: Work, suggestion: MatrixSuggestion, cases: readonly Case[]): Promise<void> {
  const content = viewSuggestion(suggestion, cases, work.ctx.loaded.desk);
  for (const { upn } of dispatchersOf(work.ctx))
    await tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
}

/** `cases`: those behind it that can still be read, newest first. */
function viewSuggestion(
  suggestion: MatrixSuggestion,
  cases: readonly Case[],
  desk: Desk,
): Extract<MatrixSuggestionReply, { kind: 'matrix-suggestion' }> {
  const { id, contractorId, category, siteKind, bounced, tickets } = suggestion;
  const contractor = desk.settings.contractors.find((known) => known.id === contractorId);
  return {
    kind: 'matrix-suggestion',
    id,
    contractor: contractor?.name ?? contractorId,
    ...{ category, siteKind, bounced, tickets },
    cases: cases.slice(0, mostShown).map((item) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      siteName: item.siteId === null ? null : (desk.sites.get(item.siteId)?.name ?? null),
      reason: bounceBy(item, contractorId)?.reason ?? 'other',
      words: bounceBy(item, contractorId)?.words ?? null,
    })),
  };
}

function bounceBy(item: Case, contractorId: string) {
  return staysOf(item).findLast((stay) => stay.contractorId === contractorId && stay.bounce !== undefined)
    ?.bounce;
}
