import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { SiteKind } from '#bot/desk/site.ts';

/** What would be different, had it been so for the last 90 days: replayed, never guessed. */
export const ExpectedEffect = z.object({
  /** Cases or questions of the last 90 days that were replayed. */
  replayed: z.number().int(),
  /** Of them so many would have gone otherwise. */
  changed: z.number().int(),
  /** In words, in the reader's language. */
  words: z.string(),
});
export type ExpectedEffect = z.infer<typeof ExpectedEffect>;

export const NoteToWrite = z.object({
  /** As the work list has it: `/work/unanswered` opens it. */
  id: z.string(),
  title: z.string(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  category: Category.nullable(),
  asked: z.number().int(),
  wordings: z.array(z.string()),
  effect: ExpectedEffect,
});
export type NoteToWrite = z.infer<typeof NoteToWrite>;

/** A note that fails more often than it helps. */
export const NoteToMend = z.object({
  noteId: z.string(),
  title: z.string(),
  shown: z.number().int(),
  solved: z.number().int(),
  notSolved: z.number().int(),
  effect: ExpectedEffect,
});
export type NoteToMend = z.infer<typeof NoteToMend>;

export const SiteToVisit = z.object({
  siteId: z.string(),
  siteName: z.string(),
  /** What keeps breaking there. */
  category: Category,
  device: z.string().nullable(),
  /** Incidents of it in the last 90 days, and in the 90 before. */
  cases: z.number().int(),
  casesBefore: z.number().int(),
  caseNumbers: z.array(z.string()),
  why: z.string(),
  effect: ExpectedEffect,
});
export type SiteToVisit = z.infer<typeof SiteToVisit>;

export const RowToChange = z.object({
  contractorId: z.string(),
  contractorName: z.string(),
  category: Category,
  siteKind: SiteKind.nullable(),
  /** Who would get it instead. */
  insteadOf: z.string(),
  caseNumbers: z.array(z.string()),
  why: z.string(),
  effect: ExpectedEffect,
});
export type RowToChange = z.infer<typeof RowToChange>;

/** A contractor who breaks their promise more often than not. */
export const ContractorToTalkTo = z.object({
  contractorId: z.string(),
  contractorName: z.string(),
  kept: z.number().int(),
  of: z.number().int(),
  /** Seconds of their service hours beyond the promise, in all. */
  overBy: z.number(),
  caseNumbers: z.array(z.string()),
  why: z.string(),
});
export type ContractorToTalkTo = z.infer<typeof ContractorToTalkTo>;

/** `GET /insights/help`: what would help most. Every list may be empty: then nothing is worth doing. */
export const WhatHelps = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    madeAt: z.iso.datetime(),
    /** At most ten, the most effect first. */
    notesToWrite: z.array(NoteToWrite),
    notesToMend: z.array(NoteToMend),
    /** At most two. */
    sitesToVisit: z.array(SiteToVisit),
    rowToChange: RowToChange.nullable(),
    contractorsToTalkTo: z.array(ContractorToTalkTo),
  })
  .meta({ id: 'WhatHelps' });
export type WhatHelps = z.infer<typeof WhatHelps>;
