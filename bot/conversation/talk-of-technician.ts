import { relayToRequester } from '#bot/handoff/relay-to-requester.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { handoffContext, outcomeOfCase } from './hand-off-report.ts';
import type { Stores } from './stores.ts';
import type { Outcome, Turn } from './turn.ts';

const aboutNumber = /^\s*(vk-\d+)\s*[:,–-]?\s+(.+)$/is;

/**
 * A photograph by whoever has a case, or "VK-1042: jag tar med en ny kabel": for the requester, not a report of one's own.
 * Null: something else.
 */
export async function talkOfTechnician(turn: Turn, stores: Stores, own: Triage): Promise<Outcome | null> {
  const { message, person, text } = turn;
  if (!turn.loaded.desk.technicians.has(person.upn)) return null;
  const [, number = null, words] = aboutNumber.exec(text) ?? [];
  const photographs = message.attachments.some(({ contentType }) => contentType.startsWith('image/'));
  // A picture with a whole report beside it is a report: technicians have troubles of their own.
  const isOwnMatter =
    own.intent === 'report' && own.category.id !== null && text.trim().split(/\s+/).length > 6;
  if (number === null && (!photographs || isOwnMatter)) return null;
  const names = message.attachments.map(({ name }) => name).join(', ');
  const relayed = await relayToRequester(stores, handoffContext(turn), {
    actor: person,
    number,
    text: (words ?? text).trim() || names,
    messageId: message.id,
    attachments: message.attachments,
  });
  if (relayed?.case == null || relayed.view === null) return null;
  const { case: about, view, deliveryIds } = relayed;
  const to = about.packet.requester.name;
  const reply = { kind: 'relayed-to-requester', case: view, to } as const;
  return outcomeOfCase(turn, about, { replies: [reply], caseEffect: 'updated', deliveryIds });
}
