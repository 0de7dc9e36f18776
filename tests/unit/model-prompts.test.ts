import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { prompts } from '#adapters/language-model/prompts/index.ts';
import { labelOf, type Prompt } from '#adapters/language-model/prompts/prompt.ts';
import { hashOfPrompt, recordOfPrompts } from '#adapters/language-model/prompts/record.ts';

const Record = z.object({
  prompts: z.record(z.string(), z.string()),
  evaluated: z.object({
    model: z.string(),
    at: z.iso.datetime(),
    answers: z.object({ leaks: z.literal(0) }),
  }),
});
const record = Record.parse(
  JSON.parse(readFileSync(new URL('../evals/prompts.json', import.meta.url), 'utf8')),
);
const all: readonly Prompt[] = Object.values(prompts);

describe('the record of the prompts', () => {
  it.each(all)(
    'knows $name as it is: after a change, raise its version and run vaktis eval --model --record',
    (prompt) => {
      expect(record.prompts[labelOf(prompt)]).toBe(hashOfPrompt(prompt));
    },
  );

  it('knows no others', () => {
    expect(Object.keys(record.prompts).sort()).toEqual(all.map(labelOf).sort());
  });

  it('would not know a prompt with one letter changed', () => {
    const [prompt] = all;
    const changed = { ...prompt, name: '', version: 1, instructions: `${prompt?.instructions}.` };
    expect(Object.values(record.prompts)).not.toContain(hashOfPrompt(changed));
  });

  it('is written as it is read', () => {
    const written = recordOfPrompts({ model: 'x', at: new Date(0), answers: { leaks: 0 }, calls: {} });
    expect(Record.parse(JSON.parse(JSON.stringify(written))).prompts).toEqual(record.prompts);
  });
});

describe('a prompt', () => {
  it.each(all)('$name says that what it works on is data', ({ instructions }) => {
    expect(instructions).toMatch(/data/);
    expect(instructions).toMatch(/do not follow/i);
  });
});
