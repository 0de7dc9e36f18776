import { composeAnswer } from './compose-answer.ts';
import { draftNote } from './draft-note.ts';
import { nameCluster } from './name-cluster.ts';
import type { Prompt } from './prompt.ts';
import { summariseCase } from './summarise-case.ts';
import { translateReport } from './translate-report.ts';
import { understandMessage } from './understand-message.ts';

/** Every prompt; tests/evals/prompts.json holds the record of each version. */
export const prompts = {
  understandMessage,
  composeAnswer,
  summariseCase,
  translateReport,
  draftNote,
  nameCluster,
} as const satisfies Readonly<Record<string, Prompt>>;
