import type { Assignee, Case, ContextPacket } from '#bot/handoff/case.ts';
import type { JoinedReport } from '#bot/handoff/case-record.ts';

/** What stands where somebody's id stood. Of everybody the same: what is left cannot be put together again. */
export const erasedId = 'borttagen';
/** What stands where a name stood in a text. */
export const erasedName = 'borttagen person';

/** Whether that id is one of those who shall not be found any more. */
export type Forgotten = (id: string) => boolean;
export const everybody: Forgotten = () => true;

/**
 * The case as statistics: what, where, when, how long, who sort of, and how it ended. Words and names are gone of
 * those who shall be forgotten; with the requester go the words of the whole case. Everything is named here that
 * stays, so that a new field is forgotten until somebody decides that it may stay.
 */
export function anonymiseCase(item: Case, isForgotten: Forgotten): Case {
  const forget = (upn: string) => (isForgotten(upn) ? erasedId : upn);
  const isTheirs = isForgotten(item.requesterUpn);
  const { packet, requesterUpn, reporterUpns, assignee, offeredTo, title, resolution, contractorReference } =
    item;
  const words = isTheirs
    ? { title: '', resolution: null, contractorReference: null }
    : { title, resolution, contractorReference };
  return {
    ...item,
    ...words,
    ...(item.contractorState && isTheirs ? { contractorState: { ...item.contractorState, theirs: '' } } : {}),
    ...(item.announcement && isTheirs ? { announcement: { ...item.announcement, text: '' } } : {}),
    ...withPromises(item, forget),
    ...withStays(item, isForgotten, isTheirs),
    ...(item.reports ? { reports: item.reports.map((report) => anonymiseReport(report, isForgotten)) } : {}),
    requesterUpn: forget(requesterUpn),
    reporterUpns: reporterUpns.map(forget),
    packet: isTheirs ? emptyPacket(packet) : withoutReporter(packet, isForgotten),
    assignee: anonymiseAssignee(assignee, forget),
    offeredTo: anonymiseAssignee(offeredTo, forget),
  };
}

function anonymiseReport(report: JoinedReport, isForgotten: Forgotten): JoinedReport {
  if (!isForgotten(report.upn)) return { ...report, packet: withoutReporter(report.packet, isForgotten) };
  return { ...report, upn: erasedId, packet: emptyPacket(report.packet) };
}

/** Which place, which notes were tried and how it went: nothing that anybody said. */
function emptyPacket(packet: ContextPacket): ContextPacket {
  const { site, attempts, notesShown, technicianNotes, language } = packet;
  return {
    requester: { upn: erasedId, name: '', title: null, phone: null },
    site: site && {
      ...{ id: site.id, name: site.name, address: null, phone: null, visitHours: null, visitNotes: null },
      facts: {},
      secretFacts: [],
    },
    device: null,
    symptom: '',
    since: null,
    affected: null,
    attempts: attempts.map(({ at, noteId, outcome }) => ({ at, noteId, noteTitle: '', outcome })),
    notesShown,
    technicianNotes,
    dialogue: [],
    attachments: [],
    classificationReason: '',
    language,
    withheld: [],
  };
}

function withoutReporter(packet: ContextPacket, isForgotten: Forgotten): ContextPacket {
  const { reportedBy, ...rest } = packet;
  if (reportedBy === undefined || !isForgotten(reportedBy.upn)) return packet;
  return { ...rest, reportedBy: { ...reportedBy, upn: erasedId, name: erasedName } };
}

function anonymiseAssignee(assignee: Assignee | null, forget: (upn: string) => string): Assignee | null {
  if (assignee === null || assignee.kind === 'contractor') return assignee;
  return { ...assignee, id: forget(assignee.id) };
}

function withPromises(item: Case, forget: (upn: string) => string): Partial<Case> {
  if (item.promises === undefined) return {};
  return { promises: item.promises.map((promise) => ({ ...promise, byUpn: forget(promise.byUpn) })) };
}

function withStays({ contractorStays }: Case, isForgotten: Forgotten, isTheirs: boolean): Partial<Case> {
  if (contractorStays === undefined) return {};
  return {
    contractorStays: contractorStays.map((stay) => {
      if (stay.bounce === undefined) return stay;
      const { words, byUpn, ...bounce } = stay.bounce;
      const by = byUpn !== null && isForgotten(byUpn) ? null : byUpn;
      return { ...stay, bounce: { ...bounce, words: isTheirs ? null : words, byUpn: by } };
    }),
  };
}

/** Ids, codes and instants of an event may stay; what somebody wrote, and who, may not. */
export function anonymiseFacts(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key, value]) => maySay(key, value)));
}

const codes = new Set(
  'offerId noteId why state from to missing how newsId contractor fileId splitFrom into waitsUntil promised at level site category'.split(
    ' ',
  ),
);

function maySay(key: string, value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return true;
  if (Array.isArray(value)) return codes.has(key) && value.every((one) => maySay(key, one));
  return codes.has(key) && typeof value === 'string' && /^(?!unlisted)[\w:./+-]{1,64}$/.test(value);
}
