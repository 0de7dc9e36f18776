import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import {
  addRow,
  areSameRows,
  changeRow,
  emptyRow,
  faultsOf,
  hasCatchAll,
  keyRows,
  moveRow,
  removeRow,
  rowsOf,
} from '#knowledge/tab/views/desk/matrix/matrix-rows.ts';

const row = (change: Partial<MatrixRow>): MatrixRow => ({ ...emptyRow, ...change });
const desk = { handledBy: 'contractor', contractor: 'servicedesk' } as const;
const printer = row({ category: 'printer' });
const officeNetwork = row({ category: 'network', siteKind: 'office', ...desk });
const network = row({ category: 'network' });
const rest = row(desk);

describe('the rows of the matrix', () => {
  it('are moved one place up or down', () => {
    expect(moveRow([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
    expect(moveRow([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
  });

  it('stay where they are when there is no such place', () => {
    expect(moveRow([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
    expect(moveRow([1, 2, 3], 2, 3)).toEqual([1, 2, 3]);
    expect(moveRow([1, 2, 3], 7, 0)).toEqual([1, 2, 3]);
  });

  it('are all there after any move, and a move back undoes it', () => {
    const place = fc.integer({ min: -2, max: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 8 }), place, place, (rows, from, to) => {
        const moved = moveRow(rows, from, to);
        expect([...moved].sort()).toEqual([...rows].sort());
        const inside = (at: number) => at >= 0 && at < rows.length;
        if (inside(from) && inside(to)) expect(moveRow(moved, to, from)).toEqual(rows);
      }),
    );
  });

  it('get a new one before the catch-all, where it can take effect', () => {
    expect(rowsOf(addRow(keyRows([printer, rest]), network))).toEqual([printer, network, rest]);
    expect(rowsOf(addRow(keyRows([printer]), network))).toEqual([printer, network]);
    expect(rowsOf(addRow([], network))).toEqual([network]);
  });

  it('keep their keys when others come and go', () => {
    const rows = addRow(removeRow(keyRows([printer, network, rest]), 1), officeNetwork);
    expect(rows.map(({ key }) => key)).toEqual([0, 3, 2]);
  });

  it('forget the contractor when the matter becomes local', () => {
    const [changed] = rowsOf(changeRow(keyRows([officeNetwork]), 0, { handledBy: 'local' }));
    expect(changed?.contractor).toBeNull();
    expect(changed?.siteKind).toBe('office');
  });

  it('are compared by what they say', () => {
    expect(areSameRows([printer, rest], [{ ...printer }, { ...rest }])).toBe(true);
    expect(areSameRows([printer, rest], [rest, printer])).toBe(false);
    expect(areSameRows([printer], [printer, rest])).toBe(false);
  });
});

describe('a fault of a row', () => {
  it('is that an earlier one takes all that it is for', () => {
    expect(faultsOf([network, officeNetwork, rest, printer], ['servicedesk'])).toEqual([
      null,
      { kind: 'never-reached', because: 0 },
      null,
      { kind: 'never-reached', because: 2 },
    ]);
  });

  it('is not that an earlier one takes a part', () => {
    expect(faultsOf([officeNetwork, network, rest], ['servicedesk'])).toEqual([null, null, null]);
  });

  it('is that it names no contractor, or one that there is not', () => {
    const nobody = row({ category: 'av', handledBy: 'contractor' });
    expect(faultsOf([nobody, rest], ['annan'])).toEqual([
      { kind: 'no-contractor' },
      { kind: 'no-contractor' },
    ]);
  });

  it('is, for them all, that some matters have no row', () => {
    expect([hasCatchAll([printer, network]), hasCatchAll([printer, rest])]).toEqual([false, true]);
  });
});
