import { findPasswords, findPersonalIdentityNumbers, type Span } from '#bot/desk/secrets.ts';
import type { MaskedKind } from './triage-result.ts';

export type Masked = { readonly text: string; readonly masked: readonly MaskedKind[] };

/** What stands where a secret stood: neutral words, since people read them and rules weigh the rest. */
const marks: Readonly<Record<MaskedKind, string>> = {
  password: '•••',
  'personal-identity-number': '••••••-••••',
};

/** Hides passwords and personal identity numbers; everything after triage sees only this text. */
export function maskSecrets(text: string): Masked {
  const spans = [
    ...findPasswords(text).map((span) => ({ ...span, kind: 'password' as const })),
    ...findCodes(text).map((span) => ({ ...span, kind: 'password' as const })),
    ...findPersonalIdentityNumbers(text).map((span) => ({
      ...span,
      kind: 'personal-identity-number' as const,
    })),
  ];
  const kept = withoutOverlaps(spans);
  const hidden = kept.reduceRight(
    (left, { start, end, kind }) => left.slice(0, start) + marks[kind] + left.slice(end),
    text,
  );
  return { text: hidden, masked: [...new Set(kept.map(({ kind }) => kind))] };
}

/**
 * What is typed to get in is called a code as well ("koden jag skriver är …"). Most codes are no secret, an error's or
 * a form's, so only what is put together as passwords are is hidden: a word with figures or signs in it.
 */
const code =
  /(?<![\p{L}\d])(?:koden?|code)\s(?:[^\s.!?\n]+\s){0,5}?(?<value>(?=\S*\p{Ll}{3})(?:\p{L}{4,}\d{1,4}[!?#*]{0,2}|(?=\S*\d)[\p{L}\d]+[!#$%&*?^~§€£@+][\p{L}\d!#$%&*?^~§€£@+]+))(?=[\s,.;]|$)/giu;

function findCodes(text: string): Span[] {
  return [...text.matchAll(code)].map((found) => {
    const value = found.groups?.value ?? '';
    const start = found.index + found[0].length - value.length;
    return { start, end: start + value.length };
  });
}

/** In order; where two overlap, both are covered by the first. */
function withoutOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else kept[kept.length - 1] = { ...last, end: Math.max(last.end, span.end) };
  }
  return kept;
}
