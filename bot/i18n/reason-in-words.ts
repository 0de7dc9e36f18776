import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { messages } from './messages.ts';

/** Same shape as triage's Reason; the ground floor may not import it. */
type ReasonLike = { readonly key: string; readonly values: Readonly<Record<string, string>> };

/** Why a rule decided as it did, in words. An unknown key is shown with its values, never hidden. */
export function reasonInWords(reason: ReasonLike, language: ReplyLanguage): string {
  const all: Readonly<Record<string, (values: ReasonLike['values']) => string>> = messages(language).reasons;
  const words = all[reason.key];
  return words ? words(readable(reason.values, language)) : plainReason(reason);
}

/** A rule of the desk names its conditions by ids: `av, preschool` becomes what people call them. */
function readable(values: ReasonLike['values'], language: ReplyLanguage): ReasonLike['values'] {
  if (values.conditions === undefined) return values;
  const { category, siteKind } = messages(language).words;
  const known: Readonly<Record<string, string>> = { ...siteKind, ...category };
  const conditions = values.conditions.split(', ').map((condition) => known[condition] ?? condition);
  return { ...values, conditions: conditions.join(', ') };
}

function plainReason({ key, values }: ReasonLike): string {
  const name = key.replaceAll(/[-_.]/g, ' ');
  const known = Object.values(values).filter((value) => value !== '');
  return known.length > 0 ? `${name}: ${known.join(', ')}` : name;
}
