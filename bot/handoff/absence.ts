import type { Desk } from '#bot/desk/desk.ts';
import { isAbsent, nextDuty } from '#bot/desk/duty.ts';
import { isDay } from '#bot/desk/local-time.ts';
import type { Person } from '#bot/desk/person.ts';
import { addAbsence, endAbsence } from '#bot/desk/rota-changes.ts';
import { spanOf } from '#bot/desk/spans.ts';
import type { Absence, Technician } from '#bot/desk/technician.ts';
import { NotFound } from '#bot/errors.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Case } from './case.ts';
import { cannotWait, viewParty } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { chooseFor } from './choose-for-case.ts';
import { dispatchersOf, type HandoffContext, startWork, type Work } from './context.ts';
import { unassigned } from './offer.ts';
import { languageOfColleague, refreshCards, tellPerson, tellRequesters } from './outbox.ts';
import { placeCase } from './place-case.ts';
import type { HandoffStores } from './stores.ts';
import { withdrawOffer } from './work-on-case.ts';

type AbsenceKept = { readonly reply: Reply; readonly deliveryIds: readonly string[] };
/** What becomes of one case of somebody who is away. */
export type Fate = 'moves' | 'waits';

/**
 * What is done with the cases of somebody who is away: what nobody has answered, what cannot wait, and what was
 * promised for that time, goes to somebody else at once; the rest waits, if they are back within a service day or it
 * waits for something else anyway.
 */
function fateOf(item: Case, back: Date | null, at: Date): Fate {
  if (item.assignee === null || cannotWait(item) || item.priority.level === 'high') return 'moves';
  if (back === null) return 'moves';
  if (item.promisedAt !== null && item.promisedAt < back) return 'moves';
  const waitsForOthers = item.state === 'on-hold' && item.holdReason !== 'awaiting-requester';
  const backSoon = back.getTime() - at.getTime() <= 30 * 3_600_000;
  return waitsForOthers || backSoon ? 'waits' : 'moves';
}

/** Stores an absence as an override of the rota, and sees to every open case of that technician. Everybody is told. */
export async function keepAbsence(
  stores: HandoffStores,
  ctx: HandoffContext,
  { actor, absence }: { actor: Person; absence: Absence },
): Promise<AbsenceKept> {
  const { settings } = ctx.loaded.desk;
  const changed = await stores.rota.change({
    upn: actor.upn,
    byUpn: actor.upn,
    at: ctx.at,
    why: 'absence told in the talk',
    change: (current) => addAbsence(current, absence, settings),
  });
  const work = startWork(stores, withTechnician(ctx, changed));
  const lines = await seeToCases(work, changed, absence);
  const { from, to } = periodOf(absence, work.ctx.loaded.desk);
  const days = isDay(absence.from) && isDay(absence.to) ? { from: absence.from, to: absence.to } : null;
  const told = { kind: 'absence-kept', days, from, to, reason: absence.reason, ...lines } as const;
  await tellDispatchers(work, actor, { ...told, reason: null, name: actor.name });
  return { reply: { ...told, name: null }, deliveryIds: work.deliveryIds };
}

/** Back earlier than was said. @returns false: they were not away. */
export async function endAbsenceNow(
  stores: HandoffStores,
  ctx: HandoffContext,
  actor: Person,
): Promise<boolean> {
  const { technicians, settings } = ctx.loaded.desk;
  const technician = technicians.get(actor.upn);
  if (!technician || !isAbsent(technician, ctx.at, settings)) return false;
  await stores.rota.change({
    upn: actor.upn,
    byUpn: actor.upn,
    at: ctx.at,
    why: 'back at work',
    change: (current) => endAbsence(current, ctx.at, settings),
  });
  return true;
}

