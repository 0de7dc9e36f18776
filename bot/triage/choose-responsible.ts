import type { Desk } from '#bot/desk/desk.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { isAbsent, isOnCall, isOnDuty, nextDuty, nextPlanned } from '#bot/desk/duty.ts';
import { isOpen, nextOpen } from '#bot/desk/service-hours.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { distance, isExcepted, isSkilled, knowingReason, rankTechnicians } from './rank-technicians.ts';
import { catchAllContractor, findParty } from './responsibility-row.ts';
import type { ChooseResponsible, ResponsibilityQuestion, Responsible } from './responsible.ts';
import type { Reason } from './triage-result.ts';

/** One choice under way: what was asked, the order of those who can, and why so far. */
type Choice = {
  readonly desk: Desk;
  readonly question: ResponsibilityQuestion;
  /** Best first. */
  readonly order: readonly Technician[];
  readonly first: Technician;
  readonly reasons: readonly Reason[];
};

/**
 * Who gets this, as the exchange format's "Who gets a local handoff" says: the note, the matrix, then skill,
 * nearness, load, duty. Null only when the desk has neither a technician nor a contractor left to ask.
 */
export const chooseResponsible: ChooseResponsible = (desk, question) => {
  const party = findParty(desk, question);
  if (party.kind === 'contractor') return toContractor(desk, question, party.contractor, party.reasons);
  const order = rankTechnicians(desk, question);
  const named = party.kind === 'technician' ? available(desk, question, party.upn) : null;
  const first = named ?? order[0];
  if (first) return chooseTechnician({ desk, question, order, first, reasons: party.reasons });
  return withoutTechnician(desk, question, party.reasons);
};

function available(desk: Desk, question: ResponsibilityQuestion, upn: string | null): Technician | null {
  if (upn === null || isExcepted(upn, question)) return null;
  return desk.technicians.get(upn) ?? null;
}

function chooseTechnician(choice: Choice): Responsible {
  const { first } = choice;
  if (isReady(choice, first))
    return knowing(choice, reached(choice, first, 'on-duty', nearness(choice, first)));
  const deputy = deputyOf(choice);
  if (deputy && isReady(choice, deputy)) {
    return reached(choice, deputy, 'on-duty', instead(choice, 'responsible.deputy', deputy));
  }
  const next = choice.order.find((technician) => isReady(choice, technician));
  if (next) return reached(choice, next, 'on-duty', instead(choice, 'responsible.next', next));
  // Everybody at work has their hands full: a full desk is still better than a case that nobody has.
  const full = [first, ...choice.order].find((technician) => onDuty(choice, technician));
  if (full) return reached(choice, full, 'on-duty', instead(choice, 'responsible.all-full', full));
  return choice.question.level === 'critical' ? chooseForCritical(choice) : waitForDuty(choice);
}

/** With what put the first choice before others who are as near. */
function knowing({ desk, question, first, order }: Choice, chosen: Responsible): Responsible {
  if (order[0]?.upn !== first.upn) return chosen;
  return { ...chosen, reasons: [...chosen.reasons, ...knowingReason(desk, question, first)] };
}

function onDuty({ desk, question }: Choice, technician: Technician): boolean {
  return isOnDuty(technician, question.at, desk.settings);
}

/** On duty, and below the limit of open cases unless it is critical. */
function isReady(choice: Choice, technician: Technician): boolean {
  const { level, openCases } = choice.question;
  const open = openCases.get(technician.upn) ?? 0;
  const full = level !== 'critical' && technician.maxOpen !== null && open >= technician.maxOpen;
  return !full && onDuty(choice, technician);
}

/** The first choice's deputy, if skilled and not tried before. */
function deputyOf({ desk, question, first }: Choice): Technician | null {
  const deputy = available(desk, question, first.deputy);
  return deputy && isSkilled(deputy, question) ? deputy : null;
}

/** Nobody is on duty: on call, else the first choice all the same while the escalation starts at once. */
function chooseForCritical(choice: Choice): Responsible {
  const { desk, question, first, order } = choice;
  const onCall = [first, ...order].find((technician) => isOnCall(technician, question.at, desk.settings));
  if (onCall) return reached(choice, onCall, 'on-call', instead(choice, 'responsible.on-call', onCall));
  const readyAt = nextDuty(first, question.at, desk.settings);
  const reason = { key: 'responsible.escalates-at-once', values: { technician: nameOf(desk, first) } };
  return responsible(choice, first, { availability: 'escalates-at-once', readyAt, reason });
}

