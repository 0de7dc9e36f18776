import type { Person } from '#bot/desk/person.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { buildPacket, type ReportData } from './build-packet.ts';
import { type Case, isOpen } from './case.ts';
import type { JoinedReport } from './case-record.ts';
import { caseTitle } from './case-title.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { chooseFor } from './choose-for-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { refreshCards } from './outbox.ts';
import { placeCase } from './place-case.ts';
import type { RequesterResult } from './requester-actions.ts';
import type { HandoffStores, NewCase } from './stores.ts';
import { untouched } from './untouched.ts';
import { watchClocksLater } from './watch-clocks.ts';

export type JoinInput = {
  readonly caseId: string;
  readonly requester: Person;
  readonly triage: Triage;
  readonly report: ReportData;
};

/**
 * One more report of a known incident: kept whole beside it, so that it can be split off again. Whoever has the case sees
 * the counter go up on their one card. Null: the case is over, or this person is in it already.
 */
export async function joinIncident(
  stores: HandoffStores,
  ctx: HandoffContext,
  { caseId, requester, triage, report }: JoinInput,
): Promise<RequesterResult | null> {
  const work = startWork(stores, ctx);
  const siteId = triage.site.id;
  const joined: JoinedReport = {
    upn: requester.upn,
    at: ctx.at,
    siteId,
    packet: buildPacket(ctx, { requester, triage, report, siteId }),
    priority: triage.priority,
    replyLanguage: triage.replyLanguage,
    splitInto: null,
    works: false,
  };
  const saved = await changeCase(work, caseId, (current) => withReport(current, joined));
  if (saved === null) return null;
  await record(work, caseId, 'joined', requester.upn, {
    text: joined.packet.symptom,
    siteId,
    ...(report.reportedBy ? { reportedBy: report.reportedBy.upn } : {}),
  });
  if (saved.assignee?.kind === 'contractor')
    await stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId } });
  await refreshCards(work, saved);
  const view = viewCase(saved, ctx.loaded.desk, ctx.at);
  return { done: true, case: saved, view, deliveryIds: work.deliveryIds };
}

function withReport(current: Case, joined: JoinedReport): Case | null {
  const isIn = current.requesterUpn === joined.upn || current.reporterUpns.includes(joined.upn);
  if (isIn || !isOpen(current.state)) return null;
  const { packet } = current;
  return {
    ...current,
    // Whoever it hits hardest says how urgent it is.
    priority: moreUrgent(current.priority, joined.priority),
    reporterUpns: [...current.reporterUpns, joined.upn],
    reports: [...(current.reports ?? []), joined],
    packet: {
      ...packet,
      dialogue: [...packet.dialogue, ...joined.packet.dialogue],
      attachments: [...packet.attachments, ...joined.packet.attachments],
    },
  };
}

function moreUrgent(a: Case['priority'], b: Case['priority']): Case['priority'] {
  const more = priorityLevels.indexOf(b.level) < priorityLevels.indexOf(a.level) ? b : a;
  return { ...more, hazard: a.hazard || b.hazard };
}

/**
 * What was taken for the same is not: that report becomes a case of its own, with all that was said in it, and somebody
 * is asked. Null: this person is not in the incident, or was split off before.
 */
export async function splitOff(
  work: Work,
  incident: Case,
  upn: string,
  byUpn: string,
): Promise<{ readonly incident: Case; readonly own: Case } | null> {
  const report = reportOf(incident, upn);
  if (report === null) return null;
  const ownId = work.ctx.newId();
  const left = await changeCase(work, incident.id, (current) =>
    reportOf(current, upn) === null ? null : without(current, upn, ownId),
  );
  if (left === null) return null;
  const created = await work.stores.cases.create(draftOwn(work.ctx, ownId, left, report));
  await record(work, created.id, 'opened', upn, { splitFrom: incident.id, by: byUpn });
  await record(work, incident.id, 'split-off', byUpn, { upn, into: ownId });
  const own = await placeCase(work, created, await chooseFor(work, created, []));
  await watchClocksLater(work, own);
  await refreshCards(work, left);
  return { incident: left, own };
}

/** A report that is still part of the incident; the first reporter's own case is one too, as long as others are in it. */
function reportOf(incident: Case, upn: string): JoinedReport | null {
  const joined = incident.reports?.find((report) => report.upn === upn && report.splitInto === null);
  if (joined !== undefined) return joined;
  const isFirst =
    incident.requesterUpn === upn && incident.reporterUpns.length > 0 && !isOpen(incident.state);
  if (!isFirst) return null;
  const { packet, priority, replyLanguage, siteId, createdAt } = incident;
  return { upn, at: createdAt, siteId, packet, priority, replyLanguage, splitInto: null, works: false };
}

function without(incident: Case, upn: string, ownId: string): Case {
  const reports = (incident.reports ?? []).map((report) =>
    report.upn === upn ? { ...report, splitInto: ownId } : report,
  );
  const reporterUpns = incident.reporterUpns.filter((other) => other !== upn);
  return { ...incident, reports, reporterUpns };
}

function draftOwn(ctx: HandoffContext, id: string, incident: Case, report: JoinedReport): NewCase {
  const { packet, priority, replyLanguage, siteId, upn } = report;
  return {
    ...untouched,
    id,
    state: 'new',
    type: incident.type,
    priority,
    category: incident.category,
    siteId,
    requesterUpn: upn,
    replyLanguage,
    title: caseTitle(packet.symptom, packet.device ?? incident.category),
    packet,
    createdAt: ctx.at,
    splitFrom: incident.id,
  };
}
