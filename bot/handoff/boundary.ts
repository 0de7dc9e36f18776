import type { Desk } from '#bot/desk/desk.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { type NotesAtHand, technicianNotes } from './boundary-notes.ts';
import { createScrubber, leftOut, type Scrubber } from './boundary-scrubber.ts';
import { gatherSecrets } from './boundary-secrets.ts';
import type { Case, ContextPacket } from './case.ts';
import { caseTitle } from './case-title.ts';

export type Filtered = {
  /** The case as it may cross. */
  readonly case: Case;
  /** Names of what was left out, for the case and its history; never values. */
  readonly withheld: readonly string[];
  /** In how many places something of each kind was taken out of words, or a field left out. */
  readonly counts: Readonly<Record<string, number>>;
};

/** What a filter goes by. */
type Rules = {
  readonly withhold: ReadonlySet<string>;
  readonly forTechnicians: ReadonlySet<string>;
  readonly text: (value: string) => string;
};

/**
 * What a contractor may see of a case: without secret facts and technicians' notes whatever the settings say,
 * and without what the contractor's `withhold` names. Their values, codes, key places, personal identity numbers,
 * passwords and [privat] parts are taken out of every text, wherever they stand and however they are written.
 * @param notes the house's notes; null: what they hold is not known, and stands in no text by itself
 */
export function filterForContractor(
  item: Case,
  contractor: Contractor,
  desk: Desk,
  notes: NotesAtHand | null = null,
): Filtered {
  const withhold = new Set([...contractor.withhold, ...desk.settings.secretFacts]);
  const scrubber = createScrubber(gatherSecrets(item, desk, { withhold, notes }));
  const rules = { withhold, forTechnicians: notes ? technicianNotes(notes) : new Set<string>(), ...scrubber };
  const packet = filterPacket(item.packet, rules);
  const filtered = filterCase(item, packet, scrubber, withhold);
  const gone = namesLeftOut(item, desk, rules);
  const counts = { ...Object.fromEntries(gone.map((name) => [name, 1])), ...scrubber.counts() };
  const withheld = [...new Set([...item.packet.withheld, ...gone, ...Object.keys(counts)])].sort();
  return { case: { ...filtered, packet: { ...packet, withheld } }, withheld, counts };
}

/** Named one by one: what a case learns to hold later stays here until somebody lets it cross. */
function filterCase(
  item: Case,
  packet: ContextPacket,
  { text }: Scrubber,
  withhold: ReadonlySet<string>,
): Case {
  const hidesUpn = withhold.has('requester_upn');
  return {
    id: item.id,
    number: item.number,
    state: item.state,
    holdReason: item.holdReason,
    type: item.type,
    priority: item.priority,
    category: item.category,
    siteId: item.siteId,
    requesterUpn: hidesUpn ? leftOut : item.requesterUpn,
    reporterUpns: hidesUpn ? [] : item.reporterUpns,
    replyLanguage: item.replyLanguage,
    title: filterTitle(item, text),
    packet,
    assignee: item.assignee,
    offeredTo: item.offeredTo,
    promisedAt: item.promisedAt,
    onSiteAt: item.onSiteAt,
    resolution: item.resolution && text(item.resolution),
    contractorReference: item.contractorReference,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    resolvedAt: item.resolvedAt,
    version: item.version,
    ...(item.contractorState ? { contractorState: item.contractorState } : {}),
    ...(item.contractorSince ? { contractorSince: item.contractorSince } : {}),
  };
}

/** A title is cut from somebody's words, perhaps in the middle of a secret: it is cut anew from the filtered ones. */
function filterTitle({ title, packet }: Case, text: Rules['text']): string {
  const sources = [
    packet.symptom,
    ...packet.symptom.split('\n'),
    ...packet.dialogue.map((line) => line.text),
  ];
  const source = sources.find((words) => caseTitle(words, '') === title);
  return source === undefined ? text(title) : caseTitle(text(source), leftOut);
}

