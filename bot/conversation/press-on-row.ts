import { decideMatrixRow } from '#bot/handoff/decide-matrix-row.ts';
import { handoffContext } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import type { Stores } from './stores.ts';
import { alreadyHandled, type Outcome, outcomeOf, type Turn } from './turn.ts';

const decisions = { 'approve-row': 'approved', 'dismiss-row': 'dismissed' } as const;

export function isRowVerb(verb: Press['verb']): verb is keyof typeof decisions {
  return Object.hasOwn(decisions, verb);
}

/** A dispatcher's yes or no to a suggested row of the matrix. */
export async function pressOnRow(
  turn: Turn,
  stores: Stores,
  { verb, value }: Pick<Press, 'value'> & { readonly verb: keyof typeof decisions },
): Promise<Outcome> {
  const { person: actor } = turn;
  const pressed = { actor, id: value ?? '', decision: decisions[verb] };
  const decided = await decideMatrixRow(stores, handoffContext(turn), pressed);
  return decided === null ? alreadyHandled(turn) : outcomeOf(turn, { pressAnswer: decided, decision: null });
}
