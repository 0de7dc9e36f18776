import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { OutsideSystemFailed } from '#bot/errors.ts';
import { contractorTicketWords } from '#bot/i18n/contractor-ticket.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { filterForContractor } from './boundary.ts';
import { type Case, type CaseEvent, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import type { ContractorTicket, MessagePlace } from './contractor-connector.ts';
import type { UnderWay } from './contractor-line.ts';
import { passToNext } from './escalate.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';
import { watchClocksLater } from './watch-clocks.ts';

/** What the contractor's system is to be told next. */
export type ContractorStep = {
  readonly contractor: Contractor;
  readonly ticket: ContractorTicket;
  /** Null: the case itself. Otherwise a comment on it, already filtered. */
  readonly comment: string | null;
  /** The comment says why a solved case is opened again. */
  readonly reopens: boolean;
  /** Id of a file to send along; then there is no comment. Null: none. */
  readonly fileId: string | null;
  readonly withheld: readonly string[];
};

/** Failures in a row after which the requester and the dispatchers are told. */
const failuresUntilTold = 3;
const toldOf: readonly CaseEvent['kind'][] = [
  'detail-added',
  'requester-answered',
  'joined',
  'reopened',
  'cancelled',
  'confirmed',
];

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
  const sent = events.findLastIndex(
    ({ kind, data }) => kind === 'sent-to-contractor' && data.comment !== true,
  );
  const message = placeMessage(events, contractor.id);
  const nothing = { item, contractor, message, comment: null, reopens: false, fileId: null };
  if (item.assignee?.kind !== 'contractor') return isOpen(item.state) ? stepOf(nothing, ctx) : null;
  const untold = events.slice(sent + 1).filter(({ kind }) => toldOf.includes(kind));
  const commented = events.slice(sent + 1).filter(({ kind }) => kind === 'sent-to-contractor').length;
  const next = untold[commented];
  if (next !== undefined) {
    const reopens = next.kind === 'reopened';
    return stepOf({ ...nothing, comment: commentOf(next, ctx), reopens }, ctx);
  }
  const fileId = files ? nextFile(item, contractor, events) : null;
  if (fileId === null) return null;
  const unsureTries = unsureTriesOf(events, contractor.id, { fileId, number: message.number });
  return stepOf({ ...nothing, message: { ...message, unsureTries }, fileId }, ctx);
}

/** Only what arrived for certain has an event, so a message keeps its number until it does. */
function placeMessage(events: readonly CaseEvent[], contractorId: string): MessagePlace {
  const arrived = events.filter(({ kind }) => kind === 'sent-to-contractor');
  const earlier = arrived.flatMap(({ data }, n) => (data.contractor === contractorId ? [n + 1] : []));
  const number = arrived.length + 1;
  return { number, earlier, unsureTries: unsureTriesOf(events, contractorId, { number, fileId: null }) };
}

/** A message and a file are told apart: what became of the one says nothing of the other. */
function unsureTriesOf(
  events: readonly CaseEvent[],
  contractorId: string,
  { number, fileId }: { readonly number: number; readonly fileId: string | null },
): number {
  return events.filter(
    ({ kind, data }) =>
      kind === 'contractor-failed' &&
      data.contractor === contractorId &&
      data.ambiguous === true &&
      (data.fileId ?? null) === fileId &&
      (fileId !== null || data.message === number),
  ).length;
}

/** The first file that is kept here and has not gone to them. */
function nextFile(item: Case, contractor: Contractor, events: readonly CaseEvent[]): string | null {
  if (contractor.withhold.includes('attachments')) return null;
  const sent = events.filter(({ kind, data }) => kind === 'file-sent' && data.contractor === contractor.id);
  const known = new Set(sent.map(({ data }) => data.fileId));
  const file = item.packet.attachments.find(({ id }) => id !== undefined && !known.has(id));
  return file?.id ?? null;
}

function contractorOf(item: Case, { loaded }: HandoffContext): Contractor | null {
  const party = item.assignee ?? item.offeredTo;
  if (party?.kind !== 'contractor') return null;
  return loaded.desk.settings.contractors.find(({ id }) => id === party.id) ?? null;
}

type Wanted = Pick<ContractorStep, 'contractor' | 'comment' | 'reopens' | 'fileId'> & {
  readonly item: Case;
  readonly message: MessagePlace;
};

/** The comment goes through the same filter as the case, as a line of its dialogue. */
function stepOf(
  { item, contractor, message, comment, reopens, fileId }: Wanted,
  ctx: HandoffContext,
): ContractorStep {
  const { desk } = ctx.loaded;
  const line = { at: ctx.at, who: 'requester', name: '', text: comment ?? '' } as const;
  const withComment = { ...item, packet: { ...item.packet, dialogue: [line] } };
  const filtered = filterForContractor(item, contractor, desk);
  const words = filterForContractor(
    withComment,
    { ...contractor, withhold: withoutDialogue(contractor) },
    desk,
  );
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
    comment: comment === null ? null : (words.case.packet.dialogue[0]?.text ?? ''),
    reopens,
    fileId,
    withheld: filtered.withheld,
  };
}

function withoutDialogue(contractor: Contractor): string[] {
  return contractor.withhold.filter((name) => name !== 'dialogue');
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
  if (sent.step.fileId !== null) return recordFile(work, sent.caseId, id, sent.step.fileId);
  const { number: message, unsureTries } = sent.step.ticket.message;
  const data = {
    contractor: id,
    reference: sent.contractorReference,
    withheld: sent.step.withheld,
    message,
    possibleDuplicates: unsureTries,
  };
  await record(work, sent.caseId, 'sent-to-contractor', 'vaktis', { ...data, comment: isComment });
  if (isComment) return { case: await stores.cases.get(sent.caseId), deliveryIds: [] };
  const taken = await changeCase(work, sent.caseId, (current) => takenBy(current, id, sent));
  if (taken === null) return { case: null, deliveryIds: [] };
  const notice = { event: 'sent-to-contractor', reference: sent.contractorReference } as const;
  await watchClocksLater(work, taken);
  await tellRequesters(work, taken, notice);
  await refreshCards(work, taken);
  return { case: taken, deliveryIds: work.deliveryIds };
}

/** Sent, or not to be had any more: it is not tried again. */
async function recordFile(work: Work, caseId: string, contractor: string, fileId: string): Promise<Recorded> {
  await record(work, caseId, 'file-sent', 'vaktis', { contractor, fileId });
  return { case: await work.stores.cases.get(caseId), deliveryIds: [] };
}

/** Somebody else may have been given it while their system was asked. */
function takenBy(
  current: Case,
  id: string,
  sent: { step: ContractorStep; contractorReference: string | null },
): Case | null {
  if (!isOpen(current.state) || current.offeredTo?.id !== id) return null;
  const withheld = [...new Set([...current.packet.withheld, ...sent.step.withheld])];
  return {
    ...current,
    state: 'in-progress',
    assignee: { kind: 'contractor', id },
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
  const { caseId, message, fileId } = underWay;
  const data = { contractor: contractorId, final: false, ambiguous: true, about: 'system', message, fileId };
  await record(startWork(stores, ctx), caseId, 'contractor-failed', contractorId, data);
}
