import { technicianActions } from '#bot/handoff/technician-actions.ts';
import { pressOfDispatcher } from './dispatch-talk.ts';
import { handoffContext } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import { isRowVerb, pressOnRow } from './press-on-row.ts';
import type { Stores } from './stores.ts';
import { addToCase, callOff, itWorks, listAssigned, takeUpAgain, tellStatus } from './talk-about-case.ts';
import { pressOnAbsence } from './tell-absence.ts';
import { alreadyHandled, type Outcome, outcomeOf, type Turn } from './turn.ts';

/** A button on a case's card: its requester's, or whoever works on it. The use-cases check who may. */
export async function pressOnCase(turn: Turn, stores: Stores, press: Press): Promise<Outcome> {
  const { verb, caseId } = press;
  if (verb === 'my-cases') return listAssigned(turn, stores);
  if (verb === 'confirm-absence' || verb === 'back-at-work') return pressOnAbsence(turn, stores, press);
  if (isRowVerb(verb)) return pressOnRow(turn, stores, { verb, value: press.value });
  const dispatched = await pressOfDispatcher(turn, stores, press);
  if (dispatched !== null) return dispatched;
  if (caseId === null) return verb === 'status' ? tellStatus(turn, stores) : alreadyHandled(turn);
  return isTechnicianVerb(verb)
    ? byTechnician(turn, stores, { ...press, verb, caseId })
    : byRequester(turn, stores, { ...press, caseId });
}

type ActionVerb = keyof typeof technicianActions;

function isTechnicianVerb(verb: Press['verb']): verb is ActionVerb {
  return Object.hasOwn(technicianActions, verb);
}

async function byTechnician(
  turn: Turn,
  stores: Stores,
  press: Press & { verb: ActionVerb; caseId: string },
): Promise<Outcome> {
  const { verb, ...rest } = press;
  const result = await technicianActions[verb](stores, handoffContext(turn), { ...rest, actor: turn.person });
  return outcomeOf(turn, {
    pressAnswer: result.answer,
    decision: null,
    caseEffect: result.done ? 'updated' : 'unchanged',
    deliveryIds: result.deliveryIds,
  });
}

async function byRequester(turn: Turn, stores: Stores, press: Press & { caseId: string }): Promise<Outcome> {
  const about = turn.cases.find((known) => known.id === press.caseId);
  if (about === undefined) return alreadyHandled(turn);
  switch (press.verb) {
    case 'cancel-case':
      return callOff(turn, stores, about);
    case 'confirm-resolved':
      return itWorks(turn, stores, about);
    case 'not-resolved':
      return takeUpAgain(turn, stores, about);
    case 'answer-question':
      return press.text?.trim()
        ? addToCase(turn, stores, turn.triage({ text: press.text ?? '' }), about)
        : tellStatus(turn, stores);
    default:
      return tellStatus(turn, stores);
  }
}
