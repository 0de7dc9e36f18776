import type { Category } from '#bot/desk/category.ts';
import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { SiteKind } from '#bot/desk/site.ts';

/** Cases of one kind that a contractor keeps sending back. `siteKind` null: wherever they come from. */
export type BounceKind = {
  readonly contractorId: string;
  readonly category: Category;
  readonly siteKind: SiteKind | null;
};

/** A row for the responsibility matrix that a dispatcher may approve: this kind goes to our own technicians. */
export type MatrixSuggestion = BounceKind & {
  readonly id: string;
  readonly at: Date;
  /** Of so many that the contractor got, so many came back. */
  readonly bounced: number;
  readonly tickets: number;
  /** Those that came back, newest first. */
  readonly caseIds: readonly string[];
  /** `outdated`: when somebody said yes, the matrix no longer gave them to the contractor. */
  readonly status: 'open' | 'approved' | 'dismissed' | 'outdated';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

export type MatrixStore = {
  /** False: one of the very same kind is open, and that stands. */
  add(suggestion: MatrixSuggestion): Promise<boolean>;
  get(id: string): Promise<MatrixSuggestion | null>;
  /** Those that are open, and those dismissed since then, newest first. */
  recent(dismissedSince: Date): Promise<MatrixSuggestion[]>;
  /** One conditional update: only one that is still open is decided. Null = somebody did before. */
  decide(decision: {
    readonly id: string;
    readonly status: Exclude<MatrixSuggestion['status'], 'open'>;
    readonly byUpn: string;
    readonly at: Date;
  }): Promise<MatrixSuggestion | null>;
  /**
   * Changes the stored settings, in the history as the tab's edits are; what `change` gives null for stays. Shows in
   * the next desk that is read. @throws NotFound when there is no desk
   */
  change(input: {
    readonly byUpn: string;
    readonly at: Date;
    readonly change: (current: DeskSettings) => DeskSettings | null;
  }): Promise<void>;
};

/** Milliseconds that counting looks back, and that a "no" holds. */
export const suggestionWindow = 90 * 86_400_000;
