import type { DeskItem, DeskItemKey, DeskItemRef } from './desk-item.ts';

/** What the database holds, as an import needs to see it. */
export type StoredDesk = {
  /** Every item as it is now, whatever its status: drafts and archived notes too. Empty before the first import. */
  readonly items: readonly DeskItem[];
  /**
   * What the last import wrote for each item: the fingerprint that came with it. No entry: the item was made
   * here. An item whose own fingerprint (`fingerprintOf`) differs from its entry was edited here since.
   */
  readonly lastImported: ReadonlyMap<DeskItemKey, string>;
  /** Changes with every write to the desk or its notes. */
  readonly revision: string;
};

export type DeskChanges = {
  /** To insert, or to replace as a whole, by kind and id. In an order that keeps references whole. */
  readonly upsert: readonly DeskItem[];
  readonly remove: readonly DeskItemRef[];
  /** To remember as what this import wrote: for every upserted item, and for those found equal already. */
  readonly imported: ReadonlyMap<DeskItemKey, string>;
  /** The revision that the plan was made from. */
  readonly basedOn: string;
};

export type ImportProgress = { readonly done: number; readonly total: number };

/** Where the desk and its notes live between imports; the database is the source of truth at run time. */
export type DeskRepository = {
  load(): Promise<StoredDesk>;
  /**
   * Writes all of it in one transaction, or nothing. Throws `InvalidInput` when the revision has moved on since
   * `basedOn`. Reports every so often how many of the items are written. `remove` leaves cases that mention a
   * removed site or person as they are.
   */
  applyChanges(changes: DeskChanges, onProgress?: (progress: ImportProgress) => void): Promise<void>;
};
