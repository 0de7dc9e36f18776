import { readBounceReason } from './bounce-reason.ts';
import { type Case, isOpen } from './case.ts';
import { startWork, type Work } from './context.ts';
import { staysOf } from './contractor-stays.ts';
import {
  findStanding,
  given,
  type Refusal,
  refuse,
  type Standing,
  showDone,
  type TechnicianAction,
} from './press.ts';
import { takeBack } from './take-back.ts';

/** More of what they said is in their own system. */
const longestWords = 2_000;

/**
 * "The contractor says: not theirs", by whoever heard it: a dispatcher, or a technician who was asked about the case.
 * `value`: the reason; `text`: the contractor's words, if there are any.
 */
export const reportBounce: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item } = standing;
  if (!(await mayReport(work, press.actor.upn, standing))) return refuse(work, press, item, 'not-yours');
  const { assignee } = item;
  if (!isOpen(item.state) || assignee?.kind !== 'contractor') return refuse(work, press, item, whyNot(item));
  const reason = readBounceReason(press.value);
  if (reason === null) return refuse(work, press, item, 'missing-input');
  const words = given(press.text)?.slice(0, longestWords) ?? null;
  const bounce = { at: ctx.at, reason, words, byUpn: press.actor.upn };
  const placed = await takeBack(work, item.id, assignee.id, bounce);
  if (placed === null) return refuse(work, press, await stores.cases.get(item.id), 'already-done');
  return showDone(work, press, placed);
};

/** Those who have seen the case on a card of theirs, and whoever dispatches. */
async function mayReport({ stores }: Work, upn: string, { item, relation }: Standing): Promise<boolean> {
  if (relation !== 'none') return true;
  return (await stores.cases.offers(item.id)).some(({ to }) => to.id === upn);
}

/** Pressed twice, or heard from their system meanwhile. */
function whyNot(item: Case): Refusal {
  if (!isOpen(item.state)) return 'gone';
  return staysOf(item).at(-1)?.ended === 'returned' ? 'already-done' : 'withdrawn';
}
