import type { Case } from '#bot/handoff/case.ts';
import type { Identity } from './forget-in-text.ts';

export type PersonFile = { readonly id: string; readonly name: string; readonly bytes: Uint8Array };

/** What is stored about one person, before others are taken out of it. */
export type PersonRecord = {
  readonly identity: Identity;
  /** Reported, had, or did something with; oldest id first. */
  readonly cases: readonly Case[];
  /** Rows of other tables, by table, as the database has them. */
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
  /** Names of others who are in the same cases. */
  readonly others: readonly string[];
  readonly files: readonly PersonFile[];
  readonly steps: readonly {
    readonly caseId: string;
    readonly at: Date;
    readonly kind: string;
    readonly byThem: boolean;
  }[];
};