/** Nobody is on duty and it can wait: for the first choice, or for the deputy of one who is away. */
function waitForDuty(choice: Choice): Responsible {
  const waitsFor = isAway(choice, choice.first) ? substitute(choice) : choice.first;
  const readyAt = nextDuty(waitsFor, choice.question.at, choice.desk.settings);
  const reason = { key: 'responsible.waits', values: { technician: nameOf(choice.desk, waitsFor) } };
  return responsible(choice, waitsFor, { availability: 'waits', readyAt, reason });
}

/** Absent now, or at what would be the next duty: leave that begins tomorrow must not make a case wait for weeks. */
function isAway({ desk, question }: Choice, technician: Technician): boolean {
  if (isAbsent(technician, question.at, desk.settings)) return true;
  const planned = nextPlanned(technician, question.at, desk.settings);
  return planned === null || isAbsent(technician, planned, desk.settings);
}

function substitute(choice: Choice): Technician {
  const deputy = deputyOf(choice);
  if (deputy && !isAway(choice, deputy)) return deputy;
  const next = choice.order.find((technician) => !isAway(choice, technician));
  // All are away: the deputy's return is waited for, if there will be one.
  const comesBack = deputy && nextDuty(deputy, choice.question.at, choice.desk.settings) !== null;
  return next ?? (comesBack ? deputy : choice.first);
}

function reached(
  choice: Choice,
  technician: Technician,
  availability: 'on-duty' | 'on-call',
  reason: Reason,
): Responsible {
  return responsible(choice, technician, { availability, readyAt: choice.question.at, reason });
}

function responsible(
  { first, reasons }: Choice,
  technician: Technician,
  how: { availability: Responsible['availability']; readyAt: Date | null; reason: Reason },
): Responsible {
  return {
    kind: 'technician',
    id: technician.upn,
    availability: how.availability,
    readyAt: how.readyAt,
    insteadOf: technician.upn === first.upn ? null : first.upn,
    reasons: [...reasons, how.reason],
  };
}

function nearness({ desk, question }: Choice, technician: Technician): Reason {
  const keys = ['responsible.of-site', 'responsible.of-area', 'responsible.of-desk'] as const;
  const site = question.siteId === null ? undefined : desk.sites.get(question.siteId);
  return {
    key: keys[distance(desk, technician, question.siteId)],
    values: { technician: nameOf(desk, technician), site: site?.name ?? '', area: site?.area ?? '' },
  };
}

function instead(choice: Choice, key: string, technician: Technician): Reason {
  const { desk, question, first } = choice;
  const absent = isAbsent(first, question.at, desk.settings);
  const why = absent ? 'absent' : onDuty(choice, first) ? 'full' : 'off-duty';
  return { key, values: { technician: nameOf(desk, technician), insteadOf: nameOf(desk, first), why } };
}

function nameOf(desk: Desk, technician: Technician): string {
  return desk.people.get(technician.upn)?.name ?? technician.upn;
}

/** Nobody local can take it: the contractor who takes what is left, else any technician, whatever the skills. */
function withoutTechnician(
  desk: Desk,
  question: ResponsibilityQuestion,
  reasons: readonly Reason[],
): Responsible | null {
  const why = [...reasons, { key: 'responsible.no-technician', values: {} }];
  const contractor = catchAllContractor(desk.settings);
  if (contractor) return toContractor(desk, question, contractor, why);
  const order = rankTechnicians(desk, { ...question, category: null });
  const first = order[0];
  return first
    ? chooseTechnician({ desk, question: { ...question, category: null }, order, first, reasons: why })
    : null;
}

function toContractor(
  desk: Desk,
  { at }: ResponsibilityQuestion,
  contractor: Contractor,
  reasons: readonly Reason[],
): Responsible {
  const open = isOpen(contractor.serviceHours, at, desk.settings);
  return {
    kind: 'contractor',
    id: contractor.id,
    availability: open ? 'contractor-open' : 'contractor-closed',
    readyAt: nextOpen(contractor.serviceHours, at, desk.settings),
    insteadOf: null,
    reasons,
  };
}
