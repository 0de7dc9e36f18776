import { createHash } from 'node:crypto';
import type { Desk } from '#bot/desk/desk.ts';
import { serviceTimeBetween } from '#bot/desk/service-hours.ts';
import type { Case, CaseEvent, CaseEventKind } from '#bot/handoff/case.ts';
import { type ContractorRecord, contractorRecords } from '#bot/handoff/contractor-record.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import { comesBackWithin, type Elapsed, type Fact, type Load, loads, type Step } from './fact.ts';
import { monthOf, weekOf } from './local-week.ts';

/** A case with what its fact rests on. */
export type CaseToCount = {
  readonly item: Case;
  readonly events: readonly CaseEvent[];
  /** Open cases that whoever took it first had then; null: no technician took it. */
  readonly openWhenTaken: number | null;
  /** Null: no model worked on it. */
  readonly modelCost: number | null;
};

/** One case as it is counted, as of `at`. Pure. */
export function makeCaseFact({ item, events, ...rest }: CaseToCount, desk: Desk, at: Date): Fact {
  const { settings } = desk;
  const { packet } = item;
  const reportedAt = startOf(item);
  const records = contractorRecords(item, settings, at);
  const worst = worstOf(records);
  return {
    id: item.id,
    matter: 'case',
    number: item.number,
    version: item.version,
    at: reportedAt,
    week: weekOf(reportedAt, settings.timezone),
    month: monthOf(reportedAt, settings.timezone),
    ...placeOf(item.siteId, desk),
    category: item.category,
    priority: item.priority.level,
    type: item.type,
    load: loadOf(rest.openWhenTaken),
    contractorId: worst?.contractorId ?? null,
    person: pseudonym(item.requesterUpn),
    worker: item.assignee?.kind === 'technician' ? pseudonym(item.assignee.id) : null,
    things: thingsOf(packet.device, packet.notesShown),
    outcome: outcomeOf(item),
    endedAt: item.resolvedAt,
    cameBack: wasReopened(events),
    hadNote: packet.attempts.length > 0,
    notes: [...new Set(packet.attempts.map(({ noteId }) => noteId))],
    notesSolved: 0,
    notesFailed: packet.attempts.filter(({ outcome }) => outcome === 'not-solved').length,
    asked: askedIn(item),
    elapsed: elapsedOf(item, events, desk, reportedAt),
    promisesKept: (item.promises ?? []).filter(({ outcome }) => outcome === 'kept').length,
    promisesLate: (item.promises ?? []).filter(({ outcome }) => outcome === 'late').length,
    reassigned: reassignedIn(events),
    bounces: records.flatMap(({ bounces }) => bounces.map(({ reason }) => reason)),
    contractor: worst && {
      waited: toSeconds(worst.waited),
      promised: worst.promised === null ? null : toSeconds(worst.promised),
      kept: worst.kept,
    },
    visited: item.onSiteAt !== null || events.some(({ kind }) => kind === 'on-site'),
    couldBeRemote: item.couldBeRemote ?? null,
    modelCost: rest.modelCost,
  };
}

/** The site, and what it belongs to, as the desk has it now. */
export function placeOf(siteId: string | null, desk: Desk): Pick<Fact, 'siteId' | 'area' | 'siteKind'> {
  const site = siteId === null ? undefined : desk.sites.get(siteId);
  return { siteId, area: site?.area || null, siteKind: site?.kind ?? null };
}

/** The same for the same person, and nothing that says who: enough to count people. */
export function pseudonym(upn: string): string {
  return createHash('sha256').update(`insights ${upn}`).digest('base64url').slice(0, 12);
}

/** A note for every site is no thing at a site. */
export function thingsOf(device: string | null, noteIds: readonly string[]): string[] {
  const own = noteIds.filter((id) => !id.startsWith('_shared/'));
  return [...new Set([...(device === null ? [] : [`device:${device.trim().toLowerCase()}`]), ...own])];
}

function loadOf(open: number | null): Load | null {
  if (open === null) return null;
  const place = open <= 2 ? 0 : open <= 5 ? 1 : open <= 9 ? 2 : 3;
  return loads[place] ?? null;
}

/** From the first word about it, not from when it became a case. */
function startOf({ createdAt, packet }: Case): Date {
  const first = packet.dialogue.find(({ who }) => who === 'requester')?.at ?? createdAt;
  const early = createdAt.getTime() - first.getTime();
  return early > 0 && early < 86_400_000 ? first : createdAt;
}

function outcomeOf({ state }: Case): Fact['outcome'] {
  if (state === 'cancelled') return 'cancelled';
  return state === 'resolved' || state === 'closed' ? 'resolved' : 'open';
}

function askedIn({ packet }: Case): number {
  const asked = new Set(
    (['sv', 'en'] as const).flatMap((language) => Object.values(dialogueWords(language).asked)),
  );
  return packet.dialogue.filter(({ who, text }) => who === 'vaktis' && asked.has(text)).length;
}

function wasReopened(events: readonly CaseEvent[]): boolean {
  return events.some(({ kind, at }, place) => {
    if (kind !== 'reopened') return false;
    const solved = events.slice(0, place).findLast((event) => event.kind === 'resolved');
    return solved !== undefined && at.getTime() - solved.at.getTime() <= comesBackWithin;
  });
}

const given: readonly CaseEventKind[] = ['accepted', 'sent-to-contractor'];

/** How often it went to somebody after somebody had it: the same person again is no other. */
function reassignedIn(events: readonly CaseEvent[]): number {
  const holders = events
    .filter(({ kind, data }) => given.includes(kind) && data.comment !== true)
    .map(({ kind, actor, data }) =>
      kind === 'accepted' ? actor : `to ${String(data.contractorId ?? data.contractor ?? '')}`,
    );
  return holders.filter((holder, place) => place > 0 && holder !== holders[place - 1]).length;
}

const spoken: readonly CaseEventKind[] = ['asked-requester', 'told-requester', 'on-site', 'resolved'];

function elapsedOf(
  item: Case,
  events: readonly CaseEvent[],
  { settings }: Desk,
  from: Date,
): Partial<Record<Step, Elapsed>> {
  const first = (kinds: readonly CaseEventKind[]) =>
    events.find(({ kind, data }) => kinds.includes(kind) && data.comment !== true)?.at;
  const { attempts, dialogue } = item.packet;
  const answers = [
    attempts[0]?.at,
    dialogue.find(({ who }) => who === 'technician' || who === 'contractor')?.at,
    first(spoken),
  ].filter((at) => at !== undefined);
  const ends: Record<Step, Date | null | undefined> = {
    answer: answers.sort((a, b) => a.getTime() - b.getTime())[0],
    acknowledgement: first(given),
    arrival: first(['on-site']) ?? item.onSiteAt,
    resolution: outcomeOf(item) === 'resolved' ? item.resolvedAt : null,
  };
  const known = Object.entries(ends).flatMap(([step, to]) =>
    to === null || to === undefined || to < from
      ? []
      : [
          [
            step,
            {
              service: toSeconds(serviceTimeBetween(from, to, settings.serviceHours, settings)),
              wall: toSeconds(to.getTime() - from.getTime()),
            },
          ] as const,
        ],
  );
  return Object.fromEntries(known);
}

/** A broken promise outweighs a kept one; of two alike the longer wait. */
function worstOf(records: readonly ContractorRecord[]): ContractorRecord | null {
  const rank = ({ kept }: ContractorRecord) => (kept === false ? 0 : kept === true ? 1 : 2);
  return records.toSorted((a, b) => rank(a) - rank(b) || b.waited - a.waited)[0] ?? null;
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
