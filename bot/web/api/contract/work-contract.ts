import { z } from 'zod';
import { NoteContent, NoteId, NoteSummary } from './note-contract.ts';

/** The desk shows what to do next: one heap a kind, the most telling first. */
export const WorkKind = z.enum([
  'unanswered',
  'failed',
  'stale',
  'contradictions',
  'suggestions',
  'case-drafts',
  'reviews',
  'bare-sites',
]);
export type WorkKind = z.infer<typeof WorkKind>;

export const WorkOverview = z
  .object({ heaps: z.array(z.object({ kind: WorkKind, count: z.number().int() })) })
  .meta({ id: 'WorkOverview' });
export type WorkOverview = z.infer<typeof WorkOverview>;

/** Where to start a note from: the folder and what is known of its content already. */
export const NewNoteSeed = z.object({ folder: z.string(), content: NoteContent }).meta({ id: 'NewNoteSeed' });
export type NewNoteSeed = z.infer<typeof NewNoteSeed>;

/** Questions alike that had no note. Wordings are without names and numbers. */
export const UnansweredCluster = z
  .object({
    kind: z.literal('unanswered'),
    id: z.string(),
    title: z.string(),
    /** The title is a language model's. */
    machineMade: z.boolean(),
    siteId: z.string().nullable(),
    siteName: z.string().nullable(),
    /** In words, in the reader's language; the seed has its id. */
    category: z.string().nullable(),
    count: z.number().int(),
    wordings: z.array(z.string()),
    lastAt: z.iso.datetime(),
    seed: NewNoteSeed,
  })
  .meta({ id: 'UnansweredCluster' });
export type UnansweredCluster = z.infer<typeof UnansweredCluster>;
export const FailedNote = z
  .object({
    kind: z.literal('failed'),
    id: z.string(),
    note: NoteSummary,
    notSolved: z.number().int(),
    solved: z.number().int(),
    wordings: z.array(z.string()),
  })
  .meta({ id: 'FailedNote' });
export type FailedNote = z.infer<typeof FailedNote>;
/** Past its review date; ordered by how many answers rest on it. */
export const StaleNote = z
  .object({ kind: z.literal('stale'), id: z.string(), note: NoteSummary })
  .meta({ id: 'StaleNote' });
export type StaleNote = z.infer<typeof StaleNote>;
export const ContradictingPair = z
  .object({
    kind: z.literal('contradictions'),
    id: z.string(),
    notes: z.tuple([NoteSummary, NoteSummary]),
    why: z.string(),
  })
  .meta({ id: 'ContradictingPair' });
export type ContradictingPair = z.infer<typeof ContradictingPair>;
export const SuggestedSymptom = z
  .object({
    kind: z.literal('suggestions'),
    id: z.string(),
    note: NoteSummary,
    wording: z.string(),
    count: z.number().int(),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'SuggestedSymptom' });
export type SuggestedSymptom = z.infer<typeof SuggestedSymptom>;
/** What a solved case could teach: made from the packet and the closing words, or by a model (then it is marked). */
export const CaseDraft = z
  .object({
    kind: z.literal('case-drafts'),
    id: z.string(),
    caseNumber: z.string(),
    siteName: z.string().nullable(),
    solvedAt: z.iso.datetime(),
    closingWords: z.string(),
    machineMade: z.boolean(),
    seed: NewNoteSeed,
  })
  .meta({ id: 'CaseDraft' });
export type CaseDraft = z.infer<typeof CaseDraft>;
export const NoteInReview = z
  .object({ kind: z.literal('reviews'), id: z.string(), note: NoteSummary })
  .meta({ id: 'NoteInReview' });
export type NoteInReview = z.infer<typeof NoteInReview>;
export const BareSite = z
  .object({
    kind: z.literal('bare-sites'),
    id: z.string(),
    siteId: z.string(),
    siteName: z.string(),
    /** Cases from there in the last 90 days. */
    cases: z.number().int(),
  })
  .meta({ id: 'BareSite' });
export type BareSite = z.infer<typeof BareSite>;

export const WorkItem = z
  .discriminatedUnion('kind', [
    UnansweredCluster,
    FailedNote,
    StaleNote,
    ContradictingPair,
    SuggestedSymptom,
    CaseDraft,
    NoteInReview,
    BareSite,
  ])
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof WorkItem>;

/**
 * What may be done with a piece of work in one press. `wording`: the symptom as the editor would rather have it.
 * `machineMade`: what is accepted is what a language model wrote, as the item that was shown said.
 */
export const WorkDecision = z
  .object({
    decision: z.enum(['accept', 'refuse', 'later']),
    wording: z.string().max(300).optional(),
    machineMade: z.boolean().optional(),
  })
  .meta({ id: 'WorkDecision' });
export type WorkDecision = z.infer<typeof WorkDecision>;
export const WorkDecided = z.object({ noteId: NoteId.nullable() }).meta({ id: 'WorkDecided' });
export type WorkDecided = z.infer<typeof WorkDecided>;
