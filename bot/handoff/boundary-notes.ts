import { findNamedCodes } from '#bot/desk/secret-codes.ts';
import { fold } from '#bot/desk/secret-fold.ts';
import { readAtoms } from '#bot/desk/secret-numbers.ts';
import { createPhrase, type Phrase } from '#bot/desk/secret-phrases.ts';
import { findKeyPlaces } from '#bot/desk/secret-places.ts';
import { findPrivateParts } from '#bot/desk/secret-private-parts.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Note } from '#knowledge/note.ts';

/** The house's notes, all of them; the search has them. */
export type NotesAtHand = { all(): readonly Note[] };

/** What a note holds that may not leave. */
export type NoteSecrets = {
  /** Codes that it gives away, digits to the kind. */
  readonly codes: ReadonlyMap<string, string>;
  readonly phrases: readonly Phrase[];
  /** Of a technicians' note: every few words in a row. */
  readonly wording: ReadonlySet<string>;
};

/** So many words in a row, three of them telling, are not said alike by chance. */
const wordsInARow = 5;
const fewestTelling = 3;
const byNote = new WeakMap<Note, NoteSecrets>();

/** Of the notes about these sites, and of those that the case names. Every note is read once. */
export function secretsOfNotes(
  notes: NotesAtHand,
  sites: readonly Site[],
  named: readonly string[],
): NoteSecrets[] {
  return notes
    .all()
    .filter((note) => named.includes(note.id) || sites.some((site) => isAbout(note, site)))
    .map(readNote);
}

/** Ids of the notes that are for technicians only. */
export function technicianNotes(notes: NotesAtHand): ReadonlySet<string> {
  return new Set(notes.all().flatMap(({ id, audience }) => (audience === 'technician' ? [id] : [])));
}

function isAbout({ sites, siteKinds }: Note, site: Site): boolean {
  if (sites.length === 0 && siteKinds.length === 0) return true;
  return sites.includes(site.id) || siteKinds.includes(site.kind);
}

function readNote(note: Note): NoteSecrets {
  const known = byNote.get(note);
  if (known !== undefined) return known;
  const read = isForTechnicians(note) ? readTechnicianNote(note) : readStaffNote(note);
  byNote.set(note, read);
  return read;
}

function isForTechnicians({ audience }: Note): boolean {
  return audience === 'technician';
}

function readStaffNote(note: Note): NoteSecrets {
  return { codes: new Map(), phrases: privatePhrases(textsOf(note)), wording: new Set() };
}

function readTechnicianNote(note: Note): NoteSecrets {
  const folded = fold(note.body);
  const atoms = readAtoms(folded);
  const codes = findNamedCodes(folded, atoms, []).map(
    ({ from, to, kind }) => [folded.plain.slice(from, to).replaceAll(/[^0-9]/g, ''), kind] as const,
  );
  const places = findKeyPlaces(folded.plain).flatMap(({ from, to, kind }) => {
    const phrase = createPhrase(kind, folded.plain.slice(from, to));
    return phrase === null ? [] : [phrase];
  });
  return {
    codes: new Map(codes.filter(([digits]) => digits.length > 3)),
    phrases: [...privatePhrases(textsOf(note)), ...places],
    wording: new Set(rowsOfWords(folded.plain).map(({ row }) => row)),
  };
}

function textsOf({ title, asset, warning, symptoms, body }: Note): string[] {
  return [title, asset ?? '', warning ?? '', ...symptoms, body];
}

/** What stands between the marks, line by line: a name, a number, a place. */
export function privatePhrases(texts: readonly string[]): Phrase[] {
  const parts = texts.flatMap((text) => findPrivateParts(text).flatMap(({ inner }) => inner.split(/\n+/)));
  return parts.flatMap((part) => createPhrase('private_parts', part) ?? []);
}

export type Row = { readonly row: string; readonly from: number; readonly to: number };

/** Every few telling words that follow each other in a folded text. */
export function rowsOfWords(plain: string): Row[] {
  const words = [...plain.matchAll(/[\p{L}\p{N}]+/gu)];
  return words.flatMap((first, index) => {
    const row = words.slice(index, index + wordsInARow);
    const last = row.at(-1);
    if (row.length < wordsInARow || last === undefined) return [];
    if (row.filter(([word]) => word.length >= 4).length < fewestTelling) return [];
    return [{ row: row.map(([word]) => word).join(' '), from: first.index, to: last.index + last[0].length }];
  });
}