/** What a technician would be asked before it is stored: how many cases go and how many wait. Changes nothing. */
export async function previewAbsence(
  stores: HandoffStores,
  ctx: HandoffContext,
  { actor, absence }: { actor: Person; absence: Absence },
): Promise<Reply> {
  const { desk } = ctx.loaded;
  const known = desk.technicians.get(actor.upn);
  if (!known) throw new NotFound(`technician ${actor.upn}`);
  const away = addAbsence(known, absence, desk.settings);
  const cases = await stores.cases.assignedTo(actor.upn);
  const fates = cases.map((item) => fateNow(item, away, absence, ctx));
  return {
    kind: 'absence-question',
    ...periodOf(absence, desk),
    absence,
    moves: fates.filter((fate) => fate === 'moves').length,
    waits: fates.filter((fate) => fate === 'waits').length,
  };
}

/** An absence that begins later leaves alone what is done before it. */
function fateNow(item: Case, away: Technician, absence: Absence, { at, loaded }: HandoffContext): Fate {
  const { settings } = loaded.desk;
  const span = spanOf(absence, settings);
  const begins = span !== null && span.from > at ? span.from : at;
  const isLater =
    begins > at && nextDuty(away, at, settings)?.getTime() !== nextDuty(away, begins, settings)?.getTime();
  if (isLater && (item.promisedAt === null || item.promisedAt < begins)) return 'waits';
  return fateOf(item, nextDuty(away, begins, settings), begins);
}

async function seeToCases(
  work: Work,
  away: Technician,
  absence: Absence,
): Promise<{ moved: { about: string; to: string | null }[]; waiting: string[] }> {
  const moved: { about: string; to: string | null }[] = [];
  const waiting: string[] = [];
  for (const item of await work.stores.cases.assignedTo(away.upn)) {
    if (fateNow(item, away, absence, work.ctx) === 'waits') {
      waiting.push(item.number);
      await tellThatItWaits(work, item, away);
      continue;
    }
    const placed = await moveAway(work, item, away.upn);
    const party = placed.assignee ?? placed.offeredTo;
    moved.push({ about: item.number, to: party && viewParty(party, work.ctx.loaded.desk).name });
  }
  return { moved, waiting };
}

async function moveAway(work: Work, item: Case, upn: string): Promise<Case> {
  await withdrawOffer(work, item.id);
  const freed = await changeCase(work, item.id, (current) => unassigned(current, null));
  await record(work, item.id, 'owner-absent', upn);
  const { desk } = work.ctx.loaded;
  const technician = desk.technicians.get(upn);
  // Somebody who is away already is passed over by the rules, for the deputy; of a later absence they know nothing.
  const isAway = technician !== undefined && isAbsent(technician, work.ctx.at, desk.settings);
  const chosen = await chooseFor(work, freed ?? item, isAway ? [] : [upn]);
  const placed = await placeCase(work, freed ?? item, chosen);
  await tellRequesters(work, placed, { event: 'reassigned', reason: 'absent' });
  await refreshCards(work, placed);
  return placed;
}

async function tellThatItWaits(work: Work, item: Case, away: Technician): Promise<void> {
  const back = nextDuty(away, work.ctx.at, work.ctx.loaded.desk.settings);
  await record(work, item.id, 'owner-absent', away.upn, { waitsUntil: back?.toISOString() ?? null });
  if (back === null || back <= work.ctx.at) return;
  await tellRequesters(work, item, { event: 'delayed', at: back.toISOString() });
}

async function tellDispatchers(work: Work, actor: Person, content: Reply): Promise<void> {
  for (const { upn } of dispatchersOf(work.ctx)) {
    if (upn === actor.upn) continue;
    await tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
  }
}

function withTechnician(ctx: HandoffContext, technician: Technician): HandoffContext {
  const { desk } = ctx.loaded;
  const technicians = new Map(desk.technicians).set(technician.upn, technician);
  return { ...ctx, loaded: { ...ctx.loaded, desk: { ...desk, technicians } } };
}

/** As instants, the end exclusive. */
function periodOf(absence: Absence, { settings }: Desk): { from: string; to: string } {
  const span = spanOf(absence, settings);
  return { from: span?.from.toISOString() ?? absence.from, to: span?.to.toISOString() ?? absence.to };
}
