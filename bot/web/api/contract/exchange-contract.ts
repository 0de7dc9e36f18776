import { z } from 'zod';
import { NoteContent, NoteFault } from './note-contract.ts';

/** What a folder of Markdown, a CSV or a Word document would become. Nothing is stored yet. */
export const ImportPreview = z
  .object({
    file: z.string(),
    notes: z.array(
      z.object({
        /** Within this preview. */
        key: z.string(),
        folder: z.string(),
        content: NoteContent,
        faults: z.array(NoteFault),
        /** A note that says nearly the same; null when there is none. */
        like: z.object({ id: z.string(), title: z.string() }).nullable(),
      }),
    ),
    /** Parts of the file that could not be used, and why. */
    left: z.array(z.string()),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Those that the editor keeps, as edited. They become drafts; nothing is published unseen. */
export const ImportNotes = z
  .object({
    notes: z
      .array(z.object({ folder: z.string(), content: NoteContent }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'ImportNotes' });
export type ImportNotes = z.infer<typeof ImportNotes>;
export const ImportedNotes = z.object({ ids: z.array(z.string()) }).meta({ id: 'ImportedNotes' });
export type ImportedNotes = z.infer<typeof ImportedNotes>;
