import { z } from 'zod';

/** For answers of which nothing is used. A page instead of JSON, or no body where there should be one, is no answer. */
export const anything: z.ZodType<unknown> = z.unknown().refine((answer) => answer !== undefined);
