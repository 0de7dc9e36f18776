import type { Person } from '#bot/desk/person.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { viewCase, viewForTechnician } from './case-views.ts';
import { type HandoffContext, startWork } from './context.ts';
import { viewDay } from './my-day.ts';
import { findStanding, refuse, type TechnicianAction } from './press.ts';
import type { HandoffStores } from './stores.ts';

/** The case as it is now, to whoever has it, is or was offered it, or dispatches. A dispatcher's look is logged. */
export const showCase: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, offer, relation } = standing;
  const wasAsked = (await stores.cases.offers(item.id)).some(({ to }) => to.id === press.actor.upn);
  const isWaitedFor = item.offeredTo?.id === press.actor.upn;
  if (relation === 'none' && !wasAsked && !isWaitedFor) return refuse(work, press, item, 'not-yours');
  if (relation === 'dispatcher' && !wasAsked && !isWaitedFor)
    await stores.audit?.record({ by: press.actor.upn, action: 'case-opened', thing: `case ${item.id}` });
  const view = viewForTechnician(item, { upn: press.actor.upn, offer }, ctx);
  return { done: true, answer: { kind: 'case-card', view }, case: item, deliveryIds: [] };
};

/** The open cases that this person has or is offered, most urgent first. */
export async function listCases(stores: HandoffStores, ctx: HandoffContext, person: Person): Promise<Reply> {
  const cases = await stores.cases.assignedTo(person.upn);
  const technician = ctx.loaded.desk.technicians.get(person.upn);
  if (technician) return viewDay(technician, cases, ctx, 'asked');
  return { kind: 'assigned-cases', cases: cases.map((item) => viewCase(item, ctx.loaded.desk, ctx.at)) };
}
