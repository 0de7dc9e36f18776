import { z } from 'zod';

const text = z.string();

/** An incident, as far as it is used. */
export const Incident = z.object({
  id: text.min(1),
  number: text.min(1),
  externalNumber: text.nullable().default(null),
  processingStatus: z.object({ name: text }).nullable().default(null),
  completed: z.boolean().default(false),
  closed: z.boolean().default(false),
  modificationDate: text.nullable().default(null),
});
export type Incident = z.infer<typeof Incident>;

/** 204 with nothing where none is found. */
export const Incidents = z
  .array(Incident)
  .nullable()
  .transform((found) => found ?? []);

/** One entry of the progress trail. */
export const Progress = z.object({
  id: text.min(1),
  memoText: text.nullable().default(null),
  invisibleForCaller: z.boolean().default(true),
  entryDate: text,
  operator: z.object({ name: text }).nullable().default(null),
});
export type Progress = z.infer<typeof Progress>;
export const ProgressTrail = z
  .array(Progress)
  .nullable()
  .transform((found) => found ?? []);

/** Files of an incident; nothing there is 204 without a body. */
export const Files = z
  .array(z.object({ fileName: text, size: z.number() }))
  .nullable()
  .transform((found) => found ?? []);
