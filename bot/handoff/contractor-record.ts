import type { Contractor, DeskSettings, DurationText } from '#bot/desk/desk-settings.ts';
import { isDuration } from '#bot/desk/duration.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';
import { addServiceTime, serviceTimeBetween } from '#bot/desk/service-hours.ts';
import type { Case, HoldReason } from './case.ts';
import type { Bounce, ContractorStay } from './case-record.ts';
import { stopsClock } from './clock-stops.ts';
import { staysOf } from './contractor-stays.ts';
import { contractorTime, holdsWith } from './contractor-time.ts';

/** One wait while they had the case. */
export type RecordedHold = {
  readonly reason: HoldReason;
  readonly from: Date;
  /** Null: it goes on. */
  readonly to: Date | null;
  /** Whether their clock stood still. */
  readonly stopped: boolean;
  /** Milliseconds in their service hours. */
  readonly length: number;
};

/** What a contract follow-up needs of one case and one contractor. Lengths in milliseconds of their service hours. */
export type ContractorRecord = {
  readonly contractorId: string;
  /** When they first had it. */
  readonly from: Date;
  readonly heardAt: Date | null;
  readonly heardAfter: number | null;
  /** Until the first sign of somebody there, where they promise that; null: they do not. */
  readonly respondPromised: number | null;
  /** Null: no promise, or too early to say. */
  readonly respondKept: boolean | null;
  /** Without the waits that stop their clock. */
  readonly waited: number;
  readonly promised: number | null;
  readonly dueAt: Date | null;
  /** Null: no promise, too early to say, or it was not theirs to solve. */
  readonly kept: boolean | null;
  readonly outcome: 'with-them' | NonNullable<ContractorStay['ended']>;
  readonly endedAt: Date | null;
  readonly holds: readonly RecordedHold[];
  readonly bounces: readonly Bounce[];
  /** How often it was opened again after they called it solved. */
  readonly reopenings: number;
};

/** One for each contractor who has had the case, in the order in which they got it. Those whom the desk no longer has are left out. */
export function contractorRecords(item: Case, settings: DeskSettings, at: Date): ContractorRecord[] {
  const ids = new Set(staysOf(item).map(({ contractorId }) => contractorId));
  return [...ids].flatMap((id) => {
    const contractor = settings.contractors.find((known) => known.id === id);
    return contractor ? recordOf(item, contractor, settings, at) : [];
  });
}

function recordOf(item: Case, contractor: Contractor, settings: DeskSettings, at: Date): ContractorRecord[] {
  const within = contractor.promise[item.priority.level] ?? null;
  const time = contractorTime(item, contractor, within, { settings, at });
  const stays = staysOf(item).filter(({ contractorId }) => contractorId === contractor.id);
  const last = stays.at(-1);
  if (time === null || last === undefined) return [];
  const length = (from: Date, to: Date) => serviceTimeBetween(from, to, contractor.serviceHours, settings);
  return [
    {
      contractorId: contractor.id,
      ...time,
      ...response(item, contractor, settings, at),
      kept: isKept(time.waited, time.promised, last),
      outcome: last.ended ?? 'with-them',
      endedAt: last.to,
      holds: holdsWith(item, contractor.id, at).map(({ reason, from, to, goesOn }) => ({
        reason,
        from,
        to: goesOn ? null : to,
        stopped: stopsClock(reason, 'contractor'),
        length: length(from, to),
      })),
      bounces: stays.flatMap(({ bounce }) => bounce ?? []),
      reopenings: stays.filter((_stay, n) => stays[n - 1]?.ended === 'resolved').length,
    },
  ];
}

/** More than was promised is broken whatever comes; kept is what they have solved in time. */
function isKept(waited: number, promised: number | null, { ended }: ContractorStay): boolean | null {
  if (promised === null) return null;
  if (waited > promised) return false;
  return ended === 'resolved' ? true : null;
}

function response(
  item: Case,
  contractor: Contractor,
  settings: DeskSettings,
  at: Date,
): Pick<ContractorRecord, 'heardAt' | 'heardAfter' | 'respondPromised' | 'respondKept'> {
  const [first] = staysOf(item).filter(({ contractorId }) => contractorId === contractor.id);
  if (first === undefined)
    return { heardAt: null, heardAfter: null, respondPromised: null, respondKept: null };
  const length = (to: Date) => serviceTimeBetween(first.from, to, contractor.serviceHours, settings);
  const { heardAt } = first;
  const heardAfter = heardAt === null ? null : length(heardAt);
  const within = respondPromise(contractor, item.priority.level);
  if (within === null) return { heardAt, heardAfter, respondPromised: null, respondKept: null };
  const respondPromised = length(addServiceTime(first.from, within, contractor.serviceHours, settings));
  const soFar = heardAfter ?? length(first.to ?? at);
  const respondKept = soFar > respondPromised ? false : heardAfter === null ? null : true;
  return { heardAt, heardAfter, respondPromised, respondKept };
}

/** A contractor's setting `respond_promise: { critical: 15m, … }`: what is no length of time counts for nothing. */
function respondPromise({ settings }: Contractor, level: PriorityLevel): DurationText | null {
  const promises = settings.respond_promise;
  if (typeof promises !== 'object' || promises === null) return null;
  const within: unknown = Object.entries(promises).find(([name]) => name === level)?.[1];
  return typeof within === 'string' && isDuration(within) ? within : null;
}
