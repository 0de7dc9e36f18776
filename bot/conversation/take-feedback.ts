import type { Delivery } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { identify } from './identify.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { Storage } from './stores.ts';

/** A thumb, or a reaction, on something that Vaktis said. */
export type Feedback = {
  /** Unique within the conversation; a second one with the same id has no effect. */
  readonly id: string;
  readonly address: ConversationAddress;
  readonly from: IncomingMessage['from'];
  readonly at: Date;
  /** The channel's id of what was said. */
  readonly messageId: string;
  readonly verdict: 'helpful' | 'unhelpful';
  readonly text: string | null;
};

export type TakeFeedback = (feedback: Feedback) => Promise<void>;

/** Keeps what people think of a note with the note. What was said without a note teaches nothing and is let go. */
export function createTakeFeedback(ports: { storage: Storage; deskSource: DeskSource }): TakeFeedback {
  return async ({ id, address, from, at, messageId, verdict, text }) => {
    const { desk } = await ports.deskSource.current();
    const { channel, conversationId } = address;
    await ports.storage.transaction(async (stores) => {
      const isNew = await stores.conversations.remember({ channel, conversationId, activityId: id, at });
      const delivery = isNew ? await stores.deliveries.sentAs(conversationId, messageId) : null;
      const noteId = delivery && noteOf(delivery);
      if (delivery === null || noteId === null) return;
      await stores.knowledge.addOutcome({
        noteId,
        at,
        outcome: verdict,
        byUpn: identify(from, desk).upn,
        caseId: delivery.caseId,
        text: text && maskSecrets(text).text,
      });
    });
  };
}

function noteOf({ content }: Delivery): string | null {
  if (content.kind !== 'reply') return null;
  const said = content.envelope.content;
  if (said.kind === 'answer') return said.note.id;
  if (said.kind === 'guided-step' || said.kind === 'note-quote') return said.noteId;
  return said.kind === 'not-it' ? (said.note?.id ?? null) : null;
}
