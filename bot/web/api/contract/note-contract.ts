import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { SiteKind } from '#bot/desk/site.ts';

export const NoteStatus = z.enum(['draft', 'in-review', 'published', 'archived']);
export type NoteStatus = z.infer<typeof NoteStatus>;
export const NoteAudience = z.enum(['staff', 'technician']);
export type NoteAudience = z.infer<typeof NoteAudience>;
export const NoteConfidence = z.enum(['work-in-progress', 'not-validated', 'validated']);
export type NoteConfidence = z.infer<typeof NoteConfidence>;

/** `<folder>/<file name>`, as the exchange format has it. */
export const NoteId = z
  .string()
  .regex(/^(_shared|[a-z0-9-]+)\/[a-z0-9-]+$/)
  .meta({ id: 'NoteId' });
export type NoteId = z.infer<typeof NoteId>;

/** What an editor writes. `lastVerified` is not among it: that is moved by confirming, never by an edit. */
export const NoteContent = z
  .object({
    title: z.string().trim().min(1).max(200),
    category: Category,
    sites: z.array(z.string()).max(1_000),
    siteKinds: z.array(SiteKind),
    audience: NoteAudience,
    symptoms: z.array(z.string().trim().min(1).max(300)).max(200),
    asset: z.string().max(300).nullable(),
    warning: z.string().max(600).nullable(),
    handledBy: z.string().max(200).nullable(),
    owner: z.string().max(200).nullable(),
    confidence: NoteConfidence,
    reviewBy: z.iso.date().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    /** Markdown before the guided fix. */
    intro: z.string().max(40_000),
    /** The heading over the guided fix; null when there are no steps. */
    stepsTitle: z.string().max(200).nullable(),
    /** The guided fix, one step an entry, Markdown. */
    steps: z.array(z.string().trim().min(1).max(4_000)).max(60),
    /** Markdown after the guided fix. */
    outro: z.string().max(40_000),
  })
  .meta({ id: 'NoteContent' });
export type NoteContent = z.infer<typeof NoteContent>;

/** The same while it is typed: the title and a step may be empty still. */
export const DraftContent = NoteContent.extend({
  title: z.string().max(200),
  symptoms: z.array(z.string().max(300)).max(200),
  steps: z.array(z.string().max(4_000)).max(60),
  reviewBy: z.string().max(40).nullable(),
}).meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

/** Which field of the content, for faults, differences and merges. */
export const NoteField = z.enum([
  'title',
  'category',
  'sites',
  'siteKinds',
  'audience',
  'symptoms',
  'asset',
  'warning',
  'handledBy',
  'owner',
  'confidence',
  'reviewBy',
  'validFrom',
  'validTo',
  'intro',
  'stepsTitle',
  'steps',
  'outro',
]);
export type NoteField = z.infer<typeof NoteField>;

/** What a reader of a list needs of a note. */
export const NoteSummary = z
  .object({
    id: NoteId,
    title: z.string(),
    category: Category,
    sites: z.array(z.string()),
    siteKinds: z.array(SiteKind),
    audience: NoteAudience,
    status: NoteStatus,
    confidence: NoteConfidence,
    owner: z.string().nullable(),
    ownerName: z.string().nullable(),
    lastVerified: z.iso.date().nullable(),
    reviewBy: z.iso.date().nullable(),
    stale: z.boolean(),
    /** Times it was given as an answer in the last 90 days. */
    answers: z.number().int(),
    mayEdit: z.boolean(),
    /** I have typed something that is not saved. */
    hasDraft: z.boolean(),
  })
  .meta({ id: 'NoteSummary' });
export type NoteSummary = z.infer<typeof NoteSummary>;

