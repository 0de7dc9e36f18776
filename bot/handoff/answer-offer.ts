import { type Case, isOpen, type Offer } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { startWork, type Work } from './context.ts';
import { passToNext } from './escalate.ts';
import { chosenContractor, giveBack } from './give-back.ts';
import { withPromise } from './keep-record.ts';
import { offerOrWait, unassigned } from './offer.ts';
import { tellRequesters } from './outbox.ts';
import {
  findStanding,
  given,
  type PressResult,
  type Refusal,
  refuse,
  type Standing,
  showDone,
  type TechnicianAction,
  type TechnicianPress,
} from './press.ts';
import { foresee, watchPromiseLater } from './promise.ts';

/** Takes the case. The offer's conditional update decides who was first; a dispatcher may take it over. */
export const accept: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, relation, offer } = standing;
  const refusal = await whyNotAccept(work, press, standing);
  if (refusal !== null) return refuse(work, press, item, refusal);
  if (offer !== null) {
    const status = relation === 'offered' ? 'accepted' : 'withdrawn';
    const won = await stores.cases.answerOffer({ id: offer.id, status, at: ctx.at, reason: null });
    if (won === null)
      return refuse(work, press, await stores.cases.get(item.id), await whyTaken(work, press, offer));
  }
  return takeCase(work, press, standing);
};

/** The very same press a moment ago, or somebody else's. */
async function whyTaken({ stores }: Work, { actor }: TechnicianPress, { id }: Offer): Promise<Refusal> {
  const answered = await stores.cases.getOffer(id);
  return answered?.status === 'accepted' && answered.to.id === actor.upn ? 'already-done' : 'taken';
}

async function takeCase(work: Work, press: TechnicianPress, standing: Standing): Promise<PressResult> {
  const { upn } = press.actor;
  const kind =
    standing.offer?.to.id === upn
      ? standing.offer.to.kind
      : work.ctx.loaded.desk.technicians.has(upn)
        ? 'technician'
        : 'dispatcher';
  const foreseen = kind === 'technician' ? await foresee(work, standing.item, upn) : null;
  const taken = await changeCase(work, press.caseId, (current) => {
    if (!isOpen(current.state)) return null;
    const theirs = {
      ...unassigned(current, null),
      state: 'in-progress',
      assignee: { kind, id: upn },
    } as const;
    if (foreseen === null) return theirs;
    return withPromise(theirs, { at: foreseen, byUpn: upn, madeAt: work.ctx.at, how: 'estimated' });
  });
  if (taken === null) return refuse(work, press, standing.item, 'gone');
  await record(work, taken.id, 'accepted', upn, { offerId: standing.offer?.id ?? null });
  await watchPromiseLater(work, taken);
  const promised = taken.promisedAt === null ? {} : { at: taken.promisedAt.toISOString() };
  await tellRequesters(work, taken, { event: 'accepted', ...promised });
  return showDone(work, press, taken);
}

async function whyNotAccept(work: Work, press: TechnicianPress, standing: Standing): Promise<Refusal | null> {
  const { item, offer, relation } = standing;
  if (!isOpen(item.state)) return 'gone';
  if (relation === 'assigned') return 'already-done';
  const isCurrent = press.offerId === null || press.offerId === offer?.id;
  if (relation === 'offered' && isCurrent) return null;
  if (relation === 'dispatcher' && item.assignee === null) return null;
  return lateOrForeign(work, press, item);
}

/** Was it this person's once (late), or never (foreign)? */
async function lateOrForeign(work: Work, press: TechnicianPress, item: Case): Promise<Refusal> {
  const offers = await work.stores.cases.offers(item.id);
  const own = offers.filter(({ to }) => to.id === press.actor.upn);
  if (own.length === 0) return 'not-yours';
  return item.assignee === null ? 'withdrawn' : 'taken';
}

/** Says no, with a reason; the next is asked at once, and the requester hears who. */
export const decline: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, offer, relation } = standing;
  const isOwn = relation === 'offered' && (press.offerId === null || press.offerId === offer?.id);
  if (!isOwn || offer === null) return refuse(work, press, item, await whyNotDecline(work, press, standing));
  const reason = given(press.text);
  if (reason === null) return refuse(work, press, item, 'missing-input');
  const answered = await stores.cases.answerOffer({ id: offer.id, status: 'declined', at: ctx.at, reason });
  if (answered === null) return refuse(work, press, item, 'withdrawn');
  await record(work, item.id, 'declined', press.actor.upn, { offerId: offer.id, reason });
  const passed = (await passToNext(work, item, 'declined')) ?? item;
  return showDone(work, press, passed);
};

async function whyNotDecline(
  work: Work,
  press: TechnicianPress,
  { item, relation }: Standing,
): Promise<Refusal> {
  const offers = await work.stores.cases.offers(item.id);
  const declined = offers.some(({ to, status }) => to.id === press.actor.upn && status === 'declined');
  if (declined) return 'already-done';
  if (!isOpen(item.state)) return 'gone';
  // Who has accepted can pass it on, but no longer decline.
  if (relation === 'assigned') return 'already-done';
  return lateOrForeign(work, press, item);
}

/** Passes the case on to a named colleague, who is asked as anybody else is. */
export const passOn: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, offer, relation } = standing;
  const contractorId = chosenContractor(given(press.value));
  if (contractorId !== null) return giveBack(work, press, contractorId);
  if (!isOpen(item.state)) return refuse(work, press, item, 'gone');
  const colleague = given(press.value)?.toLowerCase() ?? '';
  if (relation === 'none') return refuse(work, press, item, await whyNotPassOn(work, press, item));
  if (!isColleague(work, press, colleague)) return refuse(work, press, item, 'missing-input');
  if (item.offeredTo?.id === colleague || item.assignee?.id === colleague) {
    return refuse(work, press, item, 'already-done');
  }
  if (offer !== null) {
    const withdrawn = { id: offer.id, status: 'withdrawn', at: ctx.at, reason: 'passed-on' } as const;
    if ((await stores.cases.answerOffer(withdrawn)) === null) return refuse(work, press, item, 'taken');
  }
  await record(work, item.id, 'passed-on', press.actor.upn, { to: colleague, reason: given(press.text) });
  const passed = (await offerOrWait(work, item, colleague)) ?? item;
  await tellRequesters(work, passed, { event: 'reassigned', reason: 'passed-on' });
  return showDone(work, press, passed);
};

async function whyNotPassOn(work: Work, press: TechnicianPress, item: Case): Promise<Refusal> {
  const events = await work.stores.cases.events(item.id);
  const last = events.findLast(({ kind, actor }) => kind === 'passed-on' && actor === press.actor.upn);
  return last && last.data.to === press.value ? 'already-done' : lateOrForeign(work, press, item);
}

function isColleague({ ctx }: Work, press: TechnicianPress, upn: string): boolean {
  return upn !== press.actor.upn && ctx.loaded.desk.technicians.has(upn);
}
