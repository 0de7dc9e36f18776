import type { MeasureFamily, MeasureWords } from '#bot/i18n/insights.ts';
import { bounceReasonsInOrder } from '#bot/i18n/insights.ts';
import { comesBackWithin, type Fact, type Step, steps } from '../facts/fact.ts';

/** What a fact adds to a measure; null: it is left out. Of a time `n` is seconds. */
export type Part = { readonly n: number; readonly d: number };

/**
 * A measure: what is counted (`of`), and how it is to be read. The formula in words (bot/i18n/insights-sv.ts, -en.ts)
 * has the same family and says what `of` does: whoever changes one changes the other.
 */
export type Measure = {
  readonly id: string;
  readonly family: MeasureFamily;
  readonly group: 'self-help' | 'speed' | 'promises' | 'contractor' | 'notes' | 'cost';
  readonly unit: 'share' | 'time' | 'count' | 'money';
  readonly direction: 'up' | 'down' | 'none';
  readonly type: 'incident' | 'service-request' | null;
  readonly clock: 'service' | 'wall' | null;
  /** What more the name needs: which reason. */
  readonly variant: keyof MeasureWords['variant'] | null;
  /** Only what is old enough to be judged is counted: see comesBackWithin. */
  readonly ripens: boolean;
  readonly of: (fact: Fact, at: Date) => Part | null;
};

/** Changes whenever a formula does: months that were closed before are counted anew, with a trace. */
export const formulasVersion = 2;

type Plain = Pick<Measure, 'group' | 'unit' | 'direction' | 'of'>;

const share = (is: boolean): Part => ({ n: is ? 1 : 0, d: 1 });
const helpedItself = ({ matter, outcome, cameBack }: Fact, how: readonly Fact['outcome'][]) =>
  matter === 'talk' && how.includes(outcome) && !cameBack;
/** Until then nobody knows whether it comes back. */
const isRipe = ({ at }: Fact, now: Date) => now.getTime() - at.getTime() > comesBackWithin;
const ripe = (how: readonly Fact['outcome'][]) => (fact: Fact, now: Date) =>
  isRipe(fact, now) ? share(helpedItself(fact, how)) : null;
const ofCase = (is: (fact: Fact) => boolean) => (fact: Fact) =>
  fact.matter === 'case' ? share(is(fact)) : null;

/** THE TABLE: every measure but the times, which follow the same shape for each step, type and clock. */
const plain = {
  'self-resolved': { group: 'self-help', unit: 'share', direction: 'up', of: ripe(['confirmed', 'silent']) },
  'self-resolved-confirmed': { group: 'self-help', unit: 'share', direction: 'up', of: ripe(['confirmed']) },
  'self-resolved-silent': { group: 'self-help', unit: 'share', direction: 'none', of: ripe(['silent']) },
  coverage: { group: 'self-help', unit: 'share', direction: 'up', of: ({ hadNote }) => share(hadNote) },
  'follow-up': {
    group: 'self-help',
    unit: 'share',
    direction: 'down',
    of: ({ asked }) => (asked === null ? null : share(asked > 0)),
  },
  'promises-kept': {
    group: 'promises',
    unit: 'share',
    direction: 'up',
    of: ({ promisesKept: n, promisesLate }) => (n + promisesLate === 0 ? null : { n, d: n + promisesLate }),
  },
  reassigned: {
    group: 'promises',
    unit: 'share',
    direction: 'down',
    of: ofCase(({ reassigned }) => reassigned > 0),
  },
  'needless-visits': {
    group: 'promises',
    unit: 'share',
    direction: 'down',
    of: ({ visited, couldBeRemote }) => (visited && couldBeRemote !== null ? share(couldBeRemote) : null),
  },
  'contractor-kept': {
    group: 'contractor',
    unit: 'share',
    direction: 'up',
    of: ({ contractor }) => (typeof contractor?.kept === 'boolean' ? share(contractor.kept) : null),
  },
  'contractor-wait': {
    group: 'contractor',
    unit: 'time',
    direction: 'down',
    of: ({ contractor }) => (contractor ? { n: contractor.waited, d: 1 } : null),
  },
  'contractor-over': {
    group: 'contractor',
    unit: 'time',
    direction: 'down',
    of: ({ contractor }) =>
      contractor?.kept === false && contractor.promised !== null
        ? { n: contractor.waited - contractor.promised, d: 1 }
        : null,
  },
  bounced: {
    group: 'contractor',
    unit: 'share',
    direction: 'down',
    of: ({ contractor, bounces }) => (contractor ? share(bounces.length > 0) : null),
  },
  'no-note': {
    group: 'notes',
    unit: 'count',
    direction: 'down',
    of: ofCase(({ hadNote }) => !hadNote),
  },
  'notes-helped': {
    group: 'notes',
    unit: 'share',
    direction: 'up',
    of: ({ notesSolved: n, notesFailed }) => (n + notesFailed === 0 ? null : { n, d: n + notesFailed }),
  },
  'model-cost': {
    group: 'cost',
    unit: 'money',
    direction: 'down',
    of: ({ modelCost }) => (modelCost === null ? null : { n: modelCost, d: 1 }),
  },
} as const satisfies Partial<Record<MeasureFamily, Plain>>;

