import type { Desk } from '#bot/desk/desk.ts';
import { isOnDuty } from '#bot/desk/duty.ts';
import { workSpans } from '#bot/desk/duty-calendar.ts';
import { addDays, localDate, startOfDate } from '#bot/desk/local-time.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { DayStop, Reply } from '#bot/reply/reply.ts';
import { type Case, isOpen } from './case.ts';
import { viewCase } from './case-views.ts';
import { type HandoffContext, startWork } from './context.ts';
import { languageOfColleague, tellPerson } from './outbox.ts';
import { planRoute } from './plan-route.ts';
import type { HandoffStores } from './stores.ts';

/**
 * A technician's open cases in the order in which they can be done: by promise, what lies on the way together, with what
 * one needs to get in. What waits for others, or for an answer to its offer, stands apart.
 */
export function viewDay(
  technician: Technician,
  cases: readonly Case[],
  { loaded: { desk }, at }: HandoffContext,
  occasion: 'asked' | 'morning',
): Extract<Reply, { kind: 'my-day' }> {
  const own = cases.filter(({ assignee, state }) => assignee?.id === technician.upn && isOpen(state));
  const doable = own.filter(({ state }) => state !== 'on-hold');
  const byId = new Map(doable.map((item) => [item.id, item]));
  const route = planRoute(technician, doable, desk, at);
  const planned = new Set(route.map(({ caseId }) => caseId));
  const stops = route.flatMap(({ caseId, arrive }) => {
    const item = byId.get(caseId);
    return item ? [viewStop(item, arrive, desk, at)] : [];
  });
  const later = doable.filter(({ id }) => !planned.has(id)).map((item) => viewStop(item, null, desk, at));
  const view = (item: Case) => viewCase(item, desk, at);
  return {
    kind: 'my-day',
    occasion,
    stops: [...stops, ...later],
    waiting: own.filter(({ state }) => state === 'on-hold').map(view),
    offered: cases.filter(({ assignee }) => assignee === null).map(view),
  };
}

function viewStop(item: Case, arrive: Date | null, desk: Desk, at: Date): DayStop {
  const site = item.siteId === null ? undefined : desk.sites.get(item.siteId);
  const contact = site?.contactUpn ? desk.people.get(site.contactUpn) : undefined;
  const { notesShown, technicianNotes } = item.packet;
  return {
    case: viewCase(item, desk, at),
    siteId: item.siteId,
    arrive: arrive?.toISOString() ?? null,
    notes: new Set([...notesShown, ...technicianNotes]).size,
    contact: contact ? { name: contact.name, phone: contact.phone } : null,
    // That there is a code or a key, never what it is: see showSecretFact.
    keys: item.packet.site?.secretFacts ?? [],
    visitHours: site?.visitHours ?? null,
    visitNotes: site?.visitNotes ?? null,
  };
}

/** In the morning: everybody who works today and has something open gets their day. */
export async function sendMorningSummaries(
  stores: HandoffStores,
  ctx: HandoffContext,
): Promise<{ readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const { desk } = ctx.loaded;
  for (const technician of desk.technicians.values()) {
    if (!worksToday(technician, desk, ctx.at)) continue;
    const cases = await stores.cases.assignedTo(technician.upn);
    if (cases.length === 0) continue;
    const { upn } = technician;
    const content = viewDay(technician, cases, ctx, 'morning');
    await tellPerson(work, { upn, content, language: languageOfColleague(work, upn), caseId: null });
  }
  return { deliveryIds: work.deliveryIds };
}

function worksToday(technician: Technician, { settings }: Desk, at: Date): boolean {
  const today = localDate(at, settings.timezone);
  const to = startOfDate(addDays(today, 1), settings.timezone);
  return isOnDuty(technician, at, settings) || workSpans(technician, settings, at, to).length > 0;
}
