import type { Desk } from '#bot/desk/desk.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import type { Case, ContextPacket } from './case.ts';

export type Filtered = {
  /** The case as it may cross. */
  readonly case: Case;
  /** Names of what was left out, for the case and its history; never values. */
  readonly withheld: readonly string[];
};

/** Shorter values ("ja", "2") stand in sentences by chance and would black out everything. */
const shortestValue = 4;
const mark = '[…]';

/**
 * What a contractor may see of a case: without secret facts and technicians' notes whatever the settings say,
 * and without what the contractor's `withhold` names. Values of withheld facts, personal identity numbers and
 * [privat] parts are taken out of every text, wherever they stand.
 */
export function filterForContractor(item: Case, contractor: Contractor, desk: Desk): Filtered {
  const withhold = new Set([...contractor.withhold, ...desk.settings.secretFacts]);
  const scrub = createScrubber(valuesOf(item, desk, withhold));
  const packet = filterPacket(item.packet, withhold, scrub.text);
  const withheld = [...namesLeftOut(item, desk, withhold), ...scrub.found()];
  const all = [...new Set([...item.packet.withheld, ...withheld])].sort();
  // What several said is in the one dialogue, filtered; their own reports stay here whole, and so do the house's promises.
  const { reports: _reports, promises: _promises, announcement: _announcement, ...own } = item;
  const filtered: Case = {
    ...own,
    title: scrub.text(item.title),
    resolution: item.resolution && scrub.text(item.resolution),
    packet: { ...packet, withheld: all },
  };
  // The title and resolution may hold what the packet did not.
  return { case: filtered, withheld: [...new Set([...all, ...scrub.found()])].sort() };
}

function filterPacket(
  packet: ContextPacket,
  withhold: ReadonlySet<string>,
  text: (value: string) => string,
): ContextPacket {
  const opt = (name: string, value: string | null) =>
    value === null || withhold.has(name) ? null : text(value);
  // What a machine wrote is for our own technicians: it may say in other words what is withheld.
  const { machine: _machine, ...known } = packet;
  const { requester, site } = packet;
  return {
    ...known,
    requester: {
      ...requester,
      title: opt('requester_title', requester.title),
      phone: opt('requester_phone', requester.phone),
    },
    site: site && {
      ...site,
      address: opt('address', site.address),
      phone: opt('phone', site.phone),
      visitHours: opt('visit_hours', site.visitHours),
      visitNotes: opt('visit_notes', site.visitNotes),
      facts: filterFacts(site.facts, withhold, text),
      secretFacts: [],
    },
    device: opt('device', packet.device),
    symptom: text(packet.symptom),
    since: packet.since && text(packet.since),
    affected: packet.affected && text(packet.affected),
    attempts: packet.attempts.map((attempt) => ({ ...attempt, noteTitle: text(attempt.noteTitle) })),
    // Technicians' knowledge never crosses, not even the names of its notes.
    technicianNotes: [],
    dialogue: withhold.has('dialogue')
      ? []
      : packet.dialogue.map((line) => ({ ...line, text: text(line.text) })),
    attachments: withhold.has('attachments')
      ? []
      : packet.attachments.map((attachment) => ({ ...attachment, name: text(attachment.name) })),
    classificationReason: text(packet.classificationReason),
  };
}

function filterFacts(
  facts: Readonly<Record<string, string>>,
  withhold: ReadonlySet<string>,
  text: (value: string) => string,
): Record<string, string> {
  const kept = Object.entries(facts).filter(([name]) => !withhold.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, text(value)]));
}

/** Fields that were there and are not any more. */
function namesLeftOut(item: Case, desk: Desk, withhold: ReadonlySet<string>): string[] {
  const { packet } = item;
  const site = item.siteId === null ? undefined : desk.sites.get(item.siteId);
  const facts = { ...site?.facts, ...packet.site?.facts };
  const present: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value || null])),
    address: packet.site?.address,
    phone: packet.site?.phone,
    visit_hours: packet.site?.visitHours,
    visit_notes: packet.site?.visitNotes,
    requester_title: packet.requester.title,
    requester_phone: packet.requester.phone,
    device: packet.device,
    dialogue: packet.dialogue[0],
    attachments: packet.attachments[0],
  };
  const names = [...withhold].filter((name) => present[name] != null);
  return packet.technicianNotes.length > 0 ? [...names, 'technician_notes'] : names;
}

/** The values behind the withheld facts, as they may stand in somebody's words: name by value. */
function valuesOf(item: Case, desk: Desk, withhold: ReadonlySet<string>): Map<string, string> {
  const site = item.siteId === null ? undefined : desk.sites.get(item.siteId);
  const facts = Object.entries({ ...site?.facts, ...item.packet.site?.facts });
  const hidden = facts.filter(([name, value]) => withhold.has(name) && value.trim().length >= shortestValue);
  return new Map(hidden.map(([name, value]) => [value.trim(), name]));
}

type Scrubber = { readonly text: (value: string) => string; readonly found: () => readonly string[] };

/** Takes secrets out of texts and remembers the names of those it met. */
function createScrubber(values: ReadonlyMap<string, string>): Scrubber {
  const met = new Set<string>();
  const text = (value: string): string => {
    let kept = stripPrivate(value);
    if (kept !== value && /\[\s*\/?\s*private?\b/i.test(value)) met.add('private_parts');
    for (const { start, end } of findPersonalIdentityNumbers(kept).toReversed()) {
      kept = kept.slice(0, start) + mark + kept.slice(end);
      met.add('personal_identity_number');
    }
    for (const [secret, name] of values) {
      const cut = kept.replaceAll(new RegExp(escapePattern(secret), 'giu'), mark);
      if (cut !== kept) met.add(name);
      kept = cut;
    }
    return kept;
  };
  return { text, found: () => [...met] };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
