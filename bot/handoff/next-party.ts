import type { EscalationStep } from '#bot/desk/desk-settings.ts';
import { isAbsent, isOnCall, isOnDuty } from '#bot/desk/duty.ts';
import { isOpen } from '#bot/desk/service-hours.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { rankTechnicians } from '#bot/triage/rank-technicians.ts';
import { catchAllContractor } from '#bot/triage/responsibility-row.ts';
import type { ResponsibilityQuestion } from '#bot/triage/responsible.ts';
import type { Assignee } from './case.ts';
import { dispatchersOf, type HandoffContext } from './context.ts';

/** What the next step of an escalation is judged by. Pure data, read beforehand. */
export type EscalationFacts = {
  readonly ctx: HandoffContext;
  readonly question: ResponsibilityQuestion;
  /** The technician who was asked first; the deputy is theirs. */
  readonly first: string | null;
  /** Ids of those who were asked already, people and contractors. */
  readonly tried: readonly string[];
  /** False for those whom a message cannot reach. */
  readonly isReachable: (upn: string) => boolean;
};

/** Who is asked next, by the desk's `then`, skipping those already tried, away, or out of reach. Null: nobody is left. */
export function nextParty(facts: EscalationFacts, steps: readonly EscalationStep[]): Assignee | null {
  for (const step of steps) {
    const party = takers[step](facts);
    if (party !== null) return party;
  }
  return lastResort(facts);
}

const takers: Record<EscalationStep, (facts: EscalationFacts) => Assignee | null> = {
  deputy: deputyOfFirst,
  any_technician: anyTechnician,
  contractor: openContractor,
  dispatcher: nextDispatcher,
};

function deputyOfFirst(facts: EscalationFacts): Assignee | null {
  const { technicians } = facts.ctx.loaded.desk;
  const first = facts.first === null ? undefined : technicians.get(facts.first);
  const deputy = first?.deputy ? technicians.get(first.deputy) : undefined;
  if (!deputy || !canTake(facts, deputy)) return null;
  const { category } = facts.question;
  const isSkilled = deputy.skills.length === 0 || category === null || deputy.skills.includes(category);
  return isSkilled ? { kind: 'technician', id: deputy.upn } : null;
}

function anyTechnician(facts: EscalationFacts): Assignee | null {
  const ranked = rankTechnicians(facts.ctx.loaded.desk, facts.question);
  const next = ranked.find((technician) => canTake(facts, technician));
  return next ? { kind: 'technician', id: next.upn } : null;
}

/** At work now, or on call when it cannot wait. */
function canTake(facts: EscalationFacts, technician: Technician): boolean {
  if (facts.tried.includes(technician.upn) || !facts.isReachable(technician.upn)) return false;
  const { at, loaded } = facts.ctx;
  const { settings } = loaded.desk;
  if (isOnDuty(technician, at, settings)) return true;
  return facts.question.level === 'critical' && isOnCall(technician, at, settings);
}

/** What cannot wait does not go to a contractor who has closed, while somebody else may be awake. */
function openContractor(facts: EscalationFacts): Assignee | null {
  const contractor = catchAllContractor(facts.ctx.loaded.desk.settings);
  if (contractor === null || facts.tried.includes(contractor.id)) return null;
  const { settings } = facts.ctx.loaded.desk;
  const canWait = facts.question.level !== 'critical';
  const isThere = canWait || isOpen(contractor.serviceHours, facts.ctx.at, settings);
  return isThere ? { kind: 'contractor', id: contractor.id } : null;
}

function nextDispatcher(facts: EscalationFacts): Assignee | null {
  const next = dispatchersOf(facts.ctx).find(
    ({ upn }) => !facts.tried.includes(upn) && facts.isReachable(upn) && !isAway(facts, upn),
  );
  return next ? { kind: 'dispatcher', id: next.upn } : null;
}

function isAway({ ctx }: EscalationFacts, upn: string): boolean {
  const technician = ctx.loaded.desk.technicians.get(upn);
  return technician !== undefined && isAbsent(technician, ctx.at, ctx.loaded.desk.settings);
}

/** The steps are used up: the dispatcher in any case, then the contractor, closed or not. */
function lastResort(facts: EscalationFacts): Assignee | null {
  const dispatcher = nextDispatcher(facts);
  if (dispatcher !== null) return dispatcher;
  const contractor = catchAllContractor(facts.ctx.loaded.desk.settings);
  if (contractor === null || facts.tried.includes(contractor.id)) return null;
  return { kind: 'contractor', id: contractor.id };
}