/** How a note was confirmed. */
export const Verification = z
  .object({
    date: z.iso.date(),
    byUpn: z.string(),
    byName: z.string(),
    way: z.enum(['visit', 'press', 'tab']),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;

export const Outcomes = z
  .object({ shown: z.number(), solved: z.number(), notSolved: z.number() })
  .meta({ id: 'Outcomes' });
export type Outcomes = z.infer<typeof Outcomes>;

/** A note as it is stored now. `version` goes back with every change (`basedOn`). */
export const NoteDetail = z
  .object({
    id: NoteId,
    version: z.number().int(),
    status: NoteStatus,
    content: NoteContent,
    lastVerified: z.iso.date().nullable(),
    verifications: z.array(Verification),
    stale: z.boolean(),
    outcomes: Outcomes,
    mayEdit: z.boolean(),
    mayPublish: z.boolean(),
    /** What I typed and have not saved; null when there is nothing. */
    draft: z.object({ content: DraftContent, basedOn: z.number().int(), at: z.iso.datetime() }).nullable(),
    /** Others who are typing in it now or did in the last ten minutes. */
    alsoEditing: z.array(z.object({ upn: z.string(), name: z.string(), at: z.iso.datetime() })),
  })
  .meta({ id: 'NoteDetail' });
export type NoteDetail = z.infer<typeof NoteDetail>;

/** Something in a note that must (`error`) or should (`warning`) be changed before it is saved. */
export const NoteFault = z
  .object({
    field: NoteField.nullable(),
    level: z.enum(['error', 'warning']),
    /** In the reader's language: what is wrong, and what to do. Never the secret itself. */
    message: z.string(),
  })
  .meta({ id: 'NoteFault' });
export type NoteFault = z.infer<typeof NoteFault>;

/** One field that was changed, in the order of `NoteField`. */
export const FieldChange = z
  .object({
    field: z.union([NoteField, z.literal('status'), z.literal('lastVerified')]),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'FieldChange' });
export type FieldChange = z.infer<typeof FieldChange>;

export const NoteRevision = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    byUpn: z.string(),
    byName: z.string(),
    way: z.enum(['tab', 'chat', 'import', 'restore', 'visit', 'press', 'suggestion']),
    changes: z.array(FieldChange),
  })
  .meta({ id: 'NoteRevision' });
export type NoteRevision = z.infer<typeof NoteRevision>;

/** Somebody saved meanwhile and both changed the same fields. `merged` holds both where they do not meet. */
export const NoteConflict = z
  .object({
    error: z.literal('conflict'),
    message: z.string(),
    current: NoteDetail,
    merged: NoteContent,
    fields: z.array(
      z.object({ field: NoteField, mine: z.unknown(), theirs: z.unknown(), byName: z.string() }),
    ),
  })
  .meta({ id: 'NoteConflict' });
export type NoteConflict = z.infer<typeof NoteConflict>;

export const SaveNote = z
  .object({ content: NoteContent, basedOn: z.number().int() })
  .meta({ id: 'SaveNote' });
export type SaveNote = z.infer<typeof SaveNote>;
/** `basedOn` 0: the note does not exist yet. */
export const SaveDraft = z
  .object({ content: DraftContent, basedOn: z.number().int() })
  .meta({ id: 'SaveDraft' });
export const KeptDraft = z
  .object({ id: NoteId, title: z.string(), at: z.iso.datetime(), isNew: z.boolean() })
  .meta({ id: 'KeptDraft' });
export const SavedNote = z
  .object({
    note: NoteDetail,
    /** Fields that another editor changed meanwhile and that were kept. */
    mergedIn: z.array(NoteField),
    warnings: z.array(NoteFault),
  })
  .meta({ id: 'SavedNote' });
export type SavedNote = z.infer<typeof SavedNote>;
/** A new note begins as a draft. `name` null: made of the title. */
export const CreateNote = z
  .object({ folder: z.string(), name: z.string().nullable(), content: NoteContent })
  .meta({ id: 'CreateNote' });
export type CreateNote = z.infer<typeof CreateNote>;
/** The state of the note after that change of its history comes back. */
export const RestoreNote = z
  .object({ seq: z.number().int(), basedOn: z.number().int() })
  .meta({ id: 'RestoreNote' });
export const MoveNote = z.object({ to: NoteStatus, basedOn: z.number().int() }).meta({ id: 'MoveNote' });
export type MoveNote = z.infer<typeof MoveNote>;
