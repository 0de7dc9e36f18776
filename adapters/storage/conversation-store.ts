import { z } from 'zod';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import type { ConversationStore } from '#bot/conversation/stores.ts';
import { Category } from '#bot/desk/category.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import { AttachmentName, Attempt, DialogueLine, Instant } from './case-data.ts';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';
import { toJson } from './to-json.ts';

const Report = z.object({
  id: z.string(),
  startedAt: Instant,
  words: z.array(z.string()),
  siteId: z.string().nullable(),
  category: Category.nullable(),
  questionsAsked: z.number(),
  awaiting: z.enum(['site', 'problem', 'device', 'details']).nullable(),
  attempts: z.array(Attempt),
  shownNoteIds: z.array(z.string()),
  stepShown: z.number().default(0),
  dialogue: z.array(DialogueLine),
  attachments: z.array(AttachmentName),
  masked: z.array(z.string()),
});

const StateRow: z.ZodType<ConversationState> = z
  .object({
    person_upn: z.string(),
    version: z.number(),
    state: z.object({
      address: ConversationAddress,
      introduced: z.boolean(),
      language: z.enum(['sv', 'en']).nullable(),
      languageAsked: z.boolean(),
      siteToday: z.object({ siteId: z.string(), date: z.string() }).nullable(),
      reports: z.array(Report),
      lastCaseId: z.string().nullable(),
      lastAt: Instant.nullable(),
    }),
  })
  .transform(({ person_upn, version, state }) => ({ ...state, personUpn: person_upn, version }));

export function createConversationStore(client: Queryable): ConversationStore {
  return {
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
