import type { RetentionName } from '#bot/desk/retention.ts';

export type WeedingBasis = {
  readonly now: Date;
  /** Days that the desk keeps each kind of thing. */
  readonly days: Readonly<Record<RetentionName, number>>;
  /** Days that pictures and files are kept after their case ended. */
  readonly filesDays: number;
};

/** Takes away what was kept long enough. */
export type Weeder = {
  /** Rows whose time is up, by what they are; nothing is changed. */
  due(basis: WeedingBasis): Promise<ReadonlyMap<string, number>>;
  /**
   * In small steps for as long as `goesOn`. What it leaves the next run finds. `isFinished` false: there is more.
   * Interrupted anywhere, nothing is half done.
   */
  weed(
    basis: WeedingBasis,
    goesOn: () => boolean,
  ): Promise<{ readonly rows: ReadonlyMap<string, number>; readonly isFinished: boolean }>;
};
