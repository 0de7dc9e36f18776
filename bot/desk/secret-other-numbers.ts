import type { Span } from './personal-identity-number.ts';

/** What numbers mostly are: times, dates, telephone numbers, addresses of machines, decimals. On folded text. */
const patterns = [
  /(?<![0-9])(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?:[.:][0-5][0-9])?(?![0-9])/gu,
  /(?<![0-9])(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])/gu,
  /(?<![0-9])[0-9]{1,2}[./][0-9]{1,2}(?:[./-](?:[0-9]{4}|[0-9]{2}))?(?![0-9])/gu,
  /(?<![\p{L}0-9.,/-])(?:\+[0-9]{1,3}|00[0-9]{2}|0[0-9]{1,3})(?:[\s\-/()–]{0,3}[0-9]){5,12}(?![0-9])/gu,
  /(?<![0-9])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9])/gu,
  /(?<![0-9])[0-9]+,[0-9]{1,3}(?![0-9])/gu,
  /(?<![\p{L}0-9])v?[0-9]+(?:\.[0-9]+){2,}(?![0-9])/gu,
];

/** Stretches of a folded text whose numbers are something else than codes, unless the words around say so. */
export function findOtherNumbers(plain: string): Span[] {
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}

export function liesWithin(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some(({ start, end }) => start <= from && to <= end);
}

/** Within one that is longer. */
export function liesInside(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some(({ start, end }) => start <= from && to <= end && end - start > to - from);
}
