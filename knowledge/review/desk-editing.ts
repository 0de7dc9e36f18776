import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Note } from '#knowledge/note.ts';

/** What the desk is made of, each under its id: `desk`, a site id, a upn, a note id. */
export type DeskValues = {
  readonly settings: DeskSettings;
  readonly site: Site;
  readonly person: Person;
  readonly technician: Technician;
  readonly note: Note;
};
export type DeskKind = keyof DeskValues;

export const changeWays = ['tab', 'chat', 'import', 'restore', 'visit', 'press', 'suggestion'] as const;
export type ChangeWay = (typeof changeWays)[number];

/** `version`: the desk's revision with which it became so. It goes back with a change as what that rests on. */
export type Versioned<T> = { readonly version: number; readonly value: T };

export type EditRequest<K extends DeskKind> = {
  readonly kind: K;
  readonly id: string;
  /** The version that the editor saw; absent for what takes no notice of it. */
  readonly basedOn?: number;
  /** Upn. */
  readonly by: string;
  readonly at: Date;
  readonly way: ChangeWay;
};

/** What an edit decides on. Both null for what does not exist. */
export type EditBasis<T> = {
  readonly current: Versioned<T> | null;
  /** As the editor saw it, at `basedOn`; null when that is not known. */
  readonly base: T | null;
  /** Who changed it last since `basedOn`, a upn; null when nobody did or it was an import. */
  readonly changedBy: string | null;
};

/** One change, newest first where there are several. */
export type ItemChange = {
  readonly seq: number;
  readonly at: Date;
  /** The version that it made. */
  readonly version: number;
  readonly byUpn: string | null;
  readonly way: ChangeWay;
} & { readonly [K in DeskKind]: ChangeOf<K> }[DeskKind];

type ChangeOf<K extends DeskKind> = {
  readonly kind: K;
  readonly id: string;
  readonly before: DeskValues[K] | null;
  readonly after: DeskValues[K] | null;
};

export type ChangeFilter = {
  readonly kind?: DeskKind;
  readonly id?: string;
  /** Older than this one. */
  readonly beforeSeq?: number;
  readonly limit: number;
};

/** The desk as editors change it: one item at a time, never past somebody else's change, and never untold. */
export type DeskEditing = {
  read<K extends DeskKind>(kind: K, id: string): Promise<Versioned<DeskValues[K]> | null>;
  /** Those of the ids that exist. */
  readVersions(kind: DeskKind, ids: readonly string[]): Promise<Map<string, number>>;
  /**
   * Changes an item in one transaction, in which nobody else changes the desk: `decide` sees what is stored and
   * gives what shall be; null removes it. What it throws goes on to the caller, and nothing happens.
   * An equal value is no change.
   * @returns the item with its version now; null when it was removed.
   */
  edit<K extends DeskKind>(
    request: EditRequest<K>,
    decide: (basis: EditBasis<DeskValues[K]>) => DeskValues[K] | null,
  ): Promise<Versioned<DeskValues[K]> | null>;
  /** Newest first. `total`: of all that match, without `beforeSeq`. */
  changes(filter: ChangeFilter): Promise<{ readonly items: ItemChange[]; readonly total: number }>;
};
