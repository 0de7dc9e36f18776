import { z } from 'zod';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import { Category } from '#bot/desk/category.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import { AttachmentName, Attempt, DialogueLine, Instant } from './case-data.ts';

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
  followUps: z
    .object({
      asked: z.array(z.string()),
      quoted: z.array(z.string()),
      unanswered: z.number(),
      offered: z.boolean().exactOptional(),
      referredTo: z.string().exactOptional(),
    })
    .exactOptional(),
  dialogue: z.array(DialogueLine),
  attachments: z.array(AttachmentName),
  masked: z.array(z.string()),
});

/** A row of `conversations`. */
export const StateRow: z.ZodType<ConversationState> = z
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
