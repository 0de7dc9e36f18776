import type { Case } from '#bot/handoff/case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import { joinIncident } from '#bot/handoff/incident.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState, Report } from './conversation-state.ts';
import type { Stores } from './stores.ts';
import { matterOfCase, type Outcome, outcomeOf, type Turn } from './turn.ts';

/** A second report of one outage: the person hears at once that it is known, and all that follows. */
export async function joinKnownCase(
  turn: Turn,
  stores: Stores,
  parts: { ctx: HandoffContext; state: ConversationState; known: Case; triage: Triage; report: Report },
): Promise<Outcome | null> {
  const { ctx, state, known, triage, report } = parts;
  const input = { caseId: known.id, requester: turn.person, triage, report };
  const joined = await joinIncident(stores, ctx, input);
  if (joined === null || joined.case === null || joined.view === null) return null;
  const reporters = 1 + joined.case.reporterUpns.length;
  const announcement = joined.case.announcement?.text ?? null;
  return outcomeOf(turn, {
    state,
    replies: [{ kind: 'joined', case: joined.view, reporters, announcement }],
    decision: 'hand-off',
    triage,
    matter: matterOfCase(joined.case),
    caseEffect: 'joined',
    caseId: joined.case.id,
    deliveryIds: joined.deliveryIds,
  });
}
