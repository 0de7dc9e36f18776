import type { Person } from '#bot/desk/person.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { CaseView, PartyView, WhenView } from '#bot/reply/reply.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { waitsForAnswer } from './answer-by.ts';
import { buildPacket, type ReportData } from './build-packet.ts';
import type { Case } from './case.ts';
import { caseTitle } from './case-title.ts';
import { viewCase } from './case-views.ts';
import { record } from './change-case.ts';
import { chooseWithKnowledge } from './choose-for-case.ts';
import { type HandoffContext, startWork } from './context.ts';
import { acknowledgeBy } from './offer.ts';
import { placeCase } from './place-case.ts';
import type { HandoffStores, NewCase } from './stores.ts';
import { untouched } from './untouched.ts';
import { watchClocksLater } from './watch-clocks.ts';

export type OpenCaseInput = {
  readonly requester: Person;
  readonly triage: Triage;
  readonly report: ReportData;
  /** Where the requester wrote: notices go there when no chat of their own is known. */
  readonly conversation: ConversationAddress;
};

export type OpenedCase = {
  readonly case: Case;
  /** For the requester's `handed-off` reply. */
  readonly view: CaseView;
  /** Null when the desk has nobody at all. */
  readonly to: PartyView | null;
  readonly when: WhenView;
  /** To be sent right after the commit. */
  readonly deliveryIds: readonly string[];
};

/**
 * Opens a case and puts it in somebody's hands: the case, its history, the offer or the contractor's job, and
 * the cards, all in the caller's transaction.
 */
export async function openCase(
  stores: HandoffStores,
  ctx: HandoffContext,
  input: OpenCaseInput,
): Promise<OpenedCase> {
  const work = startWork(stores, ctx);
  const responsible = await chooseWithKnowledge(stores.cases, ctx, input.triage);
  const triage = { ...input.triage, responsible };
  const created = await stores.cases.create(draftCase(ctx, { ...input, triage }));
  await record(work, created.id, 'opened', input.requester.upn, {
    conversation: input.conversation,
    responsible: responsible?.id ?? null,
    ...(input.report.reportedBy ? { reportedBy: input.report.reportedBy.upn } : {}),
  });
  const placed = await placeCase(work, created, responsible);
  await watchClocksLater(work, placed);
  const seen = viewCase(placed, ctx.loaded.desk, ctx.at);
  const view = waitsForAnswer(seen) ? { ...seen, answerBy: acknowledgeBy(placed, ctx).toISOString() } : seen;
  return {
    case: placed,
    view,
    to: view.offeredTo,
    when: view.when ?? { kind: 'now' },
    deliveryIds: work.deliveryIds,
  };
}

function draftCase(ctx: HandoffContext, { requester, triage, report }: OpenCaseInput): NewCase {
  const siteId = triage.site.id !== null && ctx.loaded.desk.sites.has(triage.site.id) ? triage.site.id : null;
  const packet = buildPacket(ctx, { requester, triage, report, siteId });
  return {
    ...untouched,
    id: ctx.newId(),
    state: 'new',
    type: triage.type,
    priority: triage.priority,
    category: triage.category.id ?? 'other',
    siteId,
    requesterUpn: requester.upn,
    replyLanguage: triage.replyLanguage,
    title: caseTitle(report.words[0] ?? triage.text, packet.device ?? triage.category.id ?? 'other'),
    packet,
    createdAt: ctx.at,
  };
}
