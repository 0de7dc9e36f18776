import type { Desk } from '#bot/desk/desk.ts';
import { isOnCall, isOnDuty, nextDuty } from '#bot/desk/duty.ts';
import { nextOpen } from '#bot/desk/service-hours.ts';
import type { CaseView, PartyView, TechnicianCaseView, WhenView } from '#bot/reply/reply.ts';
import { type Assignee, type Case, isOpen, type MachineWords, type Offer } from './case.ts';
import { type HandoffContext, mayDispatch } from './context.ts';
import { contractorChoice } from './give-back.ts';
import { wordingOfCase } from './learn-from-case.ts';
import { viewContractors } from './view-contractors.ts';
import { viewTechnicianNotes } from './view-technician-notes.ts';

/** Who has, or is offered, a case, with the number that the requester may ring. */
export function viewParty(party: Assignee, desk: Desk): PartyView {
  if (party.kind === 'contractor') {
    const contractor = desk.settings.contractors.find(({ id }) => id === party.id);
    return { ...party, name: contractor?.name ?? party.id, phone: contractor?.phone ?? null };
  }
  const person = desk.people.get(party.id);
  return { ...party, name: person?.name ?? party.id, phone: person?.phone ?? null };
}

/** A case as its requester sees it at that moment. */
export function viewCase(item: Case, desk: Desk, at: Date): CaseView {
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    state: item.state,
    holdReason: item.holdReason,
    siteName:
      item.siteId === null ? null : (desk.sites.get(item.siteId)?.name ?? item.packet.site?.name ?? null),
    priority: item.priority.level,
    assignee: item.assignee && viewParty(item.assignee, desk),
    offeredTo: item.offeredTo && viewParty(item.offeredTo, desk),
    promisedAt: item.promisedAt?.toISOString() ?? null,
    onSiteAt: item.onSiteAt?.toISOString() ?? null,
    when: whenOf(item, desk, at),
    createdAt: item.createdAt.toISOString(),
    ...(item.reporterUpns.length > 0 ? { reporters: 1 + item.reporterUpns.length } : {}),
  };
}

/** When somebody takes care of a case that nobody has yet; null once somebody has it, or it is over. */
export function whenOf(item: Case, desk: Desk, at: Date): WhenView | null {
  if (item.assignee !== null || !isOpen(item.state)) return null;
  const { offeredTo } = item;
  if (offeredTo === null) return { kind: 'escalating' };
  if (offeredTo.kind === 'dispatcher') return { kind: 'now' };
  return offeredTo.kind === 'contractor'
    ? whenContractor(offeredTo.id, desk, at)
    : whenTechnician(item, offeredTo.id, desk, at);
}

function whenContractor(id: string, desk: Desk, at: Date): WhenView {
  const contractor = desk.settings.contractors.find((known) => known.id === id);
  const opens = nextOpen(contractor?.serviceHours ?? null, at, desk.settings);
  if (opens?.getTime() === at.getTime()) return { kind: 'now' };
  return { kind: 'waits', at: opens?.toISOString() ?? null };
}

function whenTechnician(item: Case, upn: string, desk: Desk, at: Date): WhenView {
  const technician = desk.technicians.get(upn);
  if (!technician) return { kind: 'now' };
  if (isOnDuty(technician, at, desk.settings)) return { kind: 'now' };
  if (cannotWait(item)) {
    return { kind: isOnCall(technician, at, desk.settings) ? 'now' : 'escalating' };
  }
  return { kind: 'waits', at: nextDuty(technician, at, desk.settings)?.toISOString() ?? null };
}

/** A critical case, or one with a hazard, is put on a person at once, whoever is on duty. */
export function cannotWait({ priority }: Pick<Case, 'priority'>): boolean {
  return priority.level === 'critical' || priority.hazard;
}

/**
 * A case as a technician or dispatcher sees it. `offer` is the case's open offer, if there is one.
 * Names of secret facts only: their values are shown by `showSecretFact`.
 */
