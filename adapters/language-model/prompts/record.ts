import { createHash } from 'node:crypto';
import { prompts } from './index.ts';
import { labelOf, type Prompt } from './prompt.ts';

/** The words of a prompt, in short: a changed letter changes it. */
export function hashOfPrompt({ instructions }: Prompt): string {
  return createHash('sha256').update(instructions).digest('hex').slice(0, 16);
}

/** What tests/evals/prompts.json holds: each prompt as it was when it was evaluated, and what came of it. */
export function recordOfPrompts(evaluated: {
  readonly model: string;
  readonly at: Date;
  readonly answers: object;
  readonly calls: object;
}) {
  const { model, at, answers, calls } = evaluated;
  const labels = Object.values(prompts).map((prompt) => [labelOf(prompt), hashOfPrompt(prompt)] as const);
  return { prompts: Object.fromEntries(labels), evaluated: { model, at: at.toISOString(), answers, calls } };
}
