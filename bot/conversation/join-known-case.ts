import type { Case } from '#bot/handoff/case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import { join } from '#bot/handoff/requester-actions.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState } from './conversation-state.ts';
import type { Stores } from './stores.ts';
import { matterOfCase, type Outcome, outcomeOf, type Turn } from './turn.ts';

/** A second report of one outage: the person hears at once that it is known, and all that follows. */
export async function joinKnownCase(
  turn: Turn,
  stores: Stores,
  parts: { ctx: HandoffContext; state: ConversationState; known: Case; triage: Triage },
): Promise<Outcome | null> {
  const { ctx, state, known, triage } = parts;
  const joined = await join(stores, ctx, { caseId: known.id, actor: turn.person, text: turn.text });
  if (!joined.done || joined.case === null || joined.view === null) return null;
  const reporters = 1 + joined.case.reporterUpns.length;
  return outcomeOf(turn, {
    state,
    replies: [{ kind: 'joined', case: joined.view, reporters }],
    decision: 'hand-off',
    triage,
    matter: matterOfCase(joined.case),
    caseEffect: 'joined',
    caseId: joined.case.id,
    deliveryIds: joined.deliveryIds,
  });
}
