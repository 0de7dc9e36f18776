import { viewCase } from './case-views.ts';
import { startWork } from './context.ts';
import { splitOff } from './incident.ts';
import { tellPerson } from './outbox.ts';
import { findStanding, given, refuse, showDone, type TechnicianAction } from './press.ts';

/** Whoever works on an incident sees that one of the reports is something else: it becomes a case of its own. */
export const splitIncident: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, relation } = standing;
  if (relation === 'none') return refuse(work, press, item, 'not-yours');
  const upn = given(press.value)?.toLowerCase() ?? null;
  if (upn === null) return refuse(work, press, item, 'missing-input');
  const split = await splitOff(work, item, upn, press.actor.upn);
  if (split === null) return refuse(work, press, item, 'already-done');
  const view = viewCase(split.own, ctx.loaded.desk, ctx.at);
  const content = { kind: 'case-notice', case: view, notice: { event: 'split-off' } } as const;
  await tellPerson(work, { upn, content, language: split.own.replyLanguage, caseId: split.own.id });
  return showDone(work, press, split.incident);
};
