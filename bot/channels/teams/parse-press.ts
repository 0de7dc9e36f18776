import { z } from 'zod';
import { type Press, pressVerbs } from '#bot/conversation/incoming-message.ts';
import { readPressInput } from './cards/press-inputs.ts';
import { cleanText, cutText } from './clean-text.ts';

const longestInput = 4_000;
const longestValue = 500;

/** Ours are generated or kebab-case; whatever else is no id of ours, and is not looked up. */
const Id = z
  .string()
  .regex(/^[\p{L}\p{N}._:/@-]{1,200}$/u)
  .nullish();
const Data = z.object({
  caseId: Id,
  offerId: Id,
  reportId: Id,
  noteId: Id,
});
const Fields = z.record(z.string(), z.unknown());
/** `value` of an invoke named adaptiveCard/action. */
const ActionValue = z.object({ action: z.object({ verb: z.string(), data: Fields.nullish() }) });
const Verb = z.enum(pressVerbs);

/** Action.Execute. Null: not a press of ours. */
export function parseExecute(value: unknown): Press | null {
  const parsed = ActionValue.safeParse(value);
  if (!parsed.success) return null;
  const { verb, data } = parsed.data.action;
  return toPress(verb, data ?? {});
}

/** Action.Submit, the fallback of older clients: the message's `value` is the data, the verb among it. */
export function parseSubmit(value: unknown): Press | null {
  const parsed = Fields.safeParse(value);
  return parsed.success ? toPress(parsed.data.verb, parsed.data) : null;
}

function toPress(verb: unknown, fields: Record<string, unknown>): Press | null {
  const known = Verb.safeParse(verb);
  const ids = Data.safeParse(fields);
  if (!known.success || !ids.success) return null;
  return {
    verb: known.data,
    caseId: ids.data.caseId ?? null,
    offerId: ids.data.offerId ?? null,
    reportId: ids.data.reportId ?? null,
    noteId: ids.data.noteId ?? null,
    value: readInput(fields, 'value', longestValue),
    text: readInput(fields, 'text', longestInput),
  };
}

function readInput(fields: Record<string, unknown>, name: 'text' | 'value', longest: number): string | null {
  const written = readPressInput(fields, name);
  return written === undefined ? null : cutText(cleanText(written), longest) || null;
}