const bounces = bounceReasonsInOrder.map(
  (reason): Measure => ({
    id: `bounced-${reason}`,
    family: 'bounced-for',
    group: 'contractor',
    unit: 'count',
    direction: 'down',
    type: null,
    clock: null,
    variant: reason,
    ripens: false,
    of: ({ contractor, bounces: all }) =>
      contractor ? { n: all.filter((one) => one === reason).length, d: 1 } : null,
  }),
);

/** Incidents and service requests apart, and both clocks. */
const times = steps.flatMap((step: Step) =>
  (['incident', 'service-request'] as const).flatMap((type) =>
    (['service', 'wall'] as const).map(
      (clock): Measure => ({
        id: `${step}-${type}-${clock}`,
        family: step,
        group: 'speed',
        unit: 'time',
        direction: 'down',
        type,
        clock,
        variant: null,
        ripens: false,
        of: (fact) => {
          const elapsed = fact.type === type ? fact.elapsed[step] : undefined;
          return elapsed ? { n: elapsed[clock], d: 1 } : null;
        },
      }),
    ),
  ),
);

const named = Object.entries(plain).map(
  ([family, rest]): Measure => ({
    ...rest,
    id: family,
    family: familyOf(family),
    type: null,
    clock: null,
    variant: null,
    ripens: family.startsWith('self-resolved'),
  }),
);

function familyOf(name: string): MeasureFamily {
  const known = (Object.keys(plain) as (keyof typeof plain)[]).find((family) => family === name);
  if (known === undefined) throw new Error(`there is no measure ${name}`);
  return known;
}

const groups: readonly Measure['group'][] = ['self-help', 'speed', 'promises', 'contractor', 'notes', 'cost'];

/** In the order in which they are shown. */
export const measures: readonly Measure[] = groups.flatMap((group) =>
  [...named, ...times, ...bounces].filter((measure) => measure.group === group),
);

const byId = new Map(measures.map((measure) => [measure.id, measure]));

export function findMeasure(id: string): Measure | null {
  return byId.get(id) ?? null;
}

/** Measures whose figure counts the fact (`n` above 0), and those that have it in the denominator alone. */
export function partsOf(fact: Fact, at: Date): { readonly yes: string[]; readonly no: string[] } {
  const parts = measures.map((measure) => ({
    id: measure.id,
    unit: measure.unit,
    part: measure.of(fact, at),
  }));
  const isYes = ({ unit, part }: (typeof parts)[number]) => part !== null && (unit === 'time' || part.n > 0);
  return {
    yes: parts.filter(isYes).map(({ id }) => id),
    no: parts.filter((one) => one.part !== null && !isYes(one)).map(({ id }) => id),
  };
}
