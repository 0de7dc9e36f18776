import { changeCase, record } from './change-case.ts';
import { startWork } from './context.ts';
import { findStanding, refuse, showDone, type TechnicianAction } from './press.ts';

/** Could this have been solved from a distance? One press, by whoever had it, kept with the case. */
export const judgeRemote: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, relation } = standing;
  if (relation !== 'assigned' && relation !== 'dispatcher') return refuse(work, press, item, 'not-yours');
  if (press.value !== 'yes' && press.value !== 'no') return refuse(work, press, item, 'missing-input');
  const couldBeRemote = press.value === 'yes';
  if (item.couldBeRemote === couldBeRemote) return refuse(work, press, item, 'already-done');
  const saved = await changeCase(work, item.id, (current) => ({ ...current, couldBeRemote }));
  await record(work, item.id, 'remote-judged', press.actor.upn, { couldBeRemote });
  return showDone(work, press, saved ?? item);
};
