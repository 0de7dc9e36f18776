import {
  type Destination,
  destinations,
  type JudgedField,
  judgedFields,
  type Verdict,
} from './judge-request.ts';

export type Share = { readonly right: number; readonly of: number; readonly share: number };

export type DestinationMeasure = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly expected: number;
};

export type Summary = {
  readonly messages: number;
  /** Mean of the destinations' F1 = 2PR/(P+R), over those that the labels hold. */
  readonly macroF1: number;
  readonly destinations: Readonly<Record<Destination, DestinationMeasure>>;
  readonly fields: Readonly<Record<JudgedField, Share>>;
};

export function summarise(verdicts: readonly Verdict[]): Summary {
  const measured = destinations.map((destination) => [destination, measure(destination, verdicts)] as const);
  const labelled = measured.filter(([, { expected }]) => expected > 0);
  const macroF1 = labelled.reduce((sum, [, { f1 }]) => sum + f1, 0) / Math.max(labelled.length, 1);
  return {
    messages: verdicts.length,
    macroF1: round(macroF1),
    destinations: recordOf(measured),
    fields: recordOf(judgedFields.map((field) => [field, shareOf(field, verdicts)] as const)),
  };
}

function measure(destination: Destination, verdicts: readonly Verdict[]): DestinationMeasure {
  const pairs = verdicts.flatMap((verdict) => (verdict.destination === null ? [] : [verdict.destination]));
  const expected = pairs.filter((pair) => pair.expected === destination).length;
  const got = pairs.filter((pair) => pair.got === destination).length;
  const both = pairs.filter((pair) => pair.expected === destination && pair.got === destination).length;
  const precision = got === 0 ? 0 : both / got;
  const recall = expected === 0 ? 0 : both / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: round(precision), recall: round(recall), f1: round(f1), expected };
}

function shareOf(field: JudgedField, verdicts: readonly Verdict[]): Share {
  return toShare(verdicts.flatMap(({ fields }) => fields[field] ?? []));
}

function toShare(judged: readonly boolean[]): Share {
  const right = judged.filter(Boolean).length;
  return { right, of: judged.length, share: judged.length === 0 ? 1 : round(right / judged.length) };
}

function recordOf<K extends string, V>(pairs: readonly (readonly [K, V])[]): Record<K, V> {
  // Every key of the union is among the pairs: the lists above are the unions' own.
  return Object.fromEntries(pairs) as Record<K, V>;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
