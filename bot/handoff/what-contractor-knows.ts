import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { Case, CaseEvent } from './case.ts';
import type { MessagePlace } from './contractor-connector.ts';

const toldOf: readonly CaseEvent['kind'][] = [
  'detail-added',
  'requester-answered',
  'joined',
  'reopened',
  'given-back',
  'cancelled',
  'confirmed',
];

/** What a case held when it was composed for a contractor; what came later goes as comments. */
export type Composed = {
  /** Events of the history that it told. */
  readonly told: number;
  /** Lines of its dialogue. */
  readonly lines: number;
};

/** Only what arrived for certain has an event, so a message keeps its number until it does. */
export function placeMessage(events: readonly CaseEvent[], contractorId: string): MessagePlace {
  const arrived = events.filter(({ kind }) => kind === 'sent-to-contractor');
  const earlier = arrived.flatMap(({ data }, n) => (data.contractor === contractorId ? [n + 1] : []));
  const number = arrived.length + 1;
  const unsureTries = unsureTriesOf(events, contractorId, { fileId: null, number }).length;
  return { number, earlier, unsureTries };
}

/** A message and a file are told apart: what became of the one says nothing of the other. */
export function unsureTriesOf(
  events: readonly CaseEvent[],
  contractorId: string,
  { number, fileId }: { readonly number: number; readonly fileId: string | null },
): readonly CaseEvent[] {
  return events.filter(
    ({ kind, data }) =>
      kind === 'contractor-failed' &&
      data.contractor === contractorId &&
      data.ambiguous === true &&
      (data.fileId ?? null) === fileId &&
      (fileId !== null || data.message === number),
  );
}

/**
 * What the case itself tells: all of it, or no more than the first try that may have arrived told, for a ticket that is
 * found again holds no more.
 */
export function composeOf(item: Case, events: readonly CaseEvent[], contractorId: string): Composed {
  const { number } = placeMessage(events, contractorId);
  const [first] = unsureTriesOf(events, contractorId, { fileId: null, number });
  const { told, lines } = first?.data ?? {};
  if (typeof told === 'number' && typeof lines === 'number') return { told, lines };
  return { told: tellable(events).length, lines: item.packet.dialogue.length };
}

/** The first thing that was said since the case was composed, and has not been sent; null: none. */
export function nextUntold(events: readonly CaseEvent[]): CaseEvent | null {
  const at = events.findLastIndex(({ kind, data }) => kind === 'sent-to-contractor' && data.comment !== true);
  const written = events[at]?.data.told;
  const told = typeof written === 'number' ? written : tellable(events.slice(0, at + 1)).length;
  const comments = events.slice(at + 1).filter(({ kind }) => kind === 'sent-to-contractor').length;
  return tellable(events)[told + comments] ?? null;
}

function tellable(events: readonly CaseEvent[]): CaseEvent[] {
  return events.filter(({ kind }) => toldOf.includes(kind));
}

/** The first file that is kept here and has not gone to them. */
export function nextFile(item: Case, contractor: Contractor, events: readonly CaseEvent[]): string | null {
  if (contractor.withhold.includes('attachments')) return null;
  const sent = events.filter(({ kind, data }) => kind === 'file-sent' && data.contractor === contractor.id);
  const known = new Set(sent.map(({ data }) => data.fileId));
  const file = item.packet.attachments.find(({ id }) => id !== undefined && !known.has(id));
  return file?.id ?? null;
}
