import type { Category } from '#bot/desk/category.ts';

/** One thing worth doing, as `bot/insights/helps` finds them. */
export type WorthDoing =
  | {
      readonly kind: 'write-note';
      readonly title: string;
      readonly changed: number;
      readonly replayed: number;
    }
  | {
      readonly kind: 'mend-note';
      readonly title: string;
      readonly notSolved: number;
      readonly of: number;
      readonly changed: number;
      readonly replayed: number;
    }
  | {
      readonly kind: 'visit-site';
      readonly siteName: string;
      readonly category: Category;
      readonly device: string | null;
      readonly cases: number;
      readonly changed: number;
      readonly replayed: number;
    }
  | {
      readonly kind: 'change-row';
      readonly category: Category;
      readonly contractorName: string;
      readonly changed: number;
      readonly replayed: number;
      readonly hours: number;
    }
  | {
      readonly kind: 'talk-to-contractor';
      readonly contractorName: string;
      readonly late: number;
      readonly of: number;
      /** Hours beyond the promise, in all. */
      readonly hours: number;
    };

/** The dispatcher's week, at most three things; the head of a site's month. */
export type FiguresReply =
  | { readonly kind: 'figures-week'; readonly things: readonly WorthDoing[] }
  | {
      readonly kind: 'figures-site';
      readonly siteName: string;
      /** `2026-10` */
      readonly month: string;
      readonly reported: number;
      /** Null: nothing is known of it. */
      readonly reportedBefore: number | null;
      readonly withoutCase: number;
      readonly open: number;
      /** Hours that half of the cases took at most; null: too few to say. */
      readonly medianHours: number | null;
      /** Empty when fewer than five people were heard from. */
      readonly most: readonly { readonly category: Category; readonly count: number }[];
    };
