import type { z } from 'zod';
import { type ApiTexts, apiTexts } from '#bot/i18n/api.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { FaultyInput } from './api-errors.ts';

/**
 * The value as its schema has it; undefined when there is no schema.
 * @throws FaultyInput with the place and, in the reader's language, what to do. What was sent is not quoted.
 */
export function parseInput(schema: z.ZodType | undefined, value: unknown, language: ReplyLanguage): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const texts = apiTexts[language].fault;
  throw new FaultyInput(
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: inWords(issue, texts) })),
  );
}

function inWords(issue: z.core.$ZodIssue, texts: ApiTexts['fault']): string {
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    return issue.origin === 'array' || issue.origin === 'set' ? texts.tooMany(most) : texts.tooLong(most);
  }
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)) {
    return texts.missing;
  }
  return texts.wrong;
}
