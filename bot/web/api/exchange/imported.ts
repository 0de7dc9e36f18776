import type { StoredImage } from '#knowledge/review/image-store.ts';
import type { NoteContent } from '../contract/note-contract.ts';

/** Why a part of a file is not among its notes. Its words: bot/i18n/api-exchange.ts. */
export type LeftReason =
  | 'empty-section'
  | 'front-matter'
  | 'not-text'
  | 'no-title'
  | 'unknown-column'
  | 'unknown-site'
  | 'pictures'
  | 'too-long'
  | 'too-many-notes';

/** `what`: a heading, a file, a row or a number, as the reason's words need it. */
export type LeftPart = { readonly what: string; readonly why: LeftReason };

/** A note as a file has it, before it is known whether it can be stored. */
export type ReadNote = {
  /** A site's id or `_shared`; null: the file does not say. */
  readonly folder: string | null;
  readonly content: NoteContent;
};

export type ReadUpload = { readonly notes: readonly ReadNote[]; readonly left: readonly LeftPart[] };

/** A whole file, with the pictures that its notes show. */
export type WholeUpload = ReadUpload & { readonly pictures: readonly StoredImage[] };

/** What reading a file takes from the desk. */
export type ReadingDesk = {
  /** The site that a word names: its id, its name or an alias, whole; null: none. */
  readonly siteNamed: (name: string) => string | null;
  /** The one site that a text mentions by name; null: none, or several. */
  readonly siteMentioned: (text: string) => string | null;
  readonly categoryOf: (text: string) => NoteContent['category'];
  /** A category as people write it; null: none. */
  readonly categoryNamed: (name: string) => NoteContent['category'] | null;
  /** The heading over a guided fix that has none: "Prova detta". */
  readonly stepsTitle: string;
};
