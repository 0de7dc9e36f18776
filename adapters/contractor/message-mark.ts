import { createHash } from 'node:crypto';
import type { ContractorFile, ContractorTicket } from '#bot/handoff/contractor-connector.ts';

/**
 * The last line of everything that we write in another system: `[VK-1042/3]`. By it a try that may have arrived
 * is found again, and our own words are known when they come back among theirs.
 */
export function messageMark({ reference, message }: ContractorTicket): string {
  return `[${reference}/${message.number}]`;
}

/** The same for a file where it goes as a text of its own: `[VK-1042/f-3f9a01c2]`. Files have no number. */
export function fileMark({ reference }: ContractorTicket, { id }: Pick<ContractorFile, 'id'>): string {
  const short = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `[${reference}/f-${short}]`;
}

/** True for a text that ends with a mark of ours. */
export function isOurs(text: string): boolean {
  return /\[[A-Z]+-\d+\/(?:\d+|f-[0-9a-f]{8})\]\s*$/.test(text);
}

/** Our reference at the front of a title: how a ticket of ours is known. */
export function titleOf(reference: string, title: string, longest: number): string {
  const whole = `[${reference}] ${title.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()}`;
  const letters = Array.from(whole);
  return letters.length <= longest ? whole : `${letters.slice(0, longest - 1).join('')}…`;
}

/** The reference that a title begins with; null when it is not one of ours. */
export function referenceIn(title: string): string | null {
  return /^\s*\[([A-Z]{1,10}-\d{1,12})\]/.exec(title)?.[1] ?? null;
}