export function viewForTechnician(
  item: Case,
  viewer: { upn: string; offer: Offer | null },
  ctx: HandoffContext,
): TechnicianCaseView {
  const { desk } = ctx.loaded;
  const { packet } = item;
  const relation = relationOf(item, viewer, desk);
  const offer = relation === 'offered' ? viewer.offer : null;
  return {
    ...viewCase(item, desk, ctx.at),
    viewer: { upn: viewer.upn, relation },
    offerId: offer?.id ?? null,
    acknowledgeBy: offer?.acknowledgeBy?.toISOString() ?? null,
    type: item.type,
    category: item.category,
    hazard: item.priority.hazard,
    reporters: 1 + item.reporterUpns.length,
    others: othersOf(item, desk),
    requester: {
      name: packet.requester.name,
      title: packet.requester.title,
      phone: packet.requester.phone,
      upn: packet.requester.upn,
    },
    askRemote: relation === 'assigned' && item.resolvedAt !== null && item.couldBeRemote === undefined,
    site: viewSite(item),
    device: packet.device,
    symptom: packet.symptom,
    since: packet.since,
    affected: packet.affected,
    attempts: packet.attempts.map(({ noteTitle, outcome }) => ({ noteTitle, outcome })),
    notes: viewTechnicianNotes([...packet.notesShown, ...packet.technicianNotes], ctx),
    dialogue: packet.dialogue.map(({ at, name, text }) => ({ at: at.toISOString(), name, text })),
    attachments: packet.attachments.map(({ name, size, id }) => ({
      name,
      size: size ?? null,
      id: id ?? null,
    })),
    classificationReason: packet.classificationReason,
    withheld: packet.withheld,
    colleagues: [
      ...colleaguesOf(viewer.upn, item, desk),
      ...(relation === 'dispatcher' ? contractorsFor(item, desk) : []),
    ],
    nextStep: nextStepOf(item, relation),
    resolution: item.resolution,
    machine: packet.machine ? viewMachine(packet.machine) : null,
    ...(packet.reportedBy
      ? { reportedBy: { name: packet.reportedBy.name, rewritten: packet.reportedBy.rewritten } }
      : {}),
    wording: relation === 'assigned' ? wordingOfCase(item, desk) : null,
    ...viewContractors(item, desk, ctx.at),
    mayReturn: isOpen(item.state) && item.assignee?.kind === 'contractor' && relation !== 'offered',
  };
}

function viewMachine({
  summary,
  translation,
  suggestion,
}: MachineWords): NonNullable<TechnicianCaseView['machine']> {
  return { summary, translation, suggestion };
}

function othersOf({ reports = [] }: Case, desk: Desk): NonNullable<TechnicianCaseView['others']> {
  return reports
    .filter(({ splitInto }) => splitInto === null)
    .map(({ upn, siteId, packet }) => ({
      upn,
      name: packet.requester.name,
      siteName: siteId === null ? null : (desk.sites.get(siteId)?.name ?? null),
    }));
}

function viewSite({ packet: { site } }: Case): TechnicianCaseView['site'] {
  return (
    site && {
      name: site.name,
      address: site.address,
      phone: site.phone,
      visitHours: site.visitHours,
      visitNotes: site.visitNotes,
      facts: Object.entries(site.facts).map(([name, value]) => ({ name, value })),
      secretFacts: site.secretFacts,
    }
  );
}

type Relation = TechnicianCaseView['viewer']['relation'];

function relationOf(item: Case, viewer: { upn: string; offer: Offer | null }, desk: Desk): Relation {
  if (item.assignee?.id === viewer.upn) return 'assigned';
  if (viewer.offer?.status === 'offered' && viewer.offer.to.id === viewer.upn) return 'offered';
  const person = desk.people.get(viewer.upn);
  return person && mayDispatch(person) ? 'dispatcher' : 'former';
}

/** Colleagues that it can be passed on to: those with the skill first. */
function colleaguesOf(upn: string, item: Case, desk: Desk): TechnicianCaseView['colleagues'] {
  const skilled = (skills: readonly string[]) => skills.length === 0 || skills.includes(item.category);
  return [...desk.technicians.values()]
    .filter((technician) => technician.upn !== upn)
    .sort((a, b) => Number(skilled(b.skills)) - Number(skilled(a.skills)) || (a.upn < b.upn ? -1 : 1))
    .map((technician) => ({
      upn: technician.upn,
      name: desk.people.get(technician.upn)?.name ?? technician.upn,
    }));
}

/** A dispatcher can give it to any of them but the one who has it. */
function contractorsFor(item: Case, { settings }: Desk): TechnicianCaseView['colleagues'] {
  const holder = item.assignee ?? item.offeredTo;
  return settings.contractors
    .filter(({ id }) => holder?.kind !== 'contractor' || holder.id !== id)
    .map(({ id, name }) => ({ upn: contractorChoice(id), name }));
}

function nextStepOf(item: Case, relation: Relation): TechnicianCaseView['nextStep'] {
  if (relation === 'offered') return 'answer-offer';
  if (relation !== 'assigned' || item.state === 'closed' || item.state === 'cancelled') return 'none';
  if (item.state === 'resolved') return 'wait-for-confirmation';
  if (item.state === 'on-hold' && item.holdReason === 'awaiting-requester') return 'wait-for-requester';
  if (item.onSiteAt !== null) return 'resolve';
  return item.promisedAt === null ? 'say-when' : 'go';
}
