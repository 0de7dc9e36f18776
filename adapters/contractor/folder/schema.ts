import { z } from 'zod';

const text = z.string();
const instant = z.iso.datetime();

/** One case as it lies in the folder: only what may cross the boundary. Dates are ISO 8601 in UTC. */
export const FolderTicket = z.object({
  reference: text,
  desk: text,
  createdAt: instant,
  type: z.enum(['incident', 'service-request']),
  category: text,
  priority: z.object({ level: text, impact: text, urgency: text, hazard: z.boolean() }),
  title: text,
  requester: z.object({ name: text, title: text.nullable(), phone: text.nullable(), upn: text }),
  site: z
    .object({
      name: text,
      address: text.nullable(),
      phone: text.nullable(),
      visitHours: text.nullable(),
      visitNotes: text.nullable(),
      facts: z.record(text, text),
    })
    .nullable(),
  device: text.nullable(),
  symptom: text,
  since: text.nullable(),
  affected: text.nullable(),
  attempts: z.array(z.object({ note: text, outcome: text })),
  dialogue: z.array(z.object({ at: instant, name: text, text })),
  attachments: z.array(text),
  classificationReason: text,
  language: text.nullable(),
  /** Names of what was left out; never values. */
  withheld: z.array(text),
  /** `message`: the number of ours by which the same is not written twice. */
  comments: z.array(z.object({ at: instant, text, message: z.number().optional() })),
});
export type FolderTicket = z.infer<typeof FolderTicket>;
