import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';

/** The conditions of a row; the first row whose every named condition matches wins. */
export const conditions = ['category', 'site', 'area', 'siteKind'] as const;

/** A row while it is edited: the key stays with it when it moves, so that focus does too. */
export type KeyedRow = { readonly key: number; readonly row: MatrixRow };

export function keyRows(rows: readonly MatrixRow[]): KeyedRow[] {
  return rows.map((row, key) => ({ key, row }));
}

export function rowsOf(keyed: readonly KeyedRow[]): MatrixRow[] {
  return keyed.map(({ row }) => row);
}

export const emptyRow: MatrixRow = {
  category: null,
  site: null,
  area: null,
  siteKind: null,
  handledBy: 'local',
  contractor: null,
};

/** The row at `from` at the place `to`; places outside the list change nothing. */
export function moveRow<T>(rows: readonly T[], from: number, to: number): T[] {
  const moved = rows[from];
  if (moved === undefined || to < 0 || to >= rows.length) return [...rows];
  const rest = rows.filter((_, index) => index !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** A new row goes before the catch-all, where it can take effect; at the end when there is no catch-all. */
export function addRow(rows: readonly KeyedRow[], row: MatrixRow = emptyRow): KeyedRow[] {
  const key = Math.max(-1, ...rows.map((known) => known.key)) + 1;
  const last = rows.at(-1);
  const at = last !== undefined && isCatchAll(last.row) ? rows.length - 1 : rows.length;
  return [...rows.slice(0, at), { key, row }, ...rows.slice(at)];
}

export function removeRow(rows: readonly KeyedRow[], key: number): KeyedRow[] {
  return rows.filter((known) => known.key !== key);
}

export function changeRow(rows: readonly KeyedRow[], key: number, change: Partial<MatrixRow>): KeyedRow[] {
  return rows.map((known) => (known.key === key ? { key, row: tidy({ ...known.row, ...change }) } : known));
}

/** A local row names no contractor. */
function tidy(row: MatrixRow): MatrixRow {
  return row.handledBy === 'local' ? { ...row, contractor: null } : row;
}

/** It applies to everything. */
export function isCatchAll(row: MatrixRow): boolean {
  return conditions.every((condition) => row[condition] === null);
}

/** True when every matter that the second row is for is the first one's already. */
function covers(earlier: MatrixRow, later: MatrixRow): boolean {
  return conditions.every(
    (condition) => earlier[condition] === null || earlier[condition] === later[condition],
  );
}

export type RowFault =
  | { readonly kind: 'never-reached'; readonly because: number }
  | { readonly kind: 'no-contractor' };

/** What is wrong with each row, by place: it can never be reached, or it names a contractor that there is not. */
export function faultsOf(rows: readonly MatrixRow[], contractorIds: readonly string[]): (RowFault | null)[] {
  return rows.map((row, index) => {
    if (row.handledBy === 'contractor' && !contractorIds.includes(row.contractor ?? ''))
      return { kind: 'no-contractor' };
    const because = rows.slice(0, index).findIndex((earlier) => covers(earlier, row));
    return because === -1 ? null : { kind: 'never-reached', because };
  });
}

/** Whether some row answers for every matter, so that none falls between. */
export function hasCatchAll(rows: readonly MatrixRow[]): boolean {
  return rows.some(isCatchAll);
}

export function areSameRows(a: readonly MatrixRow[], b: readonly MatrixRow[]): boolean {
  return a.length === b.length && a.every((row, index) => isSameRow(row, b[index]));
}

function isSameRow(a: MatrixRow, b: MatrixRow | undefined): boolean {
  return (
    b !== undefined &&
    a.handledBy === b.handledBy &&
    a.contractor === b.contractor &&
    conditions.every((condition) => a[condition] === b[condition])
  );
}
