import type { Figure } from '#bot/web/api/contract/insights-contract.ts';
import { smallSharesBelow, smallTimesBelow } from '#bot/web/api/contract/insights-contract.ts';
import { sites } from './desk-data.ts';
import type { PlayedMeasure } from './insights-measures.ts';

/** What is asked for, as far as the stand-in's numbers know it. `load`: one of `loads`. */
export type Slice = Readonly<
  Partial<Record<'site' | 'area' | 'kind' | 'category' | 'priority' | 'type' | 'load' | 'contractor', string>>
>;

/** How the matters are spread; what is not here is a hundredth. */
const shares: Readonly<Record<string, number>> = {
  printer: 0.19,
  network: 0.17,
  account: 0.15,
  av: 0.12,
  tablet: 0.11,
  workstation: 0.1,
  application: 0.07,
  phone: 0.04,
  critical: 0.03,
  high: 0.17,
  moderate: 0.5,
  low: 0.3,
  incident: 0.68,
  'service-request': 0.32,
  '0-2': 0.45,
  '3-5': 0.3,
  '6-9': 0.17,
  '10+': 0.08,
  'stadens-servicedesk': 0.8,
  skrivarbolaget: 0.2,
};
const busy: Readonly<Record<string, number>> = {
  solrosen: 9,
  blaklockan: 7,
  granen: 2,
  ekskolan: 21,
  sjovikskolan: 17,
  bryggan: 2,
  linden: 12,
  biblioteket: 6,
  stadshuset: 15,
};
/** The more one has to do the longer it takes, and one contractor is slow. */
const slower: Readonly<Record<string, number>> = {
  '0-2': 0.8,
  '6-9': 1.5,
  '10+': 2.1,
  linden: 1.7,
  skrivarbolaget: 0.6,
};

type Cell = { readonly n: number; readonly d: number; readonly value: number };

/** All matters of a slice in some weeks. */
export function mattersOf(slice: Slice, weeks: readonly string[]): number {
  return sum(cells(slice, weeks).map(({ matters }) => matters));
}

export function figureOf(measure: PlayedMeasure, slice: Slice, weeks: readonly string[]): Figure {
  return toFigure(
    measure,
    cells(slice, weeks).map((cell) => play(measure, slice, cell)),
  );
}

type Place = { readonly site: string; readonly week: string; readonly matters: number };

function cells(slice: Slice, weeks: readonly string[]): readonly Place[] {
  const open = sites.filter(
    ({ id, area, kind }) =>
      (slice.site ?? id) === id && (slice.area ?? area) === area && (slice.kind ?? kind) === kind,
  );
  const { category, priority, type, load, contractor } = slice;
  const part = [category, priority, type, load, contractor].reduce(
    (product, value) => product * (value === undefined ? 1 : (shares[value] ?? 0.01)),
    1,
  );
  return weeks.flatMap((week) =>
    open.map(({ id }) => {
      const usual = (busy[id] ?? 5) * part * (0.7 + 0.6 * chance(`${id} ${week}`));
      return { site: id, week, matters: Math.floor(usual + chance(`${id} ${week} ${part}`)) };
    }),
  );
}

function play({ id, unit, usual, of }: PlayedMeasure, slice: Slice, { site, week, matters }: Place): Cell {
  const luck = chance(`${id} ${site} ${week}`);
  const d = Math.round(matters * of * (0.85 + 0.3 * luck));
  const lag = (slower[site] ?? 1) * (slower[slice.load ?? ''] ?? 1) * (slower[slice.contractor ?? ''] ?? 1);
  const age = (Date.parse('2026-11-23') - Date.parse(week)) / (7 * 86_400_000);
  if (unit === 'time' || unit === 'money') {
    const value = usual * lag * (0.7 + 0.6 * luck) * (1 + 0.012 * age);
    return { n: unit === 'money' ? d * value : d, d, value };
  }
  const share = usual - 0.004 * age * Math.sign(0.6 - usual) + 0.16 * (luck - 0.5);
  return {
    n: Math.min(d, Math.floor(d * Math.max(0, share) + chance(`${site} ${week} ${id}`))),
    d,
    value: 0,
  };
}

function toFigure({ unit }: PlayedMeasure, all: readonly Cell[]): Figure {
  const n = sum(all.map((cell) => cell.n));
  const d = sum(all.map((cell) => cell.d));
  if (unit === 'count') return { value: n, p90: null, count: n, denominator: d, small: false };
  if (unit === 'time') {
    const small = d < smallTimesBelow;
    const value = small ? null : Math.round(sum(all.map((cell) => cell.value * cell.d)) / d);
    const p90 = value === null || d < smallSharesBelow ? null : Math.round(value * 2.6);
    return { value, p90, count: d, denominator: d, small };
  }
  const small = d < smallSharesBelow;
  return { value: small ? null : n / d, p90: null, count: n, denominator: d, small };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 0–1, always the same for the same words. FNV-1a, then mixed: https://www.rfc-editor.org/rfc/rfc9923 */
export function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
