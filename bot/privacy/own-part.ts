import type { Case, ContextPacket } from '#bot/handoff/case.ts';
import type { Forget } from './forget-in-text.ts';
import type { PersonRecord } from './person-record.ts';

/** What stands where somebody else stood in one person's export. */
export const another = 'en annan person';

/**
 * What of a case is this person's to see: their own report whole with the dialogue, or, where they worked on another's,
 * only what they did and when. Others who reported it too are counted, not named.
 */
export function ownPart(item: Case, record: PersonRecord): Record<string, unknown> {
  const { number, state, category, siteId, createdAt, resolvedAt, promisedAt, resolution, title } = item;
  const isThem = (upn: string) => record.identity.ids.includes(upn.toLowerCase());
  const steps = record.steps
    .filter(({ caseId }) => caseId === item.id)
    .map(({ at, kind, byThem }) => ({ at, kind, byThem }));
  const packet = isThem(item.requesterUpn)
    ? item.packet
    : item.reports?.find(({ upn }) => isThem(upn))?.packet;
  const facts = { number, state, category, siteId, createdAt, resolvedAt };
  if (packet === undefined) return { ...facts, role: 'handled', steps: steps.filter(({ byThem }) => byThem) };
  const others = [item.requesterUpn, ...item.reporterUpns].filter((upn) => !isThem(upn)).length;
  return { ...facts, role: 'reported', title, promisedAt, resolution, ...said(packet), others, steps };
}

function said(packet: ContextPacket): Record<string, unknown> {
  const { requester, device, symptom, since, affected, attempts, dialogue, attachments, machine } = packet;
  return {
    ...{ requester, device, symptom, since, affected, attempts, dialogue, attachments },
    classificationReason: packet.classificationReason,
    ...(machine ? { writtenByMachine: machine } : {}),
  };
}

const address = /(?:unlisted:[\da-f-]{36}|[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,})/giu;

/** Takes other people out of what is given to one: their addresses, and the names of those in the same cases. */
export function createMask({ identity, others }: Pick<PersonRecord, 'identity' | 'others'>): Forget {
  const own = new Set(identity.ids);
  const names = others.filter((name) => name.trim().includes(' '));
  const inText = (text: string) =>
    names
      .reduce((left, name) => left.replaceAll(new RegExp(literally(name), 'giu'), another), text)
      .replaceAll(address, (found) => (own.has(found.toLowerCase()) ? found : another));
  const mask: Forget = (value) => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(mask);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner)]));
  };
  return mask;
}

function literally(text: string): string {
  return text
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
}
