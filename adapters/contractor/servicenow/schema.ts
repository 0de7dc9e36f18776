import { z } from 'zod';

const text = z.string();

/** Only the fields that are asked for with sysparm_fields; the Table API gives every value as text. */
export const Incident = z.object({
  sys_id: text.min(1),
  number: text.min(1),
  correlation_id: text,
  state: text.default(''),
  /** `2026-11-23 09:15:00`, UTC. */
  sys_updated_on: text.default(''),
});
export type Incident = z.infer<typeof Incident>;

export const IncidentAnswer = z.object({ result: Incident });
export const IncidentsAnswer = z.object({ result: z.array(Incident) });

/** One entry of the journal: a public comment. */
export const JournalEntry = z.object({
  sys_id: text.min(1),
  element_id: text,
  value: text,
  sys_created_by: text.default(''),
  sys_created_on: text,
});
export type JournalEntry = z.infer<typeof JournalEntry>;
export const JournalAnswer = z.object({ result: z.array(JournalEntry) });

/** Files of an incident; sizes are text. */
export const FilesAnswer = z.object({
  result: z.array(z.object({ table_sys_id: text, file_name: text, size_bytes: z.union([text, z.number()]) })),
});

/** What a business rule of theirs posts to us; the README has the rule. */
/** Our own reference, as we gave it to them: whatever else stands there is about no case of ours. */
export const Call = z.object({ correlation_id: text.regex(/^[A-Z]{1,10}-\d{1,12}$/) });
