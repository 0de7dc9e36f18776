import type { Case, CaseEvent } from './case.ts';
import { record } from './change-case.ts';
import type { HandoffContext, Work } from './context.ts';
import { startWork } from './context.ts';
import { tellRequesters } from './outbox.ts';
import {
  createCaseAction,
  findStanding,
  given,
  isOver,
  type Refusal,
  refuse,
  type TechnicianAction,
  type TechnicianPress,
} from './press.ts';

/** The same words again within so long are the same press. */
const samePress = 60_000;

/** Asks the requester something; the case waits for the answer. */
export const askRequester = saidOnce(
  'asked-requester',
  createCaseAction({
    change(current, press, ctx) {
      const spoken = speak(current, press, ctx);
      return typeof spoken === 'string'
        ? spoken
        : { ...spoken, state: 'on-hold', holdReason: 'awaiting-requester' };
    },
    async after(work, saved, { actor, text }) {
      await record(work, saved.id, 'asked-requester', actor.upn, { text: given(text) });
      await tellRequesters(work, saved, { event: 'asked', text: given(text) ?? '' });
    },
  }),
);

/** Tells the requester something. */
export const tellRequester = saidOnce(
  'told-requester',
  createCaseAction({
    change: speak,
    async after(work, saved, { actor, text }) {
      await record(work, saved.id, 'told-requester', actor.upn, { text: given(text) });
      await tellRequesters(work, saved, { event: 'message', text: given(text) ?? '' });
    },
  }),
);

function speak(current: Case, press: TechnicianPress, { at }: HandoffContext): Case | Refusal {
  if (isOver(current)) return 'gone';
  const text = given(press.text);
  if (text === null) return 'missing-input';
  const line = { at, who: 'technician', name: press.actor.name, text } as const;
  return { ...current, packet: { ...current.packet, dialogue: [...current.packet.dialogue, line] } };
}

/** A second press of the same words has no effect and says so. */
function saidOnce(kind: CaseEvent['kind'], action: TechnicianAction): TechnicianAction {
  return async (stores, ctx, press) => {
    const work = startWork(stores, ctx);
    const standing = await findStanding(work, press);
    if (standing && (await wasJustSaid(work, standing.item.id, kind, press))) {
      return refuse(work, press, standing.item, 'already-done');
    }
    return action(stores, ctx, press);
  };
}

async function wasJustSaid(
  { stores, ctx }: Work,
  caseId: string,
  kind: CaseEvent['kind'],
  press: TechnicianPress,
): Promise<boolean> {
  const said = (await stores.cases.events(caseId)).findLast((event) => event.kind === kind);
  if (said === undefined || said.actor !== press.actor.upn || said.data.text !== given(press.text))
    return false;
  return ctx.at.getTime() - said.at.getTime() < samePress;
}
