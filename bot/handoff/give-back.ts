import { type Case, isOpen } from './case.ts';
import { record } from './change-case.ts';
import { mayDispatch, type Work } from './context.ts';
import { staysOf } from './contractor-stays.ts';
import { giveToContractor } from './offer.ts';
import { findStanding, given, type PressResult, refuse, showDone, type TechnicianPress } from './press.ts';
import { withdrawOffer } from './work-on-case.ts';

const prefix = 'contractor:';

/** As a card names a contractor among those to whom a case can be given. */
export function contractorChoice(id: string): string {
  return `${prefix}${id}`;
}

/** Id of the contractor that a press names; null: it names a colleague. */
export function chosenContractor(value: string | null): string | null {
  return value?.startsWith(prefix) ? value.slice(prefix.length) : null;
}

/**
 * A dispatcher gives a case to a contractor, whatever the matrix says: for the first time, or back to one who sent it
 * away by mistake. Their system is told once it has it, with the reason.
 */
export async function giveBack(
  work: Work,
  press: TechnicianPress,
  contractorId: string,
): Promise<PressResult> {
  const item = (await findStanding(work, press))?.item ?? null;
  if (item === null || !isOpen(item.state)) return refuse(work, press, item, 'gone');
  if (!mayDispatch(press.actor)) return refuse(work, press, item, 'not-yours');
  const { contractors } = work.ctx.loaded.desk.settings;
  if (!contractors.some(({ id }) => id === contractorId)) return refuse(work, press, item, 'missing-input');
  const holder = item.assignee ?? item.offeredTo;
  if (holder?.kind === 'contractor' && holder.id === contractorId)
    return refuse(work, press, item, 'already-done');
  await withdrawOffer(work, item.id);
  const reason = given(press.text);
  await record(work, item.id, 'passed-on', press.actor.upn, { to: contractorChoice(contractorId), reason });
  const passed = (await giveToContractor(work, item.id, contractorId)) ?? item;
  return showDone(work, press, passed);
}

/**
 * Their ticket of the first time is found again as they left it: that the case is theirs once more, and why, is said in
 * a comment that opens it.
 */
export async function sayGivenBack(work: Work, item: Case, contractorId: string): Promise<void> {
  const stays = staysOf(item).filter((stay) => stay.contractorId === contractorId);
  if (stays.length < 2 || stays.at(-1)?.to !== null) return;
  const events = await work.stores.cases.events(item.id);
  const passed = events.findLast(({ kind }) => kind === 'passed-on');
  const isTheirs = passed?.data.to === contractorChoice(contractorId);
  const text = isTheirs && typeof passed.data.reason === 'string' ? passed.data.reason : '';
  await record(work, item.id, 'given-back', (isTheirs ? passed.actor : null) ?? 'vaktis', { text });
}
