import type { ConversationStore } from '#bot/conversation/stores.ts';
import { StateRow } from './conversation-state-row.ts';
import type { Queryable } from './database.ts';
import { createReadBasis } from './read-basis.ts';
import { rowOf } from './rows.ts';
import { toJson } from './to-json.ts';

export function createConversationStore(client: Queryable): ConversationStore {
  return {
    readBasis: createReadBasis(client),
    get: (channel, conversationId, personUpn) =>
      rowOf(
        StateRow,
        client,
        `select person_upn, version, state from conversations
         where channel = $1 and conversation_id = $2 and person_upn = $3`,
        [channel, conversationId, personUpn],
      ),
    async save({ personUpn, version, ...state }) {
      const key = [state.address.channel, state.address.conversationId, personUpn];
      const { rowCount } = await client.query(
        version === 0
          ? `insert into conversations (channel, conversation_id, person_upn, version, state)
             values ($1, $2, $3, $4 + 1, $5) on conflict do nothing`
          : `update conversations set version = version + 1, state = $5
             where channel = $1 and conversation_id = $2 and person_upn = $3 and version = $4`,
        [...key, version, toJson(state)],
      );
      return rowCount === 1;
    },
    async remember({ channel, conversationId, activityId, at }) {
      const { rowCount } = await client.query(
        `insert into activities (channel, conversation_id, activity_id, at) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [channel, conversationId, activityId, at],
      );
      return rowCount === 1;
    },
  };
}
