import type { Span } from './personal-identity-number.ts';
import { type Folded, fold, sourceSpan } from './secret-fold.ts';

export type PrivatePart = Span & {
  /** What stands between the marks. */
  readonly inner: string;
};

/** [privat], also ［PRIVAT］, [ private ], with unseen characters in it, or without its closing bracket. */
const mark = /\[\s*(?<close>\/?)\s*private?\b\s*\]?|(?<pair>[{(<])\s*\/\s*private?\s*[})>]/gu;
const opening = (bracket: string) => new RegExp(`[${bracket}]\\s*private?\\s*[})>]`, 'gu');

/**
 * What stands between [privat] marks, the marks included. Where marks lack their other half all is taken that may
 * be meant: after an open one everything, before a closing one everything. Other brackets count in pairs only.
 */
export function findPrivateParts(text: string): PrivatePart[] {
  if (!/priv|&#|%|\\u|\P{ASCII}/iu.test(text)) return [];
  const folded = fold(text);
  if (!/private?/u.test(folded.plain)) return [];
  const marks = [...folded.plain.matchAll(mark)].flatMap((found) => {
    const { pair, close } = found.groups ?? {};
    if (pair !== undefined && !hasOpening(folded.plain, pair, found.index)) return [];
    const place = sourceSpan(folded, found.index, found.index + found[0].length);
    return [
      { ...place, closes: pair !== undefined || close === '/' },
      ...openings(folded, pair, found.index),
    ];
  });
  return pairUp(
    marks.sort((a, b) => a.start - b.start),
    text,
  );
}

type Mark = Span & { readonly closes: boolean };

function hasOpening(plain: string, bracket: string, before: number): boolean {
  return opening(bracket).test(plain.slice(0, before));
}

function openings(folded: Folded, bracket: string | undefined, before: number): Mark[] {
  if (bracket === undefined) return [];
  const last = [...folded.plain.slice(0, before).matchAll(opening(bracket))].at(-1);
  if (last === undefined) return [];
  return [{ ...sourceSpan(folded, last.index, last.index + last[0].length), closes: false }];
}

function pairUp(marks: readonly Mark[], text: string): PrivatePart[] {
  const parts: PrivatePart[] = [];
  let open: Mark | null = null;
  let depth = 0;
  for (const found of marks) {
    if (!found.closes) {
      open ??= found;
      depth += 1;
    } else if (open === null) {
      parts.splice(0, parts.length, { start: 0, end: found.end, inner: text.slice(0, found.start) });
    } else {
      depth -= 1;
      if (depth > 0) continue;
      parts.push({ start: open.start, end: found.end, inner: text.slice(open.end, found.start) });
      open = null;
    }
  }
  if (open !== null) parts.push({ start: open.start, end: text.length, inner: text.slice(open.end) });
  return parts;
}
