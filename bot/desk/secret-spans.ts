import type { Span } from './personal-identity-number.ts';

/** A stretch of a text that may not leave, and what kind of secret it is: a fact's name, `private_parts` … */
export type SecretSpan = Span & { readonly kind: string };

/** In order; overlapping ones become one that keeps the kinds of all. */
export function joinSecretSpans(
  spans: readonly SecretSpan[],
): (Span & { readonly kinds: readonly string[] })[] {
  const joined: { start: number; end: number; kinds: string[] }[] = [];
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    const last = joined.at(-1);
    if (last === undefined || start >= last.end) joined.push({ start, end, kinds: [kind] });
    else {
      last.end = Math.max(last.end, end);
      if (!last.kinds.includes(kind)) last.kinds.push(kind);
    }
  }
  return joined;
}
