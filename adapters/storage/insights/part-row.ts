import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CountedFact, countFact } from '#bot/insights/add-up.ts';
import { comesBackWithin, type Fact } from '#bot/insights/facts/fact.ts';
import {
  type MeasuredPart,
  type Slot,
  slotOf,
  slots,
  timeIn,
} from '#bot/insights/measures/measured-parts.ts';
import { findMeasure, measures } from '#bot/insights/measures/measures.ts';

/** Numerators and denominators of shares and counts by measure, as if the fact were old enough for all of them. */
export const Shares = z.record(z.string(), z.tuple([z.number(), z.number()]));
export type Shares = z.infer<typeof Shares>;

/** The columns of `fact_parts` beside those of the fact itself, and what `shares` names. */
export function toPartColumns(fact: Fact): object {
  const { parts } = countFact(fact, new Date(fact.at.getTime() + comesBackWithin + 1));
  const shares = sharesOf(parts);
  const times = parts.flatMap(({ measure, bucket }) => {
    const slot = slotOf(measure);
    return slot === null ? [] : [[slot, bucket] as const];
  });
  return {
    worker: fact.worker,
    shares: nameOf(shares),
    share_parts: shares,
    ...Object.fromEntries(times),
    cost: parts.find(({ measure }) => measure.unit === 'money')?.n ?? null,
  };
}

function sharesOf(parts: readonly MeasuredPart[]): Shares {
  return Object.fromEntries(
    parts
      .filter(({ measure, bucket }) => bucket === null && measure.unit !== 'money')
      .map(({ measure, n, d }) => [measure.id, [n, d]]),
  );
}

/** By what it holds, so that nobody has to look up whether it is known. */
function nameOf(shares: Shares): string {
  return createHash('sha256').update(JSON.stringify(shares)).digest('base64url').slice(0, 12);
}

/** What those shares add to measures: of a fact that is old enough (`ripe`), or of one that is not. */
export function shareParts(shares: Shares, ripe: boolean): MeasuredPart[] {
  return Object.entries(shares).flatMap(([id, [n, d]]) => {
    const measure = findMeasure(id);
    return measure === null || (measure.ripens && !ripe) ? [] : [{ measure, n, d, bucket: null }];
  });
}

const cost = measures.find(({ unit }) => unit === 'money');

/** `n` of so many facts together. */
export function costParts(n: number, d: number): MeasuredPart[] {
  return cost === undefined || d === 0 ? [] : [{ measure: cost, n, d, bucket: null }];
}

export function timePart(slot: Slot, type: string | null, bucket: number): MeasuredPart[] {
  const measure = timeIn(slot, type);
  return measure === null ? [] : [{ measure, n: 0, d: 1, bucket }];
}

const text = z.string().nullable();
const number = z.number().nullable();
const times = {
  ...{ answer_service: number, answer_wall: number },
  ...{ acknowledgement_service: number, acknowledgement_wall: number },
  ...{ arrival_service: number, arrival_wall: number },
  ...{ resolution_service: number, resolution_wall: number },
  ...{ contractor_wait: number, contractor_over: number },
} satisfies Record<Slot, typeof number>;
export const PartRow = z.object({
  ...{
    site_id: text,
    area: text,
    site_kind: text,
    category: z.string(),
    priority: text,
    type: text,
    load: text,
  },
  ...{
    contractor_id: text,
    person: z.string(),
    worker: text,
    shares: z.string(),
    ripe: z.boolean(),
    cost: number,
  },
  ...times,
});

export type PartRow = z.infer<typeof PartRow>;

/** The columns of a PartRow but `ripe`, which depends on when it is asked. */
export const partColumns = Object.keys(PartRow.shape).filter((name) => name !== 'ripe');

/** A fact as it is added up; `shared`: what the shares of its name add. */
export function toCounted(
  row: PartRow,
  shared: (shares: string, ripe: boolean) => readonly MeasuredPart[],
): CountedFact {
  const { area, category, priority, type, load, person, worker } = row;
  const own = slots.flatMap((slot) => {
    const bucket = row[slot];
    return bucket === null ? [] : timePart(slot, type, bucket);
  });
  const spent = row.cost === null ? [] : costParts(row.cost, 1);
  return {
    values: {
      ...{ all: '', site: row.site_id, area, kind: row.site_kind, category, priority, type, load },
      contractor: row.contractor_id,
    },
    ...{ person, worker },
    parts: [...shared(row.shares, row.ripe), ...own, ...spent],
  };
}
