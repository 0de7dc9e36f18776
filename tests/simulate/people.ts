import { isAbsent, isOnDuty } from '#bot/desk/duty.ts';
import { addDays, localDate } from '#bot/desk/local-time.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { endAbsenceNow, keepAbsence } from '#bot/handoff/absence.ts';
import { planRoute } from '#bot/handoff/plan-route.ts';
import type { TechnicianPress } from '#bot/handoff/press.ts';
import { answerQuestion, confirmResolved, notResolved } from '#bot/handoff/requester-actions.ts';
import { technicianActions } from '#bot/handoff/technician-actions.ts';
import type { Dice } from '../bench/search/dice.ts';
import { contact } from '../support/handoff-world.ts';
import { person } from '../support/small-desk.ts';
import type { Sent, SimulatedWorld } from './simulated-world.ts';
import type { Tally } from './tally.ts';

export const minute = 60_000;
export const hour = 60 * minute;
type Verb = keyof typeof technicianActions;

/** Whoever is called up by what Vaktis sends: technicians, dispatchers and requesters with their ways. */
export function createPeople(world: SimulatedWorld, dice: Dice, tally: Tally) {
  const after = (minutes: number) => new Date(world.clock.at.getTime() + minutes * minute);
  const between = (from: number, to: number) => from + dice.under(to - from);
  const plan = (minutes: number, run: () => Promise<void>) => world.queue.plan(after(minutes), run);

  async function press(verb: Verb, upn: string, caseId: string, more: Partial<TechnicianPress> = {}) {
    const actor = world.desk().people.get(upn);
    if (!actor) return null;
    const blank = { offerId: null, noteId: null, value: null, text: null };
    return world.act((stores, ctx) =>
      technicianActions[verb](stores, ctx, { ...blank, ...more, caseId, actor }),
    );
  }

  function onSent({ address, envelope }: Sent): void {
    const upn = address.userId;
    const { content } = envelope;
    if (content.kind === 'case-card' && content.view.viewer.relation === 'offered') {
      const { id, offerId } = content.view;
      if (offerId !== null) plan(between(1, 8), () => answerOffer(upn, id, offerId));
    }
    if (content.kind === 'case-card' && content.view.viewer.relation === 'dispatcher')
      plan(between(5, 40), () => dispatch(upn, content.view.id));
    if (content.kind === 'overdue' && !world.desk().technicians.has(upn))
      plan(between(5, 40), () => dispatch(upn, content.case.id));
    if (content.kind === 'slip-question' && dice.under(10) < 7)
      plan(between(1, 10), async () => {
        await press('promise', upn, content.case.id, { value: 'later:30m' });
      });
    if (content.kind === 'case-notice') onNotice(upn, content.case.id, content.notice.event);
  }

  const answered = new Set<string>();

  async function answerOffer(upn: string, caseId: string, offerId: string): Promise<void> {
    if (answered.has(offerId)) return;
    answered.add(offerId);
    const chance = dice.under(100);
    if (chance < 72) return accept(upn, caseId, offerId, 'accepted');
    if (chance < 80) {
      tally.presses.declined += 1;
      await press('decline', upn, caseId, { offerId, text: 'Sitter fast.' });
    } else if (chance < 94) tally.presses.silent += 1;
    // Somebody who comes back to the card when others were asked long ago, and again a week later.
    else
      for (const minutes of [between(90, 600), 7 * 24 * 60])
        plan(minutes, () => accept(upn, caseId, offerId, 'late'));
  }

  async function accept(
    upn: string,
    caseId: string,
    offerId: string,
    how: 'accepted' | 'late',
  ): Promise<void> {
    const before = world.memory.cases.get(caseId);
    const result = await press('accept', upn, caseId, { offerId });
    tally.presses[how] += 1;
    if (result?.done && before)
      tally.taken.push((world.clock.at.getTime() - before.createdAt.getTime()) / minute);
  }

  /** Takes it, or gives it to somebody at work. */
  async function dispatch(upn: string, caseId: string): Promise<void> {
    const item = world.memory.cases.get(caseId);
    const isOthers = item?.assignee != null && item.assignee.id !== upn;
    if (!item || isOthers || dice.under(10) < 3) return;
    const { technicians, settings } = world.desk();
    const atWork = [...technicians.values()].filter((known) => isOnDuty(known, world.clock.at, settings));
    if (atWork.length === 0) return;
    await press('pass-on', upn, caseId, { value: dice.one(atWork).upn });
  }

  function onNotice(upn: string, caseId: string, event: string): void {
    const actor = world.desk().people.get(upn);
    if (!actor) return;
    const act = (action: typeof confirmResolved, text: string) => async () => {
      await world.act((stores, ctx) => action(stores, ctx, { caseId, actor, text }));
    };
    const chance = dice.under(100);
    if (event === 'asked' && chance < 80) plan(between(3, 200), act(answerQuestion, 'Den blinkar rött.'));
    if (event === 'resolved' && chance < 50) plan(between(10, 400), act(confirmResolved, 'Nu fungerar det.'));
    if (event === 'resolved' && chance > 93) plan(between(10, 400), act(notResolved, 'Samma fel igen.'));
    if (event === 'sent-to-contractor' && chance < 92)
      plan(between(8 * 60, 4 * 24 * 60), act(confirmResolved, 'De har lagat det.'));
  }

  /** One technician's time: where the way leads next, being there, being done; and again. */
  async function work(upn: string): Promise<void> {
    const desk = world.desk();
    const technician = desk.technicians.get(upn);
    if (!technician) return;
    plan(await nextThing(technician), () => work(upn));
  }

  /** @returns minutes until something else can be done. */
  async function nextThing(technician: Technician): Promise<number> {
    const desk = world.desk();
    const { upn } = technician;
    const { at } = world.clock;
    if (!isOnDuty(technician, at, desk.settings)) return 30;
    // Somebody who works with Teams can be reached there again.
    world.memory.contacts.set(upn, contact(upn));
    const own = (await world.stores.cases.assignedTo(upn)).filter(({ assignee }) => assignee?.id === upn);
    for (const item of own)
      if (item.state === 'on-hold' && dice.under(40) === 0) await press('resume', upn, item.id);
    const doable = own.filter(({ state, siteId }) => state === 'in-progress' && siteId !== null);
    const [stop] = planRoute(technician, doable, desk, at);
    if (stop === undefined) return 5;
    const way = (stop.arrive.getTime() - at.getTime()) / minute;
    if (way > 45) return 15;
    plan(way + between(0, 4), async () => {
      await press('on-site', upn, stop.caseId);
    });
    const done = way + between(10, 32);
    plan(done, () => finish(upn, stop.caseId));
    return done + 1;
  }

  async function finish(upn: string, caseId: string): Promise<void> {
    const chance = dice.under(100);
    if (chance < 5) await press('hold', upn, caseId, { value: 'awaiting-part' });
    else if (chance < 9) await press('ask-requester', upn, caseId, { text: 'Vilken färg har lampan?' });
    else if (chance < 11) await press('hold', upn, caseId, { value: 'awaiting-access' });
    else await press('resolve', upn, caseId, { text: 'Bytte kabeln.' });
  }

  /** In the morning some say that they are ill; some are back earlier than they said. */
  async function morning(): Promise<void> {
    const { technicians, settings } = world.desk();
    const today = localDate(world.clock.at, settings.timezone);
    for (const { upn } of technicians.values()) {
      const actor = world.desk().people.get(upn) ?? person(upn);
      const known = world.desk().technicians.get(upn);
      if (!known || isAbsent(known, world.clock.at, settings)) {
        if (known && dice.under(6) === 0) await endAbsenceNow(world.stores, world.ctx(), actor);
      } else if (dice.under(100) < 5) {
        const to = addDays(today, dice.under(3));
        tally.sick += 1;
        await world.act((stores, ctx) =>
          keepAbsence(stores, ctx, { actor, absence: { from: today, to, reason: 'sjuk' } }),
        );
      }
    }
  }

  return { onSent, work, morning };
}
