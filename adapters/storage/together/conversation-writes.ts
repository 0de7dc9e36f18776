import type { ConversationStore } from '#bot/conversation/stores.ts';
import type { ContactStore } from '#bot/handoff/stores.ts';
import { createContactStore } from '../contact-store.ts';
import { createConversationStore } from '../conversation-store.ts';
import type { Unit } from './unit.ts';

/**
 * Taken to be the first and the only writer; write_together says when it was not so. `seen`: the activity of this
 * work is known to have been taken before.
 */
export function createConversationWrites(unit: Unit, seen: boolean): ConversationStore {
  const plain = createConversationStore(unit.reading('conversation', 'new-conversation', 'contact', 'case'));
  return {
    ...plain,
    async save({ personUpn, version, ...state }) {
      if (unit.wrote('conversation', 'new-conversation')) return unit.giveUp();
      const { channel, conversationId } = state.address;
      const key = { channel, conversationId, personUpn };
      unit.add(
        version === 0
          ? { write: 'new-conversation', ...key, state }
          : { write: 'conversation', ...key, version, state },
      );
      return true;
    },
    async remember({ at, ...activity }) {
      if (seen) return false;
      if (unit.wrote('activity')) return unit.giveUp();
      unit.add({ write: 'activity', ...activity, at: at.toISOString() });
      return true;
    },
  };
}

export function createContactWrites(unit: Unit): ContactStore {
  const plain = createContactStore(unit.reading('contact'));
  return {
    ...plain,
    async save({ upn, aadObjectId, reachable, ...data }) {
      unit.add({ write: 'contact', upn, aadObjectId, reachable, data });
    },
  };
}
