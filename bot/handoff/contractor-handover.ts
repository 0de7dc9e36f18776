import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { OutsideSystemFailed } from '#bot/errors.ts';
import { contractorTicketWords } from '#bot/i18n/contractor-ticket.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { filterForContractor } from './boundary.ts';
import { filterWords } from './boundary-words.ts';
import { type Case, type CaseEvent, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import type { ContractorTicket, MessagePlace } from './contractor-connector.ts';
import type { UnderWay } from './contractor-line.ts';
import { passToNext } from './escalate.ts';
import { sayGivenBack } from './give-back.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';
import { watchClocksLater } from './watch-clocks.ts';
import {
  type Composed,
  composeOf,
  nextFile,
  nextUntold,
  placeMessage,
  unsureTriesOf,
} from './what-contractor-knows.ts';

/** What the contractor's system is to be told next. */
export type ContractorStep = {
  readonly contractor: Contractor;
  readonly ticket: ContractorTicket;
  /** What the case itself tells; null: it is a comment or a file. */
  readonly composed: Composed | null;
  /** Null: the case itself. Otherwise a comment on it, already filtered. */
  readonly comment: string | null;
  /** The comment says why a solved case is opened again. */
  readonly reopens: boolean;
  /** Id of a file to send along; then there is no comment. Null: none. */
  readonly fileId: string | null;
  readonly withheld: readonly string[];
  /** How many secrets of each kind were taken out of what is sent now. */
  readonly counts: Readonly<Record<string, number>>;
  /** The file stays here: it holds a secret that cannot be taken out. */
  readonly heldBack: boolean;
};

/** Failures in a row after which the requester and the dispatchers are told. */
const failuresUntilTold = 3;

/**
 * The next thing to send, or null when their system knows all. Filtered at this boundary, whatever it is. `files`:
 * their system takes files.
 */
export async function nextContractorStep(
  stores: HandoffStores,
  ctx: HandoffContext,
  { caseId, files }: { readonly caseId: string; readonly files: boolean },
): Promise<ContractorStep | null> {
  const item = await stores.cases.get(caseId);
  const contractor = item && contractorOf(item, ctx);
  if (item === null || contractor === null) return null;
  const events = await stores.cases.events(caseId);
  const message = placeMessage(events, contractor.id);
  const nothing = { item, contractor, message, composed: null, comment: null, reopens: false, fileId: null };
  if (item.assignee?.kind !== 'contractor') return isOpen(item.state) ? caseStep(nothing, events, ctx) : null;
  const next = nextUntold(events);
  if (next !== null) {
    const reopens = next.kind === 'reopened' || next.kind === 'given-back';
    return stepOf({ ...nothing, comment: commentOf(next, ctx), reopens }, ctx);
  }
  const fileId = files ? nextFile(item, contractor, events) : null;
  if (fileId === null) return null;
  const unsureTries = unsureTriesOf(events, contractor.id, { fileId, number: message.number }).length;
  return stepOf({ ...nothing, message: { ...message, unsureTries }, fileId }, ctx);
}

/** The case itself, with as much of its dialogue as a ticket holds that is there already. */
function caseStep(wanted: Wanted, events: readonly CaseEvent[], ctx: HandoffContext): ContractorStep {
  const { item, contractor } = wanted;
  const composed = composeOf(item, events, contractor.id);
  const dialogue = item.packet.dialogue.slice(0, composed.lines);
  return stepOf({ ...wanted, item: { ...item, packet: { ...item.packet, dialogue } }, composed }, ctx);
}

function contractorOf(item: Case, { loaded }: HandoffContext): Contractor | null {
  const party = item.assignee ?? item.offeredTo;
  if (party?.kind !== 'contractor') return null;
  return loaded.desk.settings.contractors.find(({ id }) => id === party.id) ?? null;
}

type Wanted = Pick<ContractorStep, 'contractor' | 'composed' | 'comment' | 'reopens' | 'fileId'> & {
  readonly item: Case;
  readonly message: MessagePlace;
};

/** The comment goes through the same filter as the case. */
function stepOf(
  { item, contractor, message, composed, comment, reopens, fileId }: Wanted,
  { loaded }: HandoffContext,
): ContractorStep {
  const { desk, notes } = loaded;
  const filtered = filterForContractor(item, contractor, desk, notes);
  const words = comment === null ? null : filterWords(comment, { item, contractor, loaded });
  const site = item.siteId === null ? null : desk.sites.get(item.siteId);
  return {
    contractor,
    ticket: {
      reference: item.number,
      case: filtered.case,
      deskName: desk.settings.name,
      siteName: site?.name ?? item.packet.site?.name ?? null,
      message,
    },
    composed,
    comment: words?.text ?? null,
    reopens,
    fileId,
    withheld: [...new Set([...filtered.withheld, ...Object.keys(words?.counts ?? {})])].sort(),
    counts: words?.counts ?? (fileId === null ? filtered.counts : {}),
    heldBack: false,
  };
}

/** What happened, for somebody who works in another system: who did what, and their words. */
function commentOf(event: CaseEvent, { loaded: { desk } }: HandoffContext): string {
  const name = desk.people.get(event.actor)?.name ?? event.actor;
  const text = typeof event.data.text === 'string' ? event.data.text : '';
  const did = contractorTicketWords(desk.settings.language).events[event.kind] ?? event.kind;
  return [`${name} ${did}`, text].filter(Boolean).join(': ');
}

/** As much of a failure as the case's history keeps. */
type ContractorFailure = Pick<OutsideSystemFailed, 'retryable' | 'ambiguous' | 'about'>;

type Recorded = { readonly case: Case | null; readonly deliveryIds: readonly string[] };

/** Their system has it: the requester hears who, with their reference. For a comment only the history changes. */
export async function recordSent(
  stores: HandoffStores,
  ctx: HandoffContext,
  sent: { caseId: string; step: ContractorStep; contractorReference: string | null },
): Promise<Recorded> {
  const work = startWork(stores, ctx);
  const { id } = sent.step.contractor;
  const isComment = sent.step.comment !== null;
  if (sent.step.fileId !== null) return recordFile(work, sent, sent.step.fileId);
  const { number: message, unsureTries } = sent.step.ticket.message;
  const data = {
    contractor: id,
    reference: sent.contractorReference,
    withheld: sent.step.withheld,
    counts: sent.step.counts,
    message,
    possibleDuplicates: unsureTries,
    ...(sent.step.composed ? { told: sent.step.composed.told } : {}),
  };
  await record(work, sent.caseId, 'sent-to-contractor', 'vaktis', { ...data, comment: isComment });
  if (isComment) return { case: await keepWithheld(work, sent), deliveryIds: [] };
  const taken = await changeCase(work, sent.caseId, (current) => takenBy(current, id, sent));
  if (taken === null || taken.state === 'cancelled') return { case: taken, deliveryIds: [] };
  const notice = { event: 'sent-to-contractor', reference: sent.contractorReference } as const;
  await sayGivenBack(work, taken, id);
  await watchClocksLater(work, taken);
  await tellRequesters(work, taken, notice);
  await refreshCards(work, taken);
  return { case: taken, deliveryIds: work.deliveryIds };
}

type Sent = { readonly caseId: string; readonly step: ContractorStep };

/** Sent, held back, or not to be had any more: it is not tried again. */
async function recordFile(work: Work, sent: Sent, fileId: string): Promise<Recorded> {
  const { contractor, counts, heldBack } = sent.step;
  const kept = heldBack ? { heldBack } : {};
  await record(work, sent.caseId, 'file-sent', 'vaktis', {
    contractor: contractor.id,
    fileId,
    counts,
    ...kept,
  });
  return { case: await keepWithheld(work, sent), deliveryIds: [] };
}

/** What was left out of something later is named in the case as well. */
async function keepWithheld(work: Work, { caseId, step }: Sent): Promise<Case | null> {
  const names = [...step.withheld, ...Object.keys(step.counts), ...(step.heldBack ? ['attachments'] : [])];
  const item = await work.stores.cases.get(caseId);
  if (item === null || names.every((name) => item.packet.withheld.includes(name))) return item;
  return changeCase(work, caseId, (current) => {
    const withheld = [...new Set([...current.packet.withheld, ...names])];
    return { ...current, packet: { ...current.packet, withheld } };
  });
}

/**
 * Somebody else may have been given it while their system was asked. What was cancelled meanwhile is theirs all the
 * same, so that they are told.
 */
function takenBy(
  current: Case,
  id: string,
  sent: { step: ContractorStep; contractorReference: string | null },
): Case | null {
  const contractor = { kind: 'contractor', id } as const;
  if (current.state === 'cancelled' && current.assignee === null)
    return { ...current, assignee: contractor, contractorReference: sent.contractorReference };
  if (!isOpen(current.state) || current.offeredTo?.id !== id) return null;
  const withheld = [...new Set([...current.packet.withheld, ...sent.step.withheld])];
  return {
    ...current,
    state: 'in-progress',
    assignee: contractor,
    offeredTo: null,
    contractorReference: sent.contractorReference,
    packet: { ...current.packet, withheld },
  };
}

/**
 * Their system did not take it. When it is this case that keeps failing, or will never succeed, the requester and the
 * dispatchers are told, once; when their system is away, contractor-down.ts tells them.
 */
export async function recordContractorFailure(
  stores: HandoffStores,
  ctx: HandoffContext,
  failed: { caseId: string; step: ContractorStep; error: ContractorFailure },
): Promise<Recorded & { readonly failures: number }> {
  const work = startWork(stores, ctx);
  const before = await failuresInARow(work, failed.caseId);
  const contractor = failed.step.contractor.id;
  const { ambiguous, about } = failed.error;
  const final = !failed.error.retryable && about === 'item';
  const { fileId } = failed.step;
  const { number: message } = failed.step.ticket.message;
  await record(work, failed.caseId, 'contractor-failed', contractor, {
    contractor,
    final,
    ambiguous,
    about,
    message,
    fileId,
    ...failed.step.composed,
  });
  // A file that they will never take must not be in the way of others.
  if (final && fileId !== null) {
    await record(work, failed.caseId, 'file-sent', contractor, { contractor, fileId, refused: true });
  }
  const failures = about === 'item' ? before + 1 : before;
  const item = await stores.cases.get(failed.caseId);
  if (item !== null && isOpen(item.state) && about === 'item')
    await reactToFailure(work, item, { step: failed.step, final, failures });
  return { case: item, failures, deliveryIds: work.deliveryIds };
}

async function reactToFailure(
  work: Work,
  item: Case,
  { step, final, failures }: { step: ContractorStep; final: boolean; failures: number },
): Promise<void> {
  const isRefused = final && step.comment === null && step.fileId === null;
  if (!isRefused && failures !== (final ? 1 : failuresUntilTold)) return;
  await tellRequesters(work, item, { event: 'contractor-unreachable' });
  // What they will never take needs somebody here; what is only late needs somebody who knows.
  if (isRefused) await passToNext(work, item, null, ['dispatcher', 'any_technician']);
  else await alertDispatchers(work, item);
}

async function failuresInARow({ stores }: Work, caseId: string): Promise<number> {
  const events = await stores.cases.events(caseId);
  const lastSent = events.findLastIndex(({ kind }) => kind === 'sent-to-contractor');
  return events
    .slice(lastSent + 1)
    .filter(({ kind, data }) => kind === 'contractor-failed' && data.about === 'item').length;
}

/** A sender died with this on its way: it may have arrived, so it counts as a try that nobody knows the end of. */
export async function recordLostTry(
  stores: HandoffStores,
  ctx: HandoffContext,
  { contractorId, underWay }: { readonly contractorId: string; readonly underWay: UnderWay },
): Promise<void> {
  const { caseId, message, fileId, composed } = underWay;
  const lost = { final: false, ambiguous: true, about: 'system' } as const;
  const data = { contractor: contractorId, ...lost, message, fileId, ...composed };
  await record(startWork(stores, ctx), caseId, 'contractor-failed', contractorId, data);
}
