import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { SiteKind } from '#bot/desk/site.ts';

/** Milliseconds that advice looks back: 90 days. */
export const helpWindow = 90 * 86_400_000;

const replay = { replayed: z.number(), changed: z.number() };
const maybeText = z.string().nullable();

/** What would help most, as data without words of any language: kept as it was worked out, told when it is read. */
export const Help = z.object({
  from: z.string(),
  to: z.string(),
  madeAt: z.string(),
  notesToWrite: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      siteId: maybeText,
      category: Category.nullable(),
      asked: z.number(),
      wordings: z.array(z.string()),
      ...replay,
    }),
  ),
  notesToMend: z.array(
    z.object({
      noteId: z.string(),
      title: z.string(),
      shown: z.number(),
      solved: z.number(),
      notSolved: z.number(),
      ...replay,
    }),
  ),
  sitesToVisit: z.array(
    z.object({
      siteId: z.string(),
      category: Category,
      device: maybeText,
      cases: z.number(),
      casesBefore: z.number(),
      caseNumbers: z.array(z.string()),
      ...replay,
    }),
  ),
  rowToChange: z
    .object({
      contractorId: z.string(),
      category: Category,
      siteKind: SiteKind.nullable(),
      insteadOf: z.string(),
      bounced: z.number(),
      tickets: z.number(),
      hours: z.number(),
      caseNumbers: z.array(z.string()),
      ...replay,
    })
    .nullable(),
  contractorsToTalkTo: z.array(
    z.object({
      contractorId: z.string(),
      kept: z.number(),
      of: z.number(),
      overBy: z.number(),
      caseNumbers: z.array(z.string()),
    }),
  ),
});
export type Help = z.infer<typeof Help>;
