import type { Category } from '#bot/desk/category.ts';
import type { SiteKind } from '#bot/desk/site.ts';

export type NoteAudience = 'staff' | 'technician';
export type NoteStatus = 'draft' | 'in-review' | 'published' | 'archived';
/** KCS article confidence. */
export type NoteConfidence = 'work-in-progress' | 'not-validated' | 'validated';

export const sharedFolder = '_shared';

/** One site note, as notes/<folder>/<name>.md holds it. Absent front matter is null, or its default. */
export type Note = {
  /** `<folder>/<file name>`: `solrosen/skrivaren`, `_shared/natfiske`. */
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  /** Sites it is about; for a shared note with neither sites nor siteKinds: every site. */
  readonly sites: readonly string[];
  readonly siteKinds: readonly SiteKind[];
  readonly audience: NoteAudience;
  /** People's own words, whole questions too. */
  readonly symptoms: readonly string[];
  readonly asset: string | null;
  /** May be shown to staff whatever the audience. */
  readonly warning: string | null;
  /** local | contractor | contractor:<id> | <technician upn>; of the note that fits, it overrides the matrix. */
  readonly handledBy: string | null;
  readonly owner: string | null;
  readonly status: NoteStatus;
  readonly confidence: NoteConfidence;
  /** Date (`2026-09-14`) on which a named person last confirmed it. */
  readonly lastVerified: string | null;
  /** Date. */
  readonly reviewBy: string | null;
  /** Date or instant; the window's end is exclusive. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Markdown without the front matter, LF line ends. May hold [privat]…[/privat] marks. */
  readonly body: string;
  /** Front matter that Vaktis does not know, kept so that an export writes it back. Absent when there is none. */
  readonly extra?: Readonly<Record<string, unknown>>;
};
