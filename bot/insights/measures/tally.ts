import type { MeasuredPart } from './measured-parts.ts';
import type { Measure } from './measures.ts';

/** `n` of `d`; of a time how many cases have which bucket. Sums of tallies are tallies, so weeks add up to months. */
export type Tally = {
  readonly n: number;
  readonly d: number;
  readonly buckets: Readonly<Record<string, number>>;
};
export type Tallies = Readonly<Record<string, Tally>>;

/** Below so many a share is told as counts, and a time not at all. */
export const smallSharesBelow = 20;
export const smallTimesBelow = 10;
/** Below so many different people nothing is broken down. */
export const fewPeople = 5;

export type Figure = {
  /** Null: too few, or nothing. Share 0–1, seconds (the median), a count, or money a case. */
  readonly value: number | null;
  readonly p90: number | null;
  readonly count: number;
  readonly denominator: number;
  readonly small: boolean;
};

/** Times are kept to about 3 %: near enough for a median of waits, and a year of them fits a page of memory. */
const base = Math.log(1.03);

export function bucketOf(seconds: number): number {
  return Math.round(Math.log1p(Math.max(seconds, 0) / 60) / base);
}

/** Seconds, rounded to what can be known. */
export function secondsOf(bucket: number): number {
  return Math.round(60 * Math.expm1(bucket * base));
}

type Growing = { n: number; d: number; buckets: Record<string, number> };

/** What some parts add up to. */
export function createTallying(): {
  /** `times`: of so many facts alike. */
  add(parts: readonly MeasuredPart[], times?: number): void;
  result(): Tallies;
} {
  const tallies: Record<string, Growing> = {};
  return {
    add(parts, times = 1) {
      for (const part of parts) {
        const known = tallies[part.measure.id];
        const tally = known ?? { n: 0, d: 0, buckets: {} };
        if (known === undefined) tallies[part.measure.id] = tally;
        tally.d += part.d * times;
        if (part.bucket === null) tally.n += part.n * times;
        else tally.buckets[part.bucket] = (tally.buckets[part.bucket] ?? 0) + times;
      }
    },
    result: () => tallies,
  };
}

export function mergeTallies(all: readonly Tallies[]): Tallies {
  const merged: Record<string, Growing> = {};
  for (const tallies of all) {
    for (const [id, { n, d, buckets }] of Object.entries(tallies)) {
      const into = merged[id] ?? { n: 0, d: 0, buckets: {} };
      merged[id] = into;
      into.n += n;
      into.d += d;
      for (const [bucket, count] of Object.entries(buckets))
        into.buckets[bucket] = (into.buckets[bucket] ?? 0) + count;
    }
  }
  return merged;
}

const nothing: Tally = { n: 0, d: 0, buckets: {} };

/** What is shown of a tally: a share of few, or a time of few, is no number. */
export function figureOf({ unit }: Pick<Measure, 'unit'>, tally: Tally = nothing): Figure {
  const { n, d } = tally;
  const count = unit === 'money' ? n : Math.round(n);
  if (unit === 'time') {
    const small = d < smallTimesBelow;
    const value = small ? null : quantile(tally, 0.5);
    // One slow case in ten needs more of them to be told from chance.
    const p90 = d < smallSharesBelow ? null : quantile(tally, 0.9);
    return { value, p90, count: d, denominator: d, small };
  }
  if (unit === 'count') return { value: count, p90: null, count, denominator: d, small: false };
  const small = d < smallSharesBelow;
  return { value: small || d === 0 ? null : n / d, p90: null, count, denominator: d, small };
}

/** The smallest bucket that so large a share does not exceed. */
function quantile({ buckets, d }: Tally, share: number): number | null {
  const wanted = Math.ceil(d * share);
  let seen = 0;
  for (const bucket of Object.keys(buckets)
    .map(Number)
    .sort((a, b) => a - b)) {
    seen += buckets[String(bucket)] ?? 0;
    if (seen >= wanted) return secondsOf(bucket);
  }
  return null;
}
