import { type Case, isOpen } from './case.ts';
import type { HoldRecord, PromiseRecord } from './case-record.ts';
import { keepStays } from './contractor-stays.ts';

/** Whoever comes a few minutes after the time has kept their word. */
const grace = 5 * 60_000;

/**
 * What a change of a case means for its promises, waits and clocks. Asked for every change that is stored, so that no
 * way through a case forgets them.
 */
export function keepRecord(before: Case, after: Case, at: Date): Case {
  if (isOpen(after.state) && !isOpen(before.state)) {
    const anew = { ...begunAnew(after, at), ...stays(before, after, at) };
    return keepRecord({ ...after, ...stays(before, after, at) }, anew, at);
  }
  if (makesPromiseVain(before, after, at)) return keepRecord(before, { ...after, promisedAt: null }, at);
  const promises = settlePromises(before, after, at);
  const holds = keepHolds(before, after, at);
  return {
    ...after,
    ...(promises.length > 0 ? { promises } : {}),
    ...(holds.length > 0 ? { holds } : {}),
    ...responded(before, after, at),
    ...(startsWithContractor(before, after) ? { contractorSince: at } : {}),
    ...stays(before, after, at),
  };
}

function stays(before: Case, after: Case, at: Date): Pick<Case, 'contractorStays'> {
  const contractorStays = keepStays(before, after, at);
  return contractorStays.length > 0 ? { contractorStays } : {};
}

/** A wait for a part, for access or for the contractor, or an answer that came after the promised time. */
function makesPromiseVain(before: Case, after: Case, at: Date): boolean {
  const promise = currentPromise(after);
  if (promise === null || after.promisedAt === null) return false;
  const waits = after.state === 'on-hold' && after.holdReason !== before.holdReason;
  if (waits) return after.holdReason !== 'awaiting-requester';
  return before.state === 'on-hold' && after.state !== 'on-hold' && promise.at <= at;
}

/** Opened again: nobody has responded to that yet. */
function begunAnew(item: Case, at: Date): Case {
  const { respondedAt: _responded, overdueToldAt: _told, ...rest } = item;
  return { ...rest, reopenedAt: at };
}

/** A new promise, in the place of any that still holds. */
export function withPromise(
  item: Case,
  promise: Pick<PromiseRecord, 'at' | 'byUpn' | 'madeAt' | 'how'>,
): Case {
  const settled = (item.promises ?? []).map((known) => settle(known, 'changed', promise.madeAt));
  const made: PromiseRecord = { ...promise, outcome: null, settledAt: null };
  return { ...item, promisedAt: promise.at, promises: [...settled, made] };
}

/** The promise was not kept; it stands as broken, and another can be made. */
export function withBrokenPromise(item: Case, at: Date): Case {
  return { ...item, promises: (item.promises ?? []).map((known) => settle(known, 'late', at)) };
}

/** The promise that still holds. */
export function currentPromise(item: Case): PromiseRecord | null {
  return item.promises?.findLast(({ outcome }) => outcome === null) ?? null;
}

function settlePromises(before: Case, after: Case, at: Date): readonly PromiseRecord[] {
  const promises = after.promises ?? [];
  if (currentPromise(after) === null) return promises;
  const arrived = after.onSiteAt !== null && before.onSiteAt === null;
  const solved = after.state === 'resolved' && before.state !== 'resolved';
  if (arrived || solved)
    return promises.map((known) => settle(known, isInTime(known, at) ? 'kept' : 'late', at));
  const wentElsewhere = after.assignee?.id !== before.assignee?.id && before.assignee !== null;
  const ended = !isOpen(after.state) && isOpen(before.state);
  if (wentElsewhere || ended || after.promisedAt === null)
    return promises.map((known) => settle(known, 'given-up', at));
  return promises;
}

function settle(
  known: PromiseRecord,
  outcome: NonNullable<PromiseRecord['outcome']>,
  at: Date,
): PromiseRecord {
  return known.outcome === null ? { ...known, outcome, settledAt: at } : known;
}

function isInTime(promise: PromiseRecord, at: Date): boolean {
  return at.getTime() <= promise.at.getTime() + grace;
}

function keepHolds(before: Case, after: Case, at: Date): readonly HoldRecord[] {
  const known = after.holds ?? [];
  const was = before.state === 'on-hold' ? before.holdReason : null;
  const is = after.state === 'on-hold' ? after.holdReason : null;
  if (was === is) return known;
  const ended = known.map((hold) => (hold.to === null ? { ...hold, to: at } : hold));
  return is === null ? ended : [...ended, { reason: is, from: at, to: null }];
}

/** A person did something for the requester: went there, wrote, asked, solved it. */
function responded(before: Case, after: Case, at: Date): Pick<Case, 'respondedAt'> {
  if (after.respondedAt !== undefined) return {};
  const spoken = (item: Case) => item.packet.dialogue.filter(({ who }) => who === 'technician').length;
  const did =
    (after.onSiteAt !== null && before.onSiteAt === null) ||
    (after.state === 'resolved' && before.state !== 'resolved') ||
    spoken(after) > spoken(before) ||
    // Their system has it: from here on the contractor's promise counts.
    startsWithContractor(before, after);
  return did ? { respondedAt: at } : {};
}

function startsWithContractor(before: Case, after: Case): boolean {
  return after.assignee?.kind === 'contractor' && before.assignee?.id !== after.assignee.id;
}
