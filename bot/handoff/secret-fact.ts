import { record } from './change-case.ts';
import { startWork } from './context.ts';
import { findStanding, given, refuse, type TechnicianAction } from './press.ts';

/**
 * Shows one secret fact of the case's site to whoever has the case, is offered it, or dispatches. Every showing
 * is logged with who and which, never with the value; and it is a reply of its own, never on a lasting card.
 */
export const showSecretFact: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, relation } = standing;
  if (relation === 'none') return refuse(work, press, item, 'not-yours');
  if (item.state === 'closed' || item.state === 'cancelled') return refuse(work, press, item, 'gone');
  const { sites, settings } = ctx.loaded.desk;
  const name = given(press.value);
  const site = item.siteId === null ? undefined : sites.get(item.siteId);
  const value = name !== null && settings.secretFacts.includes(name) ? site?.facts[name] : undefined;
  if (name === null || site === undefined || !value) return refuse(work, press, item, 'missing-input');
  await record(work, item.id, 'secret-fact-shown', press.actor.upn, { name });
  const answer = { kind: 'secret-fact', caseNumber: item.number, siteName: site.name, name, value } as const;
  return { done: true, answer, case: item, deliveryIds: work.deliveryIds };
};
