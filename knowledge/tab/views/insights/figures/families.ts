import type { MeasureFigure, MeasureText } from '#bot/web/api/contract/insights-contract.ts';

export type Group = MeasureText['group'];

/** Measures that differ only in kind of case, clock or reason, shown together with those that are parts of them. */
export type Family = {
  readonly id: string;
  readonly figures: readonly MeasureFigure[];
  readonly parts: readonly Family[];
};

export type FigureGroup = { readonly id: Group; readonly families: readonly Family[] };

const order: readonly Group[] = ['self-help', 'speed', 'promises', 'contractor', 'notes', 'cost'];

/** In the order of the groups; inside them in the server's. A group without figures is left out. */
export function toGroups(figures: readonly MeasureFigure[]): readonly FigureGroup[] {
  return order
    .map((id) => ({ id, families: toFamilies(figures.filter(({ measure }) => measure.group === id)) }))
    .filter(({ families }) => families.length > 0);
}

/** `self-resolved-silent` is a part of `self-resolved` when both are there. */
function toFamilies(figures: readonly MeasureFigure[]): readonly Family[] {
  const found = new Map<string, MeasureFigure[]>();
  for (const figure of figures) {
    const known = found.get(figure.measure.family);
    if (known) known.push(figure);
    else found.set(figure.measure.family, [figure]);
  }
  const all = [...found].map(([id, members]): Family => ({ id, figures: members, parts: [] }));
  const isPartOf = (part: Family, whole: Family) =>
    whole.figures.length === 1 && part.id.startsWith(`${whole.id}-`);
  return all
    .filter((one) => !all.some((other) => isPartOf(one, other)))
    .map((one) => ({ ...one, parts: all.filter((other) => isPartOf(other, one)) }));
}

/** `one` figure alone, a `table` of kinds and clocks, or `reasons`: several of the same kind and clock. */
export function shapeOf({ figures }: Family): 'one' | 'table' | 'reasons' {
  if (figures.length === 1) return 'one';
  const places = new Set(figures.map(({ measure }) => `${measure.type} ${measure.clock}`));
  return places.size === figures.length ? 'table' : 'reasons';
}

/** The words that all its measures' names begin with: "Tid till lösning" of "Tid till lösning, fel, servicetid". */
export function nameOf({ figures }: Family): string {
  const [first = '', ...others] = figures.map(({ measure }) => measure.name);
  return trimmed(first.slice(0, commonLength(first, others)));
}

/** Twice as wide as a card of one figure. */
export function isWide(family: Family): boolean {
  return shapeOf(family) !== 'one' || family.parts.length > 0;
}

/** What is left of a name beside its family's. */
export function restOf(name: string, family: Family): string {
  return (
    name
      .slice(nameOf(family).length)
      .replace(/^[\s:,–(]+/, '')
      .replace(/\)$/, '') || name
  );
}

function commonLength(first: string, others: readonly string[]): number {
  if (others.length === 0) return first.length;
  const ends = [...first.matchAll(/\s/g)].map(({ index }) => index).reverse();
  return ends.find((end) => others.every((other) => other.startsWith(first.slice(0, end + 1)))) ?? 0;
}

function trimmed(words: string): string {
  return words.replace(/[\s:,–(]+$/, '');
}

export type FamilyTable = {
  readonly clocks: readonly MeasureText['clock'][];
  readonly rows: readonly {
    readonly type: MeasureText['type'];
    /** One for each clock; null where there is no such measure. */
    readonly cells: readonly (MeasureFigure | null)[];
  }[];
};

/** Kinds of case down, clocks across. */
export function toTable({ figures }: Family): FamilyTable {
  const clocks = [...new Set(figures.map(({ measure }) => measure.clock))];
  const types = [...new Set(figures.map(({ measure }) => measure.type))];
  return {
    clocks,
    rows: types.map((type) => ({
      type,
      cells: clocks.map(
        (clock) => figures.find(({ measure }) => measure.type === type && measure.clock === clock) ?? null,
      ),
    })),
  };
}
