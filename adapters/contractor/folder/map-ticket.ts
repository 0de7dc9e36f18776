import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import type { FolderTicket } from './schema.ts';

/** The case as it is written to the folder. It was filtered before: nothing is taken out here. */
export function mapTicket({ reference, case: item, deskName, siteName }: ContractorTicket): FolderTicket {
  const { packet } = item;
  const { site } = packet;
  return {
    reference,
    desk: deskName,
    createdAt: item.createdAt.toISOString(),
    type: item.type,
    category: item.category,
    priority: { ...item.priority },
    title: item.title,
    requester: { ...packet.requester },
    site: site && {
      name: siteName ?? site.name,
      address: site.address,
      phone: site.phone,
      visitHours: site.visitHours,
      visitNotes: site.visitNotes,
      facts: { ...site.facts },
    },
    device: packet.device,
    symptom: packet.symptom,
    since: packet.since,
    affected: packet.affected,
    attempts: packet.attempts.map(({ noteTitle, outcome }) => ({ note: noteTitle, outcome })),
    dialogue: packet.dialogue.map(({ at, name, text }) => ({ at: at.toISOString(), name, text })),
    attachments: packet.attachments.map(({ name }) => name),
    classificationReason: packet.classificationReason,
    language: packet.language,
    withheld: [...packet.withheld],
    comments: [],
  };
}
