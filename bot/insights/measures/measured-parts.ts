import type { Fact } from '../facts/fact.ts';
import { type Measure, measures } from './measures.ts';
import { bucketOf } from './tally.ts';

/** What a fact adds to one measure. `bucket`: of a time, in place of `n`. */
export type MeasuredPart = {
  readonly measure: Measure;
  readonly n: number;
  readonly d: number;
  readonly bucket: number | null;
};

/** What the fact adds to each measure that counts it, as of `at`. */
export function measuredParts(
  fact: Fact,
  at: Date,
  counted: readonly Measure[] = measures,
): readonly MeasuredPart[] {
  return counted.flatMap((measure): MeasuredPart[] => {
    const part = measure.of(fact, at);
    if (part === null) return [];
    return measure.unit === 'time'
      ? [{ measure, n: 0, d: part.d, bucket: bucketOf(part.n) }]
      : [{ measure, ...part, bucket: null }];
  });
}

/** Places of a fact's times: the type is the fact's own, so both types of a step share one. */
export const slots = [
  'answer_service',
  'answer_wall',
  'acknowledgement_service',
  'acknowledgement_wall',
  'arrival_service',
  'arrival_wall',
  'resolution_service',
  'resolution_wall',
  'contractor_wait',
  'contractor_over',
] as const;
export type Slot = (typeof slots)[number];

/** Null: it is no time. */
export function slotOf({ family, clock, unit }: Measure): Slot | null {
  if (unit !== 'time') return null;
  const name = clock === null ? family.replace('-', '_') : `${family}_${clock}`;
  const slot = slots.find((one) => one === name);
  if (slot === undefined) throw new Error(`the times of ${family} have no place`);
  return slot;
}

const timesBySlot = Map.groupBy(
  measures.filter(({ unit }) => unit === 'time'),
  slotOf,
);

/** The time that has that place in a fact of that type; null: none has. */
export function timeIn(slot: Slot, type: string | null): Measure | null {
  return timesBySlot.get(slot)?.find((one) => one.type === null || one.type === type) ?? null;
}
