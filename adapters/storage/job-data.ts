import { z } from 'zod';
import type { JobRequest } from '#bot/handoff/stores.ts';
import type { JobName } from './job-queue.ts';

export type JobData<Name extends JobName> = Extract<JobRequest, { name: Name }>['data'];

const oneCase = z.object({ caseId: z.string() });

/** What each queue's jobs hold: read back from the database, so checked. A queue without an entry does not compile. */
export const jobData: { readonly [Name in JobName]: z.ZodType<JobData<Name>> } = {
  deliver: z.object({ deliveryId: z.string() }),
  escalate: oneCase.extend({ offerId: z.string() }),
  offer: oneCase.extend({ upn: z.string() }),
  'send-to-contractor': oneCase,
  'contractor-line': z.object({ contractorId: z.string(), what: z.enum(['try', 'tell']) }),
  'follow-contractor': z.object({
    contractorId: z.string(),
    references: z.array(z.string()).nullable(),
    failures: z.number().int().nonnegative(),
  }),
  alert: oneCase.extend({ offerId: z.string(), why: z.enum(['off-duty', 'unanswered']) }),
  watch: oneCase.extend({ about: z.enum(['promise', 'response', 'contractor']) }),
  daily: z.object({ what: z.enum(['check', 'summary', 'reminders', 'retention']) }),
  close: oneCase,
  summarise: oneCase,
};
