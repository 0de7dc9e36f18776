import { z } from 'zod';

const text = z.string();

export const Created = z.object({ issueKey: text.min(1) });

/** Issues as a JQL search gives them. */
export const Issues = z.object({
  issues: z.array(z.object({ key: text.min(1), fields: z.object({ summary: text }) })),
});

export const RequestStatus = z.object({
  issueKey: text.min(1),
  currentStatus: z.object({
    status: text,
    /** NEW, INDETERMINATE or DONE. */
    statusCategory: text.default(''),
    statusDate: z.object({ iso8601: text }).optional(),
  }),
});
export type RequestStatus = z.infer<typeof RequestStatus>;

export const Comment = z.object({
  id: z.union([text, z.number()]).transform(String),
  body: text,
  public: z.boolean().default(false),
  author: z.object({ displayName: text.nullable().default(null) }).optional(),
  created: z.object({ iso8601: text }),
});
export type Comment = z.infer<typeof Comment>;
export const Comments = z.object({ values: z.array(Comment), isLastPage: z.boolean().default(true) });

export const TemporaryFiles = z.object({
  temporaryAttachments: z.array(z.object({ temporaryAttachmentId: text.min(1) })).min(1),
});

export const Files = z.object({
  values: z.array(z.object({ filename: text, size: z.number() })),
  isLastPage: z.boolean().default(true),
});

/** What is read of an admin webhook: the summary, which begins with our reference. */
export const Call = z.object({ issue: z.object({ fields: z.object({ summary: text.max(500) }) }) });
