import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** Same shape as triage's Reason; the ground floor may not import it. */
type ReasonLike = { readonly key: string; readonly values: Readonly<Record<string, string>> };

/** Why a rule decided as it did, in words. An unknown key is shown with its values, never hidden. */
export function reasonInWords(reason: ReasonLike, _language: ReplyLanguage): string {
  const values = Object.values(reason.values).join(', ');
  const name = reason.key.replaceAll(/[-_.]/g, ' ');
  return values ? `${name}: ${values}` : name;
}
