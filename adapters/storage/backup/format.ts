import { z } from 'zod';

/**
 * A backup is one gzip file of lines, each a JSON object: what it is, then for each table its name and columns and its
 * rows as the database writes them, then the jobs that wait, then the last line, without which it is not whole.
 */
export const formatVersion = 1;

export const Head = z.object({
  vaktis: z.literal('backup'),
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  /** Of Vaktis. */
  version: z.string(),
  /** Numbers of the migrations that had been run. */
  schema: z.array(z.number().int()),
  /** Last value of each sequence that was used. */
  sequences: z.record(z.string(), z.number().int()),
});
export type Head = z.infer<typeof Head>;

export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableLine = z.infer<typeof TableLine>;

export const JobLine = z.object({
  job: z.object({
    name: z.string(),
    data: z.unknown(),
    singletonKey: z.string().nullable(),
    /** Null: as soon as possible. */
    startAfter: z.iso.datetime({ offset: true }).nullable(),
  }),
});
export type WaitingJob = z.infer<typeof JobLine>['job'];

export const LastLine = z.object({
  complete: z.literal(true),
  rows: z.record(z.string(), z.number().int()),
  jobs: z.number().int(),
  /** Of all bytes before this line, in hex. */
  sha256: z.string(),
});
export type LastLine = z.infer<typeof LastLine>;

/** A row stands in its line as the database wrote it: numbers keep every digit, and nothing is parsed on the way. */
export const rowStart = '{"row":';

export type Summary = { readonly head: Head; readonly last: LastLine };
