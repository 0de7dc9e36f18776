import { z } from 'zod';
import { parseExecute } from '#bot/channels/teams/parse-press.ts';
import type { Press } from '#bot/conversation/incoming-message.ts';

/** Something to fill in before a press. */
export type ChoiceInput = {
  readonly id: string;
  readonly label: string;
  /** Empty: free text. */
  readonly options: readonly { readonly title: string; readonly value: string }[];
};

/** One button of a card, as a terminal can press it. */
export type Choice = {
  readonly title: string;
  readonly inputs: readonly ChoiceInput[];
  /** Null: not a press of ours. */
  readonly toPress: (filled: Readonly<Record<string, string>>) => Press | null;
};

const Execute = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
  associatedInputs: z.string().optional(),
});
const Fold = z.looseObject({
  type: z.literal('Action.ShowCard'),
  title: z.string(),
  card: z.unknown(),
});
const Input = z.looseObject({
  type: z.string().regex(/^Input\./),
  id: z.string(),
  label: z.string().default(''),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

/** Every button of a card, in reading order; those behind a fold are named after it. */
export function choicesOf(card: unknown, under = ''): Choice[] {
  const inputs = find(card, Input).map(({ id, label, choices }) => ({ id, label, options: choices }));
  return buttonsOf(card).flatMap((button) => {
    const fold = Fold.safeParse(button);
    if (fold.success) return choicesOf(fold.data.card, `${fold.data.title}: `);
    const action = Execute.safeParse(button);
    if (!action.success) return [];
    const { title, verb, data, associatedInputs } = action.data;
    return [
      {
        title: under.startsWith(`${title}:`) ? title : `${under}${title}`,
        inputs: associatedInputs === 'none' ? [] : inputs,
        toPress: (filled: Readonly<Record<string, string>>) =>
          parseExecute({ action: { verb, data: { ...data, ...filled } } }),
      },
    ];
  });
}

/** Executes and folds; what lies inside a fold, a fallback or the client's own refresh is not among them. */
function buttonsOf(part: unknown): unknown[] {
  if (Array.isArray(part)) return part.flatMap(buttonsOf);
  if (Execute.safeParse(part).success || Fold.safeParse(part).success) return [part];
  return insideOf(part).flatMap(buttonsOf);
}

function find<T>(part: unknown, schema: z.ZodType<T>): T[] {
  if (Array.isArray(part)) return part.flatMap((one) => find(one, schema));
  const own = schema.safeParse(part);
  if (own.success) return [own.data];
  return Fold.safeParse(part).success ? [] : insideOf(part).flatMap((one) => find(one, schema));
}

function insideOf(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([name]) => !['fallback', 'refresh', 'data'].includes(name))
    .map(([, value]) => value);
}
