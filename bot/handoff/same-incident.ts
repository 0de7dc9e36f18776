import type { Desk } from '#bot/desk/desk.ts';
import { type Case, isOpen } from './case.ts';
import { readWords } from './words-of-report.ts';

/** What of a new report is compared with what is open. */
export type LikeReport = {
  readonly upn: string;
  readonly siteId: string;
  readonly category: string;
  readonly type: Case['type'];
  readonly impact: Case['priority']['impact'];
  readonly text: string;
  readonly at: Date;
};

/** What a whole site, or several, share: one switch, one line, one system. */
export const sharedCategories: readonly string[] = ['network', 'server', 'application', 'phone'];
/** What hangs on the site's own line, and on those of the sites behind it. */
const byLine: readonly string[] = ['network', 'phone'];
/** Reports of one outage follow each other within hours when somebody speaks of a whole site, else within one. */
export const outageWithin = 4 * 3_600_000;
const lookAlikeWithin = 3_600_000;
/** A thing that one person has, or that stands in one room: its trouble need not be the neighbour's. */
const ownThing =
  /(?:dator|laptop|chromebook|surfplatt|lärplatt|ipad|padd|mobil|headset|computer|tablet|skrivar|printer|projektor)/iu;
const onlyMe = /\b(?:bara|endast|only|just)\s+(?:jag|min|mitt|mig|hos mig|me|my)\b/iu;
/** Proper names, and words with a capital or a figure inside: how systems are called. */
const systemName =
  /(?<=[\p{L}\p{N}.,:;]\s)\p{Lu}[\p{L}\p{N}]{3,}|[\p{L}\p{N}]*\p{Ll}\p{Lu}[\p{L}\p{N}]*|\p{L}{3,}\d+/gu;

/**
 * Is it only us? The open case that a new report belongs to: announced by a dispatcher; about a service that is shared,
 * at the same site or one that hangs on the same line, or about the same system; within a short time. One switch is a
 * whole site here, so two reports are enough, unless one of them is about a thing of somebody's own. Null: it is new.
 */
export function findSameIncident(report: LikeReport, open: readonly Case[], desk: Desk): Case | null {
  const candidates = open.filter(
    (known) =>
      isOpen(known.state) &&
      known.category === report.category &&
      known.requesterUpn !== report.upn &&
      known.type === 'incident' &&
      report.type === 'incident',
  );
  return (
    candidates.find((known) => isAnnouncedFor(known, report.siteId, desk)) ??
    candidates.find((known) => looksAlike(known, report, desk)) ??
    null
  );
}

function isAnnouncedFor({ announcement }: Case, siteId: string, desk: Desk): boolean {
  if (announcement === undefined) return false;
  const { siteIds } = announcement;
  return siteIds.length === 0 || siteIds.some((id) => areConnected(id, siteId, desk));
}

function looksAlike(known: Case, report: LikeReport, desk: Desk): boolean {
  if (!sharedCategories.includes(report.category) || known.siteId === null) return false;
  const age = report.at.getTime() - known.createdAt.getTime();
  const wholeSite = known.priority.impact === 'high' || report.impact === 'high';
  const isSameSite = known.siteId === report.siteId;
  if (isSameSite && wholeSite) return age <= outageWithin;
  if (isOfOneself(known.packet.symptom) || isOfOneself(report.text)) return false;
  if (byLine.includes(report.category)) {
    if (isSameSite) return age <= lookAlikeWithin;
    return wholeSite && age <= lookAlikeWithin && areConnected(known.siteId, report.siteId, desk);
  }
  return age <= lookAlikeWithin && nameSameSystem(known.packet.symptom, report.text);
}

function isOfOneself(text: string): boolean {
  const { device } = readWords(text);
  return onlyMe.test(text) || (device !== null && ownThing.test(device));
}

function nameSameSystem(a: string, b: string): boolean {
  const names = (text: string) => new Set([...text.matchAll(systemName)].map(([name]) => name.toLowerCase()));
  return names(a).intersection(names(b)).size > 0;
}

/** The same site, one that hangs on the other, or two that hang on the same one. */
export function areConnected(a: string, b: string, desk: Desk): boolean {
  return a === b || upstreamOf(a, desk).intersection(upstreamOf(b, desk)).size > 0;
}

/** The site itself and all that it hangs on; a circle in the data is walked once. */
function upstreamOf(id: string, desk: Desk, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const next of desk.sites.get(id)?.dependsOn ?? []) upstreamOf(next, desk, seen);
  return seen;
}
