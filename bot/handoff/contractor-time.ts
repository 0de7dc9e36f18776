import type { Contractor, DeskSettings, DurationText } from '#bot/desk/desk-settings.ts';
import { addServiceMilliseconds, addServiceTime, serviceTimeBetween } from '#bot/desk/service-hours.ts';
import type { Case } from './case.ts';
import type { ContractorStay, HoldRecord } from './case-record.ts';
import { stopsClock } from './clock-stops.ts';
import { staysOf } from './contractor-stays.ts';

/** From one instant to another. */
export type Span = { readonly from: Date; readonly to: Date };

/** How long a case has waited on one contractor, in their service hours, and how long they promised. */
export type ContractorTime = {
  /** When they first had it. */
  readonly from: Date;
  /** Milliseconds, without the waits that stop their clock and without the time between "solved" and a reopening. */
  readonly waited: number;
  /** Milliseconds; null: they promised nothing for this. */
  readonly promised: number | null;
  /** When the promise is, or was, used up, if nothing else stops it; null without a promise. */
  readonly dueAt: Date | null;
};

/** Null: this contractor never had it. `at`: as of when. */
export function contractorTime(
  item: Case,
  contractor: Contractor,
  within: DurationText | null,
  { settings, at }: { readonly settings: DeskSettings; readonly at: Date },
): ContractorTime | null {
  const [first] = staysOf(item).filter(({ contractorId }) => contractorId === contractor.id);
  if (first === undefined) return null;
  const hours = contractor.serviceHours;
  const length = ({ from, to }: Span) => serviceTimeBetween(from, to, hours, settings);
  const spans = countedSpans(item, contractor.id, at);
  const waited = spans.reduce((total, span) => total + length(span), 0);
  if (within === null) return { from: first.from, waited, promised: null, dueAt: null };
  // `2d` is two of their days as they were when they took it.
  const promised = length({ from: first.from, to: addServiceTime(first.from, within, hours, settings) });
  let left = promised;
  for (const span of spans) {
    const used = length(span);
    if (used >= left) {
      const dueAt = addServiceMilliseconds(span.from, left, hours, settings);
      return { from: first.from, waited, promised, dueAt };
    }
    left -= used;
  }
  // It stands still, or has not been used up: from where counting ended it goes on.
  const last = isOverFor(item, contractor.id) ? (spans.at(-1)?.to ?? at) : at;
  const dueAt = addServiceMilliseconds(last, left, hours, settings);
  return { from: first.from, waited, promised, dueAt };
}

/** When the case waited on that contractor, oldest first: they had it, and no wait stopped their clock. */
function countedSpans(item: Case, contractorId: string, at: Date): Span[] {
  const stopping = (item.holds ?? []).filter(({ reason }) => stopsClock(reason, 'contractor'));
  return staysOf(item)
    .filter((stay) => stay.contractorId === contractorId && stay.from < at)
    .flatMap((stay) => without({ from: stay.from, to: endOf(stay, at) }, stopping));
}

/** What of a wait fell into the time that they had the case. */
export function holdsWith(
  item: Case,
  contractorId: string,
  at: Date,
): (Span & Pick<HoldRecord, 'reason'> & { readonly goesOn: boolean })[] {
  const stays = staysOf(item).filter((stay) => stay.contractorId === contractorId);
  return (item.holds ?? []).flatMap(({ reason, from, to }) =>
    stays.flatMap((stay) => {
      const span = { from: later(from, stay.from), to: earlier(to ?? at, endOf(stay, at)) };
      return span.from < span.to ? [{ ...span, reason, goesOn: to === null && stay.to === null }] : [];
    }),
  );
}

function endOf({ to }: ContractorStay, at: Date): Date {
  return to === null ? at : earlier(to, at);
}

function isOverFor(item: Case, contractorId: string): boolean {
  return !staysOf(item).some((stay) => stay.contractorId === contractorId && stay.to === null);
}

function without(span: Span, holds: readonly HoldRecord[]): Span[] {
  return holds
    .reduce<Span[]>((left, hold) => left.flatMap((one) => cut(one, hold)), [span])
    .filter(({ from, to }) => from < to);
}

function cut(span: Span, { from, to }: HoldRecord): Span[] {
  return [
    { from: span.from, to: earlier(span.to, later(from, span.from)) },
    ...(to === null ? [] : [{ from: later(span.from, earlier(to, span.to)), to: span.to }]),
  ];
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
