import { z } from 'zod';

/** For answers of which nothing is used. */
export const anything: z.ZodType<unknown> = z.unknown();
