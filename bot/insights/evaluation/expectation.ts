import { z } from 'zod';

const Decision = z.enum(['answer', 'ask', 'hand-off', 'not-it']);
const oneOrMore = z.union([z.string(), z.array(z.string())]);

/** What should come of a message; a field that is missing is not judged. */
export const Expectation = z.object({
  decision: Decision.optional(),
  acceptable: z.array(Decision).optional(),
  category: z.string().optional(),
  site: z.string().optional(),
  note: oneOrMore.optional(),
  priority: z.string().optional(),
  responsible: z.object({ kind: z.enum(['technician', 'contractor']), id: z.string().optional() }).optional(),
  must_not_contain: z.array(z.string()).optional(),
  language: oneOrMore.optional(),
  case: oneOrMore.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** One line of requests.jsonl. */
export const LabelledRequest = z.object({
  id: z.string(),
  from: z.string(),
  at: z.string(),
  site: z.string().optional(),
  text: z.string(),
  expect: Expectation,
  tags: z.array(z.string()).default([]),
});
export type LabelledRequest = z.infer<typeof LabelledRequest>;

const Turn = z.object({
  say: z.string().optional(),
  press: z.enum(['solved', 'not-solved', 'talk-to-person']).optional(),
  at: z.string().optional(),
  from: z.string().optional(),
});
export type LabelledTurn = z.infer<typeof Turn>;

/** One line of conversations.jsonl; `expect[i]` belongs to `turns[i]`. */
export const LabelledConversation = z.object({
  id: z.string(),
  from: z.string(),
  at: z.string(),
  turns: z.array(Turn),
  expect: z.array(Expectation),
  tags: z.array(z.string()).default([]),
});
export type LabelledConversation = z.infer<typeof LabelledConversation>;

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
