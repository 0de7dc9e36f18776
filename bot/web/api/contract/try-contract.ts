import { z } from 'zod';
import { DraftContent, NoteId } from './note-contract.ts';

/** An Adaptive Card, as Teams would get it. */
export const CardJson = z.record(z.string(), z.unknown()).meta({ id: 'CardJson' });
export type CardJson = z.infer<typeof CardJson>;

/** A note that is not published, to be tried as if it were. `id` null: a new one. */
export const TriedDraft = z
  .object({ id: NoteId.nullable(), folder: z.string(), content: DraftContent })
  .meta({ id: 'TriedDraft' });
export type TriedDraft = z.infer<typeof TriedDraft>;

/** Ask as any person at any site. Changes nothing and is not counted. */
export const TryQuestion = z
  .object({
    asUpn: z.string(),
    siteId: z.string().nullable(),
    text: z.string().trim().min(1).max(4_000),
    /** Null: now. */
    at: z.iso.datetime({ offset: true }).nullable(),
    draft: TriedDraft.nullable(),
  })
  .meta({ id: 'TryQuestion' });
export type TryQuestion = z.infer<typeof TryQuestion>;

export const TryResult = z
  .object({
    decision: z.enum(['answer', 'ask', 'hand-off', 'not-it']),
    /** Why the rules decided so: sentences in order. */
    reasons: z.array(z.string()).optional(),
    siteName: z.string().nullable(),
    /** In words, in the reader's language; the priority too. */
    category: z.string().nullable(),
    priority: z.string().nullable(),
    responsible: z.object({ name: z.string(), reason: z.string() }).nullable(),
    notes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        score: z.number(),
        isDraft: z.boolean(),
        /** Why it came where it did, in words. */
        why: z.array(z.string()),
      }),
    ),
    /** What the person would see: its text, and its card where there is one. */
    replies: z.array(z.object({ text: z.string(), card: CardJson.nullable() })),
  })
  .meta({ id: 'TryResult' });
export type TryResult = z.infer<typeof TryResult>;

/** Which earlier questions would this note have answered? */
export const EarlierQuestions = z
  .object({
    asked: z.number().int(),
    answered: z.array(
      z.object({ wording: z.string(), siteName: z.string().nullable(), hadNote: z.boolean() }),
    ),
  })
  .meta({ id: 'EarlierQuestions' });
export type EarlierQuestions = z.infer<typeof EarlierQuestions>;

/** The very card that staff will see. `card` null: staff would see no card for this note (technicians only). */
export const NotePreview = z
  .object({ text: z.string(), card: CardJson.nullable() })
  .meta({ id: 'NotePreview' });
export type NotePreview = z.infer<typeof NotePreview>;