/** What a machine wrote, and which colleague reported it, are not named here: they stay in the house. */
function filterPacket(packet: ContextPacket, rules: Rules): ContextPacket {
  const { withhold, text } = rules;
  const opt = (name: string, value: string | null) =>
    value === null || withhold.has(name) ? null : text(value);
  const isOpen = ({ noteId }: { noteId: string }) => !rules.forTechnicians.has(noteId);
  return {
    requester: filterRequester(packet.requester, rules),
    site: filterSite(packet.site, rules),
    device: opt('device', packet.device),
    symptom: text(packet.symptom),
    since: opt('since', packet.since),
    affected: opt('affected', packet.affected),
    attempts: packet.attempts
      .filter(isOpen)
      .map((attempt) => ({ ...attempt, noteTitle: text(attempt.noteTitle) })),
    notesShown: packet.notesShown.filter((noteId) => isOpen({ noteId })),
    // Technicians' knowledge never crosses, not even the names of its notes.
    technicianNotes: [],
    dialogue: withhold.has('dialogue') ? [] : packet.dialogue.map((line) => filterLine(line, rules)),
    attachments: withhold.has('attachments')
      ? []
      : packet.attachments.map((file) => ({
          ...file,
          name: text(file.name),
          contentType: plainType(file.contentType),
        })),
    classificationReason: filterReason(packet.classificationReason, rules),
    language: packet.language,
    withheld: packet.withheld,
  };
}

function filterRequester(
  requester: ContextPacket['requester'],
  { withhold, text }: Rules,
): ContextPacket['requester'] {
  const opt = (name: string, value: string | null) =>
    value === null || withhold.has(name) ? null : text(value);
  return {
    // Whoever reported it is named unless the desk says otherwise: somebody has to be called back.
    upn: withhold.has('requester_upn') ? leftOut : requester.upn,
    name: withhold.has('requester_name') ? leftOut : requester.name,
    title: opt('requester_title', requester.title),
    phone: opt('requester_phone', requester.phone),
  };
}

function filterSite(site: ContextPacket['site'], { withhold, text }: Rules): ContextPacket['site'] {
  const opt = (name: string, value: string | null) =>
    value === null || withhold.has(name) ? null : text(value);
  return (
    site && {
      id: site.id,
      name: site.name,
      address: opt('address', site.address),
      phone: opt('phone', site.phone),
      visitHours: opt('visit_hours', site.visitHours),
      visitNotes: opt('visit_notes', site.visitNotes),
      facts: Object.fromEntries(
        Object.entries(site.facts)
          .filter(([name]) => !withhold.has(name))
          .map(([name, value]) => [name, text(value)]),
      ),
      secretFacts: [],
    }
  );
}

type Line = ContextPacket['dialogue'][number];

function filterLine({ at, who, name, text: words }: Line, { withhold, text }: Rules): Line {
  const isNamed = who !== 'requester' || !withhold.has('requester_name');
  return { at, who, name: isNamed ? name : leftOut, text: text(words) };
}

/** A reason may name the note that it rests on. */
function filterReason(reason: string, { forTechnicians, text }: Rules): string {
  const named = [...forTechnicians].filter((id) => reason.includes(id));
  return text(named.reduce((left, id) => left.replaceAll(id, leftOut), reason));
}

/** `image/png; name=…` says more than a type. */
function plainType(contentType: string): string {
  return /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0] ?? 'application/octet-stream';
}

/** Fields that were there and are not any more. */
function namesLeftOut(item: Case, desk: Desk, { withhold, forTechnicians }: Rules): string[] {
  const { packet } = item;
  const site = item.siteId === null ? undefined : desk.sites.get(item.siteId);
  const facts = { ...site?.facts, ...packet.site?.facts };
  const present: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value || null])),
    address: packet.site?.address,
    phone: packet.site?.phone,
    visit_hours: packet.site?.visitHours,
    visit_notes: packet.site?.visitNotes,
    requester_name: packet.requester.name,
    requester_upn: packet.requester.upn,
    requester_title: packet.requester.title,
    requester_phone: packet.requester.phone,
    device: packet.device,
    since: packet.since,
    affected: packet.affected,
    dialogue: packet.dialogue[0],
    attachments: packet.attachments[0],
  };
  const names = [...withhold].filter((name) => present[name] != null);
  const usesNotes =
    packet.technicianNotes.length > 0 || packet.notesShown.some((id) => forTechnicians.has(id));
  return usesNotes ? [...names, 'technician_notes'] : names;
}
