import type { SiteKind } from '#bot/desk/site.ts';
import type { Note } from '../note.ts';

/** Where the question comes from. Its names say where, not what: they are noise to the search. */
export type AskingSite = {
  readonly id: string;
  readonly kind: SiteKind;
  readonly name?: string;
  readonly aliases?: readonly string[];
};

export type NoteQuery = {
  readonly text: string;
  /** Null: the site is not known, so only shared notes are candidates. */
  readonly site: AskingSite | null;
  /** `staff` never sees technician-only notes: the filter is inside the search, not after it. */
  readonly audience: 'staff' | 'technician';
  readonly at: Date;
  /** At most this many, best first. */
  readonly limit: number;
};

export type FoundNote = {
  readonly note: Note;
  /**
   * 0–1: how sure the search is that this note is about what was asked. Comparable between questions; falls down
   * the list.
   */
  readonly score: number;
  /** 0–1: how often a note that stands so is right, when some note answers the question at all. See rank/calibrate.ts. */
  readonly probability?: number;
  readonly stale: boolean;
  /** A note with a validity window that holds now: a known outage or planned work. */
  readonly currentOutage: boolean;
  /** What the score rests on, for whoever decides whether it is enough. */
  readonly evidence?: FoundEvidence;
  /** -0.1 to 0.1: how far what people said of the note moved its score. Absent: not at all. */
  readonly learned?: number;
  /** 0–1: how close in meaning, against the other notes. Absent: not compared. */
  readonly meaning?: number;
};

export type FoundEvidence = {
  /** 0–1: the share of what was asked, each word weighed by how much it tells, that the note holds. */
  readonly coverage: number;
  /** 0–1: how alike the question and the note's likest symptom (or its title) are. */
  readonly matchedSymptom: number;
  /** Score less that of the next note in the whole ranking; the score itself when there is none. */
  readonly gap: number;
  /** 0–1: the share of what was asked, what says only where left out, that the note's own words hold; null: nothing else. */
  readonly aboutness?: number | null;
  /** How many words that is; a compound of which the note holds a part counts in part. */
  readonly held?: number | null;
  /** The question names one room, and the note is about another. */
  readonly otherRoom?: boolean;
  /** Whoever asked found that the note holds no word of what is the matter, beside the thing's own name. */
  readonly silent?: boolean;
};

/** Found by where it is alone, by what its category or its thing is called, or about another room: a note about another thing. */
export function isAboutElse({ evidence }: FoundNote): boolean {
  return evidence?.aboutness === 0 || evidence?.otherRoom === true || evidence?.silent === true;
}

/** Pure once it is fed. Returns published notes, inside their window, that apply to the site and the audience. */
export type NoteSearch = {
  search(query: NoteQuery): FoundNote[];
  get(id: string): Note | null;
  /** Every note that it was fed with, whatever its status and audience: for editors, never for answers. */
  all(): readonly Note[];
};
