import type { Category } from '#bot/desk/category.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import type { BounceReasonView } from './contractor-view.ts';

/** About rows of the responsibility matrix that cases sent back suggest. */
export type MatrixSuggestionReply =
  /** To a dispatcher: one press adds the row, another leaves the matrix as it is. */
  | {
      readonly kind: 'matrix-suggestion';
      readonly id: string;
      readonly contractor: string;
      readonly category: Category;
      /** Null: at every kind of site. */
      readonly siteKind: SiteKind | null;
      /** In the last 90 days. */
      readonly bounced: number;
      readonly tickets: number;
      /** The newest of those that came back. */
      readonly cases: readonly {
        readonly id: string;
        readonly number: string;
        readonly title: string;
        readonly siteName: string | null;
        readonly reason: BounceReasonView;
        readonly words: string | null;
      }[];
    }
  /** To a dispatcher who asks and whom nothing waits for. */
  | { readonly kind: 'no-matrix-suggestions' }
  | {
      readonly kind: 'matrix-decided';
      readonly decision: 'approved' | 'dismissed' | 'outdated';
      readonly category: Category;
      readonly siteKind: SiteKind | null;
      /** Which row of the matrix it is, from 1; null: none was added. */
      readonly row: number | null;
      /** Name of a colleague who decided it before; null: this press did. */
      readonly before: string | null;
    };
