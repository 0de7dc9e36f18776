import { categories } from '#bot/desk/category.ts';
import { addDays, fromWallClock, startOfDate } from '#bot/desk/local-time.ts';
import { prioritise } from '#bot/desk/priority.ts';
import { isOpen } from '#bot/handoff/case.ts';
import { openCase } from '#bot/handoff/open-case.ts';
import { whatIsMissing } from '#bot/handoff/what-is-missing.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { createDice, type Dice } from '../bench/search/dice.ts';
import { address, triageOf } from '../support/handoff-world.ts';
import { leaver, requesters } from './month-desk.ts';
import { createPeople } from './people.ts';
import { createSimulatedWorld, type SimulatedWorld, type Violation } from './simulated-world.ts';
import { newTally, type Tally } from './tally.ts';

export type MonthResult = {
  readonly tally: Tally;
  readonly violations: readonly Violation[];
  readonly openAtTheEnd: number;
  readonly waitingForOthers: number;
  readonly endedWell: number;
};

const timezone = 'Europe/Stockholm';
/** A Monday; the clock goes back within the month, and a public holiday lies in it. */
const firstDay = '2026-10-05';
const day = 86_400_000;
/** After the last report: so long everything may take to come to an end. */
const drainDays = 21;

/** Plays a month of cases on a simulated clock; the same for the same seed. `days`: of reports. */
export async function simulateMonth(options: {
  readonly cases: number;
  readonly days: number;
  readonly seed: number;
}): Promise<MonthResult> {
  const dice = createDice(options.seed);
  const tally = newTally();
  const world = createSimulatedWorld({
    begin: startOfDate(firstDay, timezone),
    onSent: (sent) => people.onSent(sent),
    contractorIsAway: () => dice.under(100) < 5,
    isUndeliverable: ({ envelope: { content } }) => {
      const isOffer = content.kind === 'case-card' && content.view.viewer.relation === 'offered';
      const lost = isOffer && dice.under(100) < 3;
      if (lost) tally.presses.undeliverable += 1;
      return lost;
    },
  });
  const people = createPeople(world, dice, tally);
  await world.startDaily();
  for (const upn of world.desk().technicians.keys()) world.queue.plan(world.clock.at, () => people.work(upn));
  const end = new Date(startOfDate(addDays(firstDay, options.days + drainDays), timezone));
  planDays(world, people.morning, options.days + drainDays);
  planReports(world, dice, tally, options);
  world.queue.plan(at(addDays(firstDay, Math.ceil(options.days / 2)), 11), async () =>
    world.removeTechnician(leaver),
  );
  await play(world, end, tally);
  return resultOf(world, tally);
}

function at(date: string, hour: number, minute = 0): Date {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return fromWallClock({ year, month, day: dayOfMonth, hour, minute, second: 0 }, timezone);
}

function planDays(world: SimulatedWorld, morning: () => Promise<void>, days: number): void {
  for (let n = 0; n < days; n += 1) {
    const date = addDays(firstDay, n);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) world.queue.plan(at(date, 6, 40), morning);
    // The nightly check has run by then.
    world.queue.plan(at(date, 3, 15), async () => lookForForgotten(world));
    for (const hour of [5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 22])
      world.queue.plan(at(date, hour), async () => world.forget());
  }
}

function planReports(
  world: SimulatedWorld,
  dice: Dice,
  tally: Tally,
  { cases, days }: { cases: number; days: number },
): void {
  for (let n = 0; n < cases; n += 1) {
    const atNight = dice.under(100) < 12;
    const date = addDays(firstDay, atNight ? dice.under(days) : weekdayOf(dice, days));
    const when = at(date, atNight ? dice.under(24) : 7 + dice.under(9), dice.under(60));
    world.queue.plan(when, () => report(world, dice, tally));
  }
}

function weekdayOf(dice: Dice, days: number): number {
  const n = dice.under(days);
  return n % 7 < 5 ? n : n - 2;
}

async function report(world: SimulatedWorld, dice: Dice, tally: Tally): Promise<void> {
  const desk = world.desk();
  const requester = desk.people.get(`staff-${dice.under(requesters)}@desk.example`);
  if (!requester) return;
  const chance = dice.under(100);
  const hazard = dice.under(150) === 0;
  const impact = chance < 4 ? 'high' : chance < 20 ? 'medium' : 'low';
  const urgency = dice.one(['low', 'medium', 'medium', 'high'] as const);
  const local = categories.filter((id) => !['not-it', 'account', 'application'].includes(id));
  const changes: Partial<Triage> = {
    site: { id: dice.one([...desk.sites.keys()]), source: 'home', confidence: 1, candidates: [] },
    category: { id: dice.under(100) < 12 ? 'account' : dice.one(local), confidence: 0.9 },
    priority: prioritise({ impact, urgency, hazard, criticalSite: false }),
  };
  const triage = triageOf(desk, world.clock.at, changes);
  tally.opened += 1;
  await world.act((stores, ctx) =>
    openCase(stores, ctx, {
      requester,
      triage,
      report: { words: [triage.text], attempts: [], dialogue: [], attachments: [], masked: [] },
      conversation: address(requester.upn),
    }),
  );
}

async function play(world: SimulatedWorld, end: Date, tally: Tally): Promise<void> {
  const plain = world.stores.cases.addEvent;
  Object.assign(world.stores.cases, {
    addEvent: async (event: Parameters<typeof plain>[0]) => {
      tally.events.set(event.kind, (tally.events.get(event.kind) ?? 0) + 1);
      await plain(event);
    },
  });
  for (let next = world.queue.next(); next !== null && next.at < end.getTime(); next = world.queue.next()) {
    world.clock.at = new Date(next.at);
    try {
      await next.run();
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      world.violate('something was thrown', '', detail.slice(0, 600));
    }
  }
}

/** After the nightly check nothing may lack anything, and nothing may have stood still for a week. */
function lookForForgotten(world: SimulatedWorld): void {
  const { memory, clock } = world;
  const offers = new Map(
    [...memory.offers.values()]
      .filter(({ status }) => status === 'offered')
      .map((offer) => [offer.caseId, offer]),
  );
  for (const item of memory.cases.values()) {
    const missing = whatIsMissing(item, offers.get(item.id) ?? null, world.desk(), clock.at);
    if (missing !== null) world.violate('forgotten', item.id, `${missing} after the nightly check`);
    const last = memory.events.findLast(({ caseId }) => caseId === item.id)?.at ?? item.createdAt;
    const isOurs = item.assignee?.kind !== 'contractor' && item.state !== 'on-hold';
    if (isOpen(item.state) && isOurs && clock.at.getTime() - last.getTime() > 7 * day)
      world.violate('forgotten', item.id, `nothing happened since ${last.toISOString()}`);
  }
}

function resultOf(world: SimulatedWorld, tally: Tally): MonthResult {
  for (const item of [...world.archive.values(), ...world.memory.cases.values()])
    for (const { outcome } of item.promises ?? []) tally.promises[outcome ?? 'open'] += 1;
  const left = [...world.memory.cases.values()].filter(({ state }) => isOpen(state));
  const waiting = left.filter(
    ({ state, assignee }) => state === 'on-hold' || assignee?.kind === 'contractor',
  );
  for (const item of left.filter((known) => !waiting.includes(known)))
    world.violate(
      'not brought to an end',
      item.id,
      `${item.state}, with ${item.assignee?.id ?? item.offeredTo?.id ?? 'nobody'}`,
    );
  return {
    tally,
    violations: world.violations,
    openAtTheEnd: left.length,
    waitingForOthers: waiting.length,
    endedWell: tally.opened - left.length,
  };
}
